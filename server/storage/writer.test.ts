import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Refusal } from '../domain/refusal.ts'
import { Connection, command, query } from './connection.ts'
import { createTempFolder } from './temp-folder.fixture.ts'
import { Writer, type Work } from './writer.ts'

const insert = command<[text: string]>('INSERT INTO lines (text) VALUES ($1)')
const everything = query<{ text: string }>('SELECT text FROM lines ORDER BY rowid')

function createLines() {
  const path = join(createTempFolder(), 'lines.db')
  const db = new Connection(path)
  db.script('CREATE TABLE lines (text TEXT NOT NULL UNIQUE) STRICT')
  const reported: unknown[] = []
  let flushes = 0
  const writer = new Writer({
    db,
    clock: { now: () => 0 },
    report: (cause) => void reported.push(cause),
    onFlush: () => void (flushes += 1),
  })
  onTestFinished(() => db.close())
  return {
    path,
    db,
    writer,
    reported,
    flushes: () => flushes,
    add: (text: string) => writer.write(line(text)),
    lines: () => db.all(everything).map(({ text }) => text),
  }
}

function line(text: string): Work<string> {
  return ({ db }) => {
    db.run(insert, text)
    return text
  }
}

/** Lets the file grow by so many pages and no more, as a full disk would. */
function fillDisk(db: Connection, spare: number): void {
  db.pragma(`max_page_count = ${Number(db.pragma('page_count')) + spare}`)
}

const big = 'x'.repeat(100_000)

describe('group commit', () => {
  it('shares one commit among the writes of one turn and settles them in order', async () => {
    const { add, lines, flushes } = createLines()
    const settled: string[] = []
    const writes = ['a', 'b', 'c'].map(async (text) => settled.push(await add(text)))
    expect(lines()).toEqual([])
    await Promise.all(writes)
    expect(settled).toEqual(['a', 'b', 'c'])
    expect(lines()).toEqual(['a', 'b', 'c'])
    expect(flushes()).toBe(1)
  })

  it('takes at most sixty-four at once', async () => {
    const { add, lines, flushes } = createLines()
    await Promise.all(Array.from({ length: 130 }, (_, index) => add(`${index}`)))
    expect(lines()).toHaveLength(130)
    expect(flushes()).toBe(3)
  })

  it('shows a later write what an earlier one of the same turn has done', async () => {
    const { writer, add } = createLines()
    const first = add('a')
    const second = writer.write(({ db }) => db.all(everything).length)
    await first
    expect(await second).toBe(1)
  })

  it('tells nobody that it is done before it is committed', async () => {
    const { db, add } = createLines()
    await add('a')
    expect(db.inTransaction).toBe(false)
  })
})

describe('a write that fails', () => {
  it('leaves its neighbours alone and nothing of its own, refused or broken', async () => {
    const { writer, add, lines, reported } = createLines()
    const bug = new TypeError('a bug')
    const results = await Promise.allSettled([
      add('a'),
      writer.write((step) => {
        line('half of it')(step)
        throw new Refusal('chat_closed')
      }),
      writer.write((step) => {
        line('half of it')(step)
        throw bug
      }),
      add('a'),
      add('b'),
    ])
    expect(results).toMatchObject([
      { value: 'a' },
      { reason: { code: 'chat_closed' } },
      { reason: bug },
      { reason: { code: 'SQLITE_CONSTRAINT_UNIQUE' } },
      { value: 'b' },
    ])
    expect(lines()).toEqual(['a', 'b'])
    expect(reported).toEqual([])
  })
})

describe('a full disk', () => {
  it('refuses every write of the batch, stores none of it, and works again when there is room', async () => {
    const { db, add, lines, reported } = createLines()
    await add('before')
    fillDisk(db, 2)
    const results = await Promise.allSettled([add('small'), add(big), add(`${big}!`)])
    const refused = results.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const refusal of refused)
      expect(refusal).toMatchObject({ reason: { name: 'Refusal', code: 'disk_full' } })
    const stored = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(lines()).toEqual(['before', ...stored])
    expect(reported.length).toBeGreaterThan(0)
    expect(db.inTransaction).toBe(false)
    fillDisk(db, 1_000)
    await expect(add(big)).resolves.toBe(big)
    expect(db.pragma('integrity_check')).toBe('ok')
  })
})

