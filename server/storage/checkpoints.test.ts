import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { Checkpoints } from './checkpoints.ts'
import { Connection, query } from './connection.ts'
import { createTempFolder } from './temp-folder.fixture.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const tables = query<{ name: string }>('SELECT name FROM sqlite_schema')

function createWritten() {
  const folder = createTempFolder()
  const db = new Connection(join(folder, 'chat.db'))
  onTestFinished(() => db.close())
  const reported: unknown[] = []
  const checkpoints = new Checkpoints(db, (cause) => void reported.push(cause))
  db.script('CREATE TABLE lines (text TEXT) STRICT')
  checkpoints.postpone()
  /** What the main file holds by itself, without its log. */
  function mainFile(): string[] {
    const copy = join(folder, 'copy.db')
    copyFileSync(join(folder, 'chat.db'), copy)
    const alone = new Connection(copy)
    const names = alone.all(tables).map(({ name }) => name)
    alone.close()
    return names
  }
  return { db, checkpoints, mainFile, reported }
}

describe('the log', () => {
  it('goes into the main file once nobody has written for a while', () => {
    const { checkpoints, mainFile } = createWritten()
    vi.advanceTimersByTime(4_000)
    checkpoints.postpone()
    vi.advanceTimersByTime(4_000)
    expect(mainFile()).toEqual([])
    vi.advanceTimersByTime(1_000)
    expect(mainFile()).toEqual(['lines'])
  })

  it('goes there at the end, and nothing is left to do', () => {
    const { checkpoints, mainFile } = createWritten()
    checkpoints.finish()
    expect(mainFile()).toEqual(['lines'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stays where it is when that fails, and somebody hears of it', () => {
    const { db, checkpoints, reported } = createWritten()
    db.script('BEGIN IMMEDIATE')
    checkpoints.finish()
    db.script('ROLLBACK')
    expect(reported).toMatchObject([{ code: 'SQLITE_LOCKED' }])
  })
})
