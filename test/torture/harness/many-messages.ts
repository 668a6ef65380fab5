import Database from 'better-sqlite3'

/**
 * Fills a stopped server's data with messages that nobody sent: the chats' counters as if they had been. They count as indexed for the
 * search, which has a bench of its own.
 */
export function fillWithMessages(dataFile: string, { chats, each }: { chats: number; each: number }): void {
  const database = new Database(dataFile)
  try {
    database.pragma('synchronous = OFF')
    database.exec('BEGIN')
    const template = database.prepare('SELECT * FROM chats LIMIT 1').get() as Record<
      string,
      string | number | null
    >
    // Without those that are computed from others.
    const columns = (database.pragma('table_info(chats)') as { name: string }[]).map(({ name }) => name)
    const insertChat = database.prepare(
      `INSERT INTO chats (${columns.join()}) VALUES (${columns.map((name) => `@${name}`).join()})`,
    )
    const insertMessages = database.prepare(`
      WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < @each)
      INSERT INTO messages (
        message_id, chat_id, seq, public_seq, sender_id, sender_type, sender_name, content, type, is_internal,
        is_first_response, sent_at, search_entry
      )
      SELECT @chat_id || '-' || i, @chat_id, i, i, @visitor_id, 'visitor', '', 'A message of an ordinary length, number ' || i || ' of this chat.',
        'text', 0, 0, @from + i, (SELECT IFNULL(MAX(search_entry), 0) FROM messages) + i
      FROM n`)
    for (let chat = 1; chat <= chats; chat += 1) {
      const chat_id = crypto.randomUUID()
      const from = Date.now() - each
      insertChat.run({
        ...template,
        chat_id,
        status: 'CLOSED',
        last_seq: each,
        last_public_seq: each,
        last_stamp: from + each,
        updated_at: from + chat,
        public_updated_at: from + chat,
      })
      insertMessages.run({ chat_id, visitor_id: template['visitor_id'], each, from })
    }
    database.exec('UPDATE search_state SET indexed_entry = (SELECT MAX(search_entry) FROM messages)')
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}