describe('a lock that another program holds', () => {
  it('is waited for while the loop goes on: what it lets go of in the meantime is used', async () => {
    const { path, add, lines, reported } = createLines()
    const other = new Connection(path)
    other.script('BEGIN IMMEDIATE')
    const writes = [add('a'), add('b')]
    // Only a loop that goes on ever comes to this.
    setTimeout(() => other.script('ROLLBACK'), 20)
    await expect(Promise.all(writes)).resolves.toEqual(['a', 'b'])
    expect(lines()).toEqual(['a', 'b'])
    expect(reported).toEqual([])
    other.close()
  })

  it('is no reason to answer out of order', async () => {
    const { path, add } = createLines()
    const other = new Connection(path)
    other.script('BEGIN IMMEDIATE')
    const settled: string[] = []
    const writes = ['a', 'b'].map(async (text) => settled.push(await add(text)))
    setTimeout(() => {
      writes.push(...['c', 'd'].map(async (text) => settled.push(await add(text))))
      other.script('ROLLBACK')
    }, 20)
    await expect.poll(() => settled).toEqual(['a', 'b', 'c', 'd'])
    await Promise.all(writes)
    other.close()
  })

  it('is not waited for by a store that closes, longer than it takes to say so', async () => {
    const { path, writer, add, lines } = createLines()
    const other = new Connection(path)
    other.script('BEGIN IMMEDIATE')
    const writes = Promise.allSettled([add('a'), add('b')])
    writer.close()
    expect(await writes).toMatchObject([{ reason: { code: 'not_ready' } }, { reason: { code: 'not_ready' } }])
    other.script('ROLLBACK')
    other.close()
    expect(lines()).toEqual([])
  })
})

describe('a store that cannot commit', () => {
  it('refuses the whole batch when another connection holds the lock', async () => {
    const { path, add, lines, reported } = createLines()
    await add('before')
    const other = new Connection(path)
    other.script('BEGIN IMMEDIATE')
    const results = await Promise.allSettled([add('a'), add('b')])
    other.script('ROLLBACK')
    other.close()
    expect(results).toMatchObject([{ reason: { code: 'not_ready' } }, { reason: { code: 'not_ready' } }])
    expect(reported).toMatchObject([{ code: 'SQLITE_BUSY' }])
    expect(lines()).toEqual(['before'])
    await expect(add('after')).resolves.toBe('after')
  })

  it('refuses the whole batch, what was refused or broken in it included, when COMMIT itself fails', async () => {
    const { db, writer, add, lines } = createLines()
    db.script('CREATE TABLE notes (line TEXT REFERENCES lines (text) DEFERRABLE INITIALLY DEFERRED) STRICT')
    const orphan = command("INSERT INTO notes (line) VALUES ('nowhere')")
    const results = await Promise.allSettled([
      add('a'),
      writer.write((step) => step.db.run(orphan)),
      writer.write(() => {
        throw new Refusal('already_assigned')
      }),
    ])
    const notReady = { reason: { name: 'Refusal', code: 'not_ready' } }
    expect(results).toMatchObject([notReady, notReady, notReady])
    expect(lines()).toEqual([])
    expect(db.inTransaction).toBe(false)
    await expect(add('after')).resolves.toBe('after')
  })
})

describe('a transaction that was left open', () => {
  it('is taken back before the next batch, which works', async () => {
    const { db, add, lines } = createLines()
    db.script("BEGIN; INSERT INTO lines (text) VALUES ('unfinished')")
    await expect(add('after')).resolves.toBe('after')
    expect(lines()).toEqual(['after'])
  })
})

describe('closing', () => {
  it('writes what is waiting and refuses what comes later', async () => {
    const { writer, add, lines } = createLines()
    const waiting = Array.from({ length: 70 }, (_, index) => add(`${index}`))
    writer.close()
    await Promise.all(waiting)
    expect(lines()).toHaveLength(70)
    await expect(add('late')).rejects.toMatchObject({ code: 'not_ready' })
  })
})
