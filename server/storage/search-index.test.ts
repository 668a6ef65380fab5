import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { CommercialIdentity, VisitorIdentity } from '../domain/identity.ts'
import { parseKeyword } from '../domain/search-text.ts'
import type { Storage } from '../domain/storage.ts'
import { command, Connection, query } from './connection.ts'
import { loadMigrations, migrate } from './migrations.ts'
import { testSeals } from './seals.fixture.ts'
import { openSqliteStorage } from './sqlite.ts'
import { createTempFolder } from './temp-folder.fixture.ts'

const admin = {
  role: 'admin',
  userId: 'x',
  siteIds: [],
  sessionId: 's',
  name: '',
} as never as CommercialIdentity
const clock = { now: () => Date.UTC(2026, 0, 1) }
const report = (cause: unknown) => {
  throw cause
}

/** Enough other messages that everything so far has its place in the index. */
async function fillIndex(storage: Storage, who: VisitorIdentity): Promise<void> {
  const say = (content: string) => storage.openChat(who, { content, clientMessageId: undefined })
  await Promise.all(Array.from({ length: 250 }, (_, index) => say(`relleno ${index}`)))
  await storage.indexMessages()
}

it('keeps no word of a deleted message in the file', async () => {
  const path = join(createTempFolder(), 'chat.db')
  const storage = openSqliteStorage({ path, seals: testSeals, clock, report })
  const site = await storage.createSite({ siteKey: 'a', name: 'A', origins: [], locale: 'es' })
  const { visitor } = await storage.createVisitorSession(site.siteId, 'hash', {}, clock.now() + 1)
  const who: VisitorIdentity = {
    role: 'visitor',
    userId: visitor.visitorId,
    siteId: site.siteId,
    sessionId: 's',
    name: '',
  }
  const opened = await storage.openChat(who, { content: 'canaryword', clientMessageId: undefined })
  const messageId = opened.appended?.message.messageId
  if (messageId === undefined) throw new Error('Nothing was said')
  await fillIndex(storage, who)
  await storage.deleteMessage(who, messageId)
  await storage.close()
  expect(readFileSync(path).includes('canaryword')).toBe(false)
})

it('is built from the messages and people of a store that had none', () => {
  const db = new Connection(':memory:')
  const all = loadMigrations(new URL('./migrations/', import.meta.url))
  const at = all.findIndex(({ name }) => name.endsWith('-search.sql'))
  migrate(db, all.slice(0, at), { dataPath: ':memory:', now: 0 })
  db.script(`
    INSERT INTO sites (site_id, site_key, name, origins, locale, created_at) VALUES ('s-1', 'a', 'A', '[]', 'es', 0);
    INSERT INTO visitors (visitor_id, site_id, name, attributes, is_verified, created_at)
      VALUES ('v-1', 's-1', 'Núria', '{}', 0, 0), ('v-2', 's-1', NULL, '{}', 0, 0);
    INSERT INTO chats (chat_id, site_id, visitor_id, status, created_at, updated_at, public_updated_at, last_stamp, last_seq,
      last_public_seq, visitor_read_seq, visitor_read_public_seq, team_read_seq, team_read_public_seq)
      VALUES ('c-1', 's-1', 'v-1', 'PENDING', 0, 0, 0, 0, 3, 3, 0, 0, 0, 0);`)
  const insert = command<[id: string, seq: number, content: string, deletedAt: number | null]>(`
    INSERT INTO messages (message_id, chat_id, seq, public_seq, sender_id, sender_type, sender_name, content, type, is_internal,
      is_first_response, sent_at, deleted_at)
    VALUES ($1, 'c-1', $2, $2, 'v-1', 'visitor', '', $3, 'text', 0, 0, $2, $4)`)
  db.run(insert, 'm-1', 1, 'Una cotización', null)
  db.run(insert, 'm-2', 2, '', 5)
  db.run(insert, 'm-3', 3, '退款', null)
  migrate(db, all, { dataPath: join(createTempFolder(), 'x'), now: 0 })
  const found = query<{ id: string }, [match: string]>(`
    SELECT message_id AS id FROM message_search JOIN messages ON search_entry = message_search.rowid
    WHERE message_search MATCH $1`)
  expect(db.all(found, 'words : cotizacion AND scope : (ss1 AND cc1)')).toEqual([{ id: 'm-1' }])
  expect(db.all(found, 'words : "退 款"')).toEqual([{ id: 'm-3' }])
  const people = query<{ count: number }>(
    `SELECT COUNT(*) AS count FROM visitor_search WHERE visitor_search MATCH 'nuria'`,
  )
  expect(db.one(people)).toEqual({ count: 1 })
  db.close()
})

it('survives what copies and compacts the file', async () => {
  const path = join(createTempFolder(), 'chat.db')
  const storage = openSqliteStorage({ path, seals: testSeals, clock, report })
  const site = await storage.createSite({ siteKey: 'a', name: 'A', origins: [], locale: 'es' })
  const { visitor } = await storage.createVisitorSession(site.siteId, 'hash', {}, clock.now() + 1)
  const who: VisitorIdentity = {
    role: 'visitor',
    userId: visitor.visitorId,
    siteId: site.siteId,
    sessionId: 's',
    name: '',
  }
  for (const content of ['uno', 'dos', 'tres']) {
    await storage.openChat(who, { content, clientMessageId: undefined })
  }
  await fillIndex(storage, who)
  await storage.close()
  const db = new Connection(path)
  db.script('DELETE FROM messages WHERE seq = 1; VACUUM')
  db.close()
  const again = openSqliteStorage({ path, seals: testSeals, clock, report })
  const { found } = await again.searchMessages(admin, { phrases: parseKeyword('tres'), limit: 5 })
  expect(found.map(({ message }) => message.content)).toEqual(['tres'])
  await again.close()
})
