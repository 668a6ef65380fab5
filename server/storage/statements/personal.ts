import type { ChatId, CommercialId, MessageId, ViewId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'

export interface ViewRow {
  readonly viewId: ViewId
  readonly ownerId: CommercialId
  readonly isShared: number
  readonly name: string
  /** As JSON. */
  readonly filter: string
  readonly updatedAt: number
}
const view = `
  SELECT view_id AS "viewId", owner_id AS "ownerId", is_shared AS "isShared", name, filter, updated_at AS "updatedAt"
  FROM views`

export const viewById = query<ViewRow, [ViewId]>(`${view} WHERE view_id = $1`)
export const viewsOfOwner = query<ViewRow, [CommercialId]>(`${view} WHERE owner_id = $1`)
export const sharedViews = query<ViewRow>(`${view} WHERE is_shared = 1`)
export const keepView = command<
  [ViewId, CommercialId, isShared: number, name: string, filter: string, at: number]
>(`
  INSERT INTO views (view_id, owner_id, is_shared, name, filter, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (view_id) DO UPDATE SET is_shared = $3, name = $4, filter = $5, updated_at = $6`)
export const deleteView = command<[ViewId]>('DELETE FROM views WHERE view_id = $1')

export interface DraftRow {
  readonly content: string
  readonly isInternal: number
  readonly updatedAt: number
}
export const draftOf = query<DraftRow, [ChatId, CommercialId]>(`
  SELECT content, is_internal AS "isInternal", updated_at AS "updatedAt" FROM chat_drafts
  WHERE chat_id = $1 AND commercial_id = $2`)
export const keepDraft = command<[ChatId, CommercialId, content: string, isInternal: number, at: number]>(`
  INSERT INTO chat_drafts (chat_id, commercial_id, content, is_internal, updated_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (chat_id, commercial_id) DO UPDATE SET content = $3, is_internal = $4, updated_at = $5`)
export const deleteDraft = command<[ChatId, CommercialId]>(
  'DELETE FROM chat_drafts WHERE chat_id = $1 AND commercial_id = $2',
)

/** What anybody had begun to write there. */
export const forgetDraftsOfChat = command<[ChatId]>('DELETE FROM chat_drafts WHERE chat_id = $1')

export const personalSettingsOf = query<{ settings: string }, [CommercialId]>(
  'SELECT settings FROM personal_settings WHERE commercial_id = $1',
)
export const keepPersonalSettings = command<[CommercialId, settings: string]>(`
  INSERT INTO personal_settings (commercial_id, settings) VALUES ($1, $2)
  ON CONFLICT (commercial_id) DO UPDATE SET settings = $2`)

export const insertMention = command<[CommercialId, MessageId, ChatId, seq: number, seenAt: number | null]>(`
  INSERT INTO mentions (commercial_id, message_id, chat_id, seq, seen_at) VALUES ($1, $2, $3, $4, $5)`)

interface MentionRow {
  readonly messageId: MessageId
  readonly seenAt: number | null
}
type MentionsPage = [CommercialId, beforeMessageId: string, limit: number]
const page = `
  SELECT m.message_id AS "messageId", m.seen_at AS "seenAt"
  FROM mentions AS m CROSS JOIN messages AS t ON t.message_id = m.message_id
  WHERE m.commercial_id = $1 AND m.message_id < $2 AND t.deleted_at IS NULL`

/** Newest first, of notes that are still there. */
export const mentionsOf = query<MentionRow, MentionsPage>(`${page} ORDER BY m.message_id DESC LIMIT $3`)
export const unseenMentionsOf = query<MentionRow, MentionsPage>(
  `${page} AND m.seen_at IS NULL ORDER BY m.message_id DESC LIMIT $3`,
)
/** With the chat, since somebody who no longer answers its site has nothing to see there. */
export const unseenByChat = query<{ chatId: ChatId; count: number }, [CommercialId]>(`
  SELECT m.chat_id AS "chatId", COUNT(*) AS count
  FROM mentions AS m CROSS JOIN messages AS t ON t.message_id = m.message_id
  WHERE m.commercial_id = $1 AND m.seen_at IS NULL AND t.deleted_at IS NULL
  GROUP BY m.chat_id`)

export const seeAllMentions = command<[CommercialId, now: number]>(
  'UPDATE mentions SET seen_at = $2 WHERE commercial_id = $1 AND seen_at IS NULL',
)
export const seeMentionsOfChat = command<[CommercialId, now: number, ChatId, upToSeq: number]>(`
  UPDATE mentions SET seen_at = $2
  WHERE commercial_id = $1 AND seen_at IS NULL AND chat_id = $3 AND seq <= $4`)
export const seeMention = command<[CommercialId, now: number, MessageId]>(`
  UPDATE mentions SET seen_at = $2 WHERE commercial_id = $1 AND seen_at IS NULL AND message_id = $3`)
