import Database from 'better-sqlite3'

export interface StoredMessage {
  readonly messageId: string
  readonly chatId: string
  readonly seq: number
  readonly publicSeq: number | null
  readonly senderId: string
  readonly content: string
  readonly isInternal: boolean
  readonly isFirstResponse: boolean
  readonly sentAt: number
  readonly clientMessageId: string | null
}

export interface Stored {
  /** By chat, by seq. */
  readonly messages: readonly StoredMessage[]
  /** `ok`, or what is damaged. */
  readonly integrity: string
  readonly pragma: (name: string) => unknown
}

/** What is in the data file, read without asking the product. */
export function readStored(dataFile: string): Omit<Stored, 'pragma'> {
  const database = new Database(dataFile, { readonly: true })
  try {
    const rows = database
      .prepare(
        `SELECT message_id AS messageId, chat_id AS chatId, seq, public_seq AS publicSeq, sender_id AS senderId, content,
           is_internal AS isInternal, is_first_response AS isFirstResponse, sent_at AS sentAt,
           client_message_id AS clientMessageId
         FROM messages ORDER BY chat_id, seq`,
      )
      .all() as (Omit<StoredMessage, 'isInternal' | 'isFirstResponse'> & {
      isInternal: number
      isFirstResponse: number
    })[]
    return {
      messages: rows.map((row) => ({
        ...row,
        isInternal: row.isInternal === 1,
        isFirstResponse: row.isFirstResponse === 1,
      })),
      integrity: String(database.pragma('integrity_check', { simple: true })),
    }
  } finally {
    database.close()
  }
}
