import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Connection } from '../../../server/storage/connection.ts'
import { loadMigrations, migrate, ownMigrations } from '../../../server/storage/migrations.ts'

const CHATS = 100

/** Data files of every release there was, all with the same messages: the file of version n is at index n. */
export function makeOldData(folder: string, messages: number): string[] {
  const migrations = loadMigrations(ownMigrations)
  const dataPath = join(folder, 'growing.db')
  const files: string[] = []
  for (const { version } of migrations) {
    const db = new Connection(dataPath)
    migrate(db, migrations.slice(0, version), { dataPath, now: Date.now() })
    db.close()
    if (version === 1) fill(dataPath, messages)
    files[version] = join(folder, `version-${version}.db`)
    copyFileSync(dataPath, files[version])
  }
  return files
}

/** In the words of the first release. */
function fill(dataPath: string, messages: number): void {
  const database = new Database(dataPath)
  database.exec(`
    BEGIN;
    INSERT INTO meta (key, value) VALUES ('epoch', 'of the first release');
    INSERT INTO sites (site_id, site_key, name, origins, accent, locale, created_at)
      VALUES ('site', 'default', 'Olmo', '[]', '#2f6f4f', 'es', 1);
    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${CHATS})
    INSERT INTO visitors (visitor_id, site_id, name, attributes, is_verified, created_at)
      SELECT 'visitor-' || i, 'site', 'Vera ' || i, '{}', 0, i FROM n;
    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${CHATS})
    INSERT INTO chats (
      chat_id, site_id, visitor_id, status, created_at, updated_at, public_updated_at, last_seq, last_public_seq, last_stamp,
      visitor_read_seq, visitor_read_public_seq, team_read_seq, team_read_public_seq
    )
      SELECT 'chat-' || i, 'site', 'visitor-' || i, 'PENDING', i, i, i, ${messages / CHATS}, ${messages / CHATS}, 1000000, 0, 0, 0, 0
      FROM n;
    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ${messages})
    INSERT INTO messages (
      message_id, chat_id, seq, public_seq, sender_id, sender_type, sender_name, content, type, is_internal, is_first_response, sent_at
    )
      SELECT 'message-' || i, 'chat-' || (i % ${CHATS} + 1), (i - 1) / ${CHATS} + 1, (i - 1) / ${CHATS} + 1,
        'visitor-' || (i % ${CHATS} + 1), 'visitor', '', 'Un mensaje de los de antes, el número ' || i, 'text', 0, 0, (i - 1) / ${CHATS} + 1
      FROM n;
    COMMIT;
  `)
  database.close()
}

/** What every release must keep: all that was said, by whom, in which order. And which release's shape it is in. */
export function readOldData(dataFile: string): { digest: string; version: number; integrity: string } {
  const database = new Database(dataFile)
  try {
    const kept = database
      .prepare(
        `SELECT COUNT(*), SUM(seq * sent_at), SUM(LENGTH(content)), SUM(unicode(substr(content, -1)) * seq),
           (SELECT COUNT(*) FROM chats), (SELECT SUM(last_seq) FROM chats), (SELECT COUNT(*) FROM visitors)
         FROM messages`,
      )
      .raw()
      .get()
    return {
      digest: JSON.stringify(kept),
      version: Number(database.pragma('user_version', { simple: true })),
      integrity: String(database.pragma('quick_check', { simple: true })),
    }
  } finally {
    database.close()
  }
}
