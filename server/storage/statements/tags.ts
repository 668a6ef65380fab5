import type { ChatId, SiteId } from '#shared/ids.ts'
import type { TagCount } from '#shared/tag.ts'
import { command, query } from '../connection.ts'

/** The chat has it from now on; its place in the lists comes along. */
export const insertChatTag = command<[ChatId, tag: string]>(`
  INSERT INTO chat_tags (chat_id, tag, site_id, lane, updated_at)
  SELECT chat_id, $2, site_id, lane, updated_at FROM chats WHERE chat_id = $1`)
export const deleteChatTag = command<[ChatId, tag: string]>(
  'DELETE FROM chat_tags WHERE chat_id = $1 AND tag = $2',
)
export const moveChatTags = command<[ChatId]>(`
  UPDATE chat_tags SET (lane, updated_at) = (
    SELECT c.lane, c.updated_at FROM chats AS c WHERE c.chat_id = chat_tags.chat_id
  ) WHERE chat_id = $1`)

export const countTag = command<[SiteId, tag: string]>(`
  INSERT INTO tags (site_id, tag, count) VALUES ($1, $2, 1)
  ON CONFLICT (site_id, tag) DO UPDATE SET count = count + 1`)
export const discountTag = command<[SiteId, tag: string]>(
  'UPDATE tags SET count = count - 1 WHERE site_id = $1 AND tag = $2',
)
export const forgetUnusedTag = command<[SiteId, tag: string]>(
  'DELETE FROM tags WHERE site_id = $1 AND tag = $2 AND count = 0',
)

export const tagsFrom = query<TagCount, [SiteId, from: string, to: string]>(
  'SELECT tag, count FROM tags WHERE site_id = $1 AND tag >= $2 AND tag < $3',
)
