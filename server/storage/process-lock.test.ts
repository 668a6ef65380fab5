import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTempFolder } from './temp-folder.fixture.ts'
import { lockForProcess } from './process-lock.ts'

const NOON = { now: Date.UTC(2026, 0, 1, 12), patienceMs: 0 }

describe('the lock of a data file', () => {
  it('says which folder cannot be written to', () => {
    const folder = join(createTempFolder(), 'missing')
    expect(() => lockForProcess(join(folder, 'chat.db'), NOON)).toThrow(`${folder} cannot be written to`)
  })

  it('refuses a second taker and names the first', () => {
    const path = join(createTempFolder(), 'chat.db')
    const lock = lockForProcess(path, NOON)
    onTestFinished(() => lock.release())
    const holder = `process ${process.pid} on ${hostname()}, running since 2026-01-01T12:00:00.000Z`
    expect(() => lockForProcess(path, NOON)).toThrow(`${path} is in use by ${holder}`)
  })

  it('is free again when the first lets go', () => {
    const path = join(createTempFolder(), 'chat.db')
    lockForProcess(path, NOON).release()
    const lock = lockForProcess(path, NOON)
    expect(lock.wasLeftBehind).toBe(false)
    lock.release()
    expect(existsSync(`${path}-owner.json`)).toBe(false)
  })

  it('counts, not its label: a half-written one stops nobody and names nobody', () => {
    const path = join(createTempFolder(), 'chat.db')
    writeFileSync(`${path}-owner.json`, '{"pid":')
    const lock = lockForProcess(path, NOON)
    expect(lock.wasLeftBehind).toBe(true)
    expect(JSON.parse(readFileSync(`${path}-owner.json`, 'utf8'))).toMatchObject({ pid: process.pid })
    writeFileSync(`${path}-owner.json`, '{"pid":')
    expect(() => lockForProcess(path, NOON)).toThrow('is in use by another process')
    lock.release()
  })
})
