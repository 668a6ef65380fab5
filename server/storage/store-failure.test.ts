import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../domain/refusal.ts'
import { createAccess } from './access.ts'
import { Connection } from './connection.ts'
import { createTestClock } from './contract/world.ts'
import { Writer } from './writer.ts'

function createReader() {
  const reported: unknown[] = []
  const options = {
    db: new Connection(':memory:'),
    clock: createTestClock(),
    report: (cause: unknown) => void reported.push(cause),
  }
  const { read } = createAccess({ ...options, writer: new Writer(options) })
  const failing = (cause: unknown) =>
    read(() => {
      throw cause
    })
  return { failing, reported }
}

describe('a failure while reading', () => {
  it.each([
    ['SQLITE_BUSY', 'not_ready'],
    ['SQLITE_IOERR_READ', 'not_ready'],
    ['SQLITE_CORRUPT', 'not_ready'],
    ['SQLITE_CANTOPEN', 'not_ready'],
    ['SQLITE_FULL', 'disk_full'],
  ])('of the store (%s) is a refusal, %s, and reported with its reason', async (code, refusal) => {
    const { failing, reported } = createReader()
    const cause = new Database.SqliteError('it failed', code)
    await expect(failing(cause)).rejects.toMatchObject({ name: 'Refusal', code: refusal, cause })
    expect(reported).toEqual([cause])
  })

  it.each([
    new Database.SqliteError('no such column', 'SQLITE_ERROR'),
    new Database.SqliteError('not unique', 'SQLITE_CONSTRAINT_UNIQUE'),
    new TypeError('a bug'),
    new Refusal('chat_not_found'),
  ])('of the code that reads stays what it is: %s', async (cause) => {
    const { failing, reported } = createReader()
    await expect(failing(cause)).rejects.toBe(cause)
    expect(reported).toEqual([])
  })
})
