import { command, Connection } from '../server/storage/connection.ts'
import { loadMigrations, migrate } from '../server/storage/migrations.ts'

/** A store as large as a busy team's after years, made without the server: what the benches of reading look through. */
const SITES = 3
const FIRST_DAY = Date.UTC(2024, 0, 1)
const TWO_YEARS_MS = 2 * 365 * 24 * 3_600_000
const VOCABULARY = 50_000

const migrations = loadMigrations(new URL('../server/storage/migrations/', import.meta.url))

const insertSite = command<[number]>(
  `INSERT INTO sites (site_id, site_key, name, origins, locale, created_at) VALUES (printf('0192f000-0000-7000-8000-%012d', $1), 'site-' || $1, 'Site', '[]', 'es', $1)`,
)
const insertVisitor = command<[number, site: number, name: string]>(`
  INSERT INTO visitors (visitor_id, site_id, name, email, phone, attributes, is_verified, created_at)
  VALUES (printf('0192f001-0000-7000-8000-%012d', $1), printf('0192f000-0000-7000-8000-%012d', $2), $3,
    'person' || $1 || '@example.com', '+34' || (600000000 + $1), '{}', 0, 0)`)
const insertChat = command<[number, site: number, at: number, messages: number]>(`
  INSERT INTO chats (chat_id, site_id, visitor_id, status, created_at, updated_at, public_updated_at, last_stamp, last_seq,
    last_public_seq, first_response_at, closed_at, visitor_read_seq, visitor_read_public_seq, team_read_seq, team_read_public_seq)
  VALUES (printf('0192f002-0000-7000-8000-%012d', $1), printf('0192f000-0000-7000-8000-%012d', $2),
    printf('0192f001-0000-7000-8000-%012d', $1), 'CLOSED', $3, $3 + $4 * 60000, $3 + $4 * 60000, $3 + $4 * 60000, $4, $4,
    $3 + 60000, $3 + $4 * 60000, $4, $4, $4, $4)`)
const insertMessage = command<
  [id: number, chat: number, seq: number, isTeam: number, content: string, at: number]
>(`
  INSERT INTO messages (message_id, chat_id, seq, public_seq, sender_id, sender_type, sender_name, content, type, is_internal,
    is_first_response, sent_at)
  VALUES (printf('0192f003-0000-7000-8000-%012d', $1), printf('0192f002-0000-7000-8000-%012d', $2), $3, $3,
    printf('0192f001-0000-7000-8000-%012d', $2), iif($4, 'commercial', 'visitor'), '', $5, 'text', 0, $3 = 2, $6)`)

/** Fills a new file, and says how long the migration that builds the index took, with those after it. */
export function fillStore(path: string, messages: number, chats = 20_000): { migratedMs: number } {
  const db = new Connection(path)
  db.pragma('synchronous = OFF')
  migrate(
    db,
    migrations.filter(({ name }) => name < '0005-search'),
    { dataPath: path, now: 0 },
  )
  const random = seeded(1)
  const perChat = Math.round(messages / chats)
  db.script('BEGIN')
  for (let site = 0; site < SITES; site += 1) db.run(insertSite, site)
  let id = 0
  for (let chat = 0; chat < chats; chat += 1) {
    const at = FIRST_DAY + Math.floor((chat / chats) * TWO_YEARS_MS)
    db.run(insertVisitor, chat, chat % SITES, `${word(random)} ${word(random)}`)
    db.run(insertChat, chat, chat % SITES, at, perChat)
    for (let seq = 1; seq <= perChat; seq += 1) {
      db.run(insertMessage, id, chat, seq, (seq + 1) % 2, sentence(random), at + seq * 60_000)
      id += 1
    }
  }
  db.script('COMMIT')
  const began = performance.now()
  migrate(db, migrations, { dataPath: path, now: 0 })
  const migratedMs = performance.now() - began
  db.close()
  return { migratedMs }
}

/** As language has it: few words are most of a text. */
export function word(random: () => number): string {
  return `p${Math.floor(VOCABULARY ** random()).toString(36)}`
}

function sentence(random: () => number): string {
  return Array.from({ length: 4 + Math.floor(random() * 16) }, () => word(random)).join(' ')
}

/** The same numbers each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
