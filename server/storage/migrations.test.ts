import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Connection, query } from './connection.ts'
import { createTempFolder } from './temp-folder.fixture.ts'
import { APPLICATION_ID, loadMigrations, migrate, type Migration } from './migrations.ts'

const tables = query<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")

const first: Migration = {
  version: 1,
  name: '0001-parents.sql',
  sql: 'CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT; INSERT INTO parents VALUES (1);',
}
const second: Migration = {
  version: 2,
  name: '0002-children.sql',
  sql: 'CREATE TABLE children (parent INTEGER REFERENCES parents) STRICT; INSERT INTO children VALUES (1);',
}

function open(folder = createTempFolder()) {
  const dataPath = join(folder, 'chat.db')
  const db = new Connection(dataPath)
  onTestFinished(() => db.close())
  return {
    db,
    folder,
    run: (...migrations: Migration[]) => migrate(db, migrations, { dataPath, now: Date.UTC(2026, 0, 1) }),
    state: () => [db.pragma('user_version'), ...db.all(tables).map(({ name }) => name)],
    backups: () => readdirSync(folder).filter((name) => name.includes('before-version')),
  }
}

describe('migrating', () => {
  it('brings a new file to the newest shape and signs it, with no backup of nothing', () => {
    const { db, run, state, backups } = open()
    run(first, second)
    expect(state()).toEqual([2, 'children', 'parents'])
    expect(db.pragma('application_id')).toBe(APPLICATION_ID)
    expect(db.pragma('foreign_keys')).toBe(1)
    expect(backups()).toEqual([])
  })

  it('applies only what is new, after a copy of what was there', () => {
    const { run, state, folder, backups } = open()
    run(first)
    run(first, second)
    expect(state()).toEqual([2, 'children', 'parents'])
    const [backup, ...others] = backups()
    expect(others).toEqual([])
    const copy = new Connection(join(folder, backup ?? ''))
    onTestFinished(() => copy.close())
    expect(copy.pragma('user_version')).toBe(1)
    expect(copy.all(query('SELECT id FROM parents'))).toEqual([{ id: 1 }])
  })

  it('keeps one copy of what was there, however often it was cut off and began again', () => {
    const { db, folder, backups } = open()
    const broken: Migration = { ...second, sql: 'CREATE TABLE parents (id INTEGER)' }
    const begin = (minute: number, ...migrations: Migration[]) =>
      migrate(db, migrations, { dataPath: join(folder, 'chat.db'), now: Date.UTC(2026, 0, 1, 0, minute) })
    begin(0, first)
    for (const minute of [1, 2, 3]) expect(() => begin(minute, first, broken)).toThrow('parents')
    writeFileSync(join(folder, 'chat.db.before-version-2-half-written.part'), '')
    begin(4, first, second)
    expect(backups()).toEqual(['chat.db.before-version-2-2026-01-01T000400.000Z'])
  })

  it('does nothing when there is nothing to do', () => {
    const { run, state, backups } = open()
    run(first)
    run(first)
    expect([state(), backups()]).toEqual([[1, 'parents'], []])
  })

  it('refuses data of a newer release and leaves it alone', () => {
    const { run, state } = open()
    run(first, second)
    expect(() => run(first)).toThrow(/newer release \(version 2; this one knows 1\)/)
    expect(state()).toEqual([2, 'children', 'parents'])
  })

  it.each([
    ['fails half-way', 'CREATE TABLE half (id INTEGER) STRICT; SELECT * FROM missing;'],
    ['leaves rows that point nowhere', `${second.sql} INSERT INTO children VALUES (99);`],
  ])('takes back a step that %s', (_, sql) => {
    const { db, run, state } = open()
    run(first)
    expect(() => run(first, { ...second, sql })).toThrow()
    expect(state()).toEqual([1, 'parents'])
    expect(db.pragma('foreign_keys')).toBe(1)
    run(first, second)
    expect(state()).toEqual([2, 'children', 'parents'])
  })

  it('lets a table be rebuilt under the rows that point to it', () => {
    const { db, run } = open()
    run(first, second)
    const sql = `
      CREATE TABLE parents_new (id INTEGER PRIMARY KEY, name TEXT) STRICT;
      INSERT INTO parents_new SELECT id, NULL FROM parents;
      DROP TABLE parents;
      ALTER TABLE parents_new RENAME TO parents;`
    run(first, second, { version: 3, name: '0003-names.sql', sql })
    expect(db.all(query('SELECT parent FROM children'))).toEqual([{ parent: 1 }])
  })
})

describe('the files of migrations', () => {
  it('are numbered without holes', () => {
    const folder = createTempFolder()
    mkdirSync(join(folder, 'migrations'))
    const url = pathToFileURL(join(folder, 'migrations/'))
    writeFileSync(new URL('0001-a.sql', url), 'SELECT 1')
    writeFileSync(new URL('notes.txt', url), '')
    expect(loadMigrations(url)).toEqual([{ version: 1, name: '0001-a.sql', sql: 'SELECT 1' }])
    writeFileSync(new URL('0003-c.sql', url), 'SELECT 3')
    expect(() => loadMigrations(url)).toThrow('0003-c.sql is out of order')
  })
})
