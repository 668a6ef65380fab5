import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Connection } from './connection.ts'
import { createTempFolder } from './temp-folder.fixture.ts'

function open(path: string): Connection {
  const db = new Connection(path)
  onTestFinished(() => db.close())
  return db
}

describe('a connection', () => {
  it('waits for the disk at every commit, on a new file, after its first write and when opened again', () => {
    const path = join(createTempFolder(), 'chat.db')
    const first = open(path)
    expect(first.pragma('synchronous')).toBe(2)
    first.script('CREATE TABLE lines (text TEXT) STRICT')
    expect(first.pragma('synchronous')).toBe(2)
    expect(open(path).pragma('synchronous')).toBe(2)
  })

  it.each([
    ['journal_mode', 'wal'],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 2],
    ['temp_store', 2],
    ['mmap_size', 0],
    ['busy_timeout', 250],
    ['journal_size_limit', 64 * 1024 * 1024],
    ['wal_autocheckpoint', 1000],
  ])('has %s set to %s', (name, value) => {
    expect(open(join(createTempFolder(), 'chat.db')).pragma(name)).toBe(value)
  })
})
