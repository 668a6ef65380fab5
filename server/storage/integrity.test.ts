import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Connection, command } from './connection.ts'
import { checkIsWhole } from './integrity.ts'
import { createTempFolder } from './temp-folder.fixture.ts'

const insert = command<[text: string]>('INSERT INTO lines (text) VALUES ($1)')

/** A file of many pages, the last of them overwritten. */
function createDamaged() {
  const path = join(createTempFolder(), 'chat.db')
  const written = new Connection(path)
  written.script('CREATE TABLE lines (text TEXT NOT NULL) STRICT')
  for (let index = 0; index < 50; index += 1) written.run(insert, 'x'.repeat(1_000))
  written.close()
  const bytes = readFileSync(path)
  bytes.fill(0xff, bytes.length - 3 * 4096)
  writeFileSync(path, bytes)
  const db = new Connection(path)
  onTestFinished(() => db.close())
  return { path, db }
}

describe('a file that may be damaged', () => {
  it('is refused when it is', () => {
    const { path, db } = createDamaged()
    const report = () => expect.unreachable()
    expect(() => checkIsWhole(db, { path, report })).toThrow(`${path} is damaged`)
  })

  it('is opened at once when it is large, and what is found is told', async () => {
    const { path, db } = createDamaged()
    const found = new Promise((resolve) => {
      checkIsWhole(db, { path, report: resolve, maxWaitBytes: 0 })
    })
    await expect(found).resolves.toMatchObject({ message: expect.stringContaining(`${path} is damaged`) })
  })
})
