import type { CommercialId, MacroId, ReplyId, SiteId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'

interface OwnedRow {
  readonly ownerId: CommercialId
  readonly siteId: SiteId | null
  readonly isShared: number
  readonly updatedAt: number
}
const owned = 'owner_id AS "ownerId", site_id AS "siteId", is_shared AS "isShared", updated_at AS "updatedAt"'

export interface CannedReplyRow extends OwnedRow {
  readonly replyId: ReplyId
  readonly shortcut: string
  readonly title: string
  readonly content: string
}
const reply = `SELECT reply_id AS "replyId", shortcut, title, content, ${owned} FROM canned_replies`

export const replyById = query<CannedReplyRow, [ReplyId]>(`${reply} WHERE reply_id = $1`)
export const ownReplies = query<CannedReplyRow, [CommercialId]>(
  `${reply} WHERE owner_id = $1 AND is_shared = 0`,
)
export const sharedReplies = query<CannedReplyRow, [SiteId | null]>(
  `${reply} WHERE site_id IS $1 AND is_shared = 1`,
)
export const everySharedReply = query<CannedReplyRow>(`${reply} WHERE is_shared = 1`)
export const keepReply = command<
  [
    ReplyId,
    CommercialId,
    siteId: SiteId | null,
    isShared: number,
    shortcut: string,
    title: string,
    content: string,
    at: number,
  ]
>(`
  INSERT INTO canned_replies (reply_id, owner_id, site_id, is_shared, shortcut, title, content, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (reply_id) DO UPDATE SET site_id = $3, is_shared = $4, shortcut = $5, title = $6, content = $7,
    updated_at = $8`)
export const deleteReply = command<[ReplyId]>('DELETE FROM canned_replies WHERE reply_id = $1')

export interface MacroRow extends OwnedRow {
  readonly macroId: MacroId
  readonly name: string
  /** As JSON. */
  readonly actions: string
}
const macro = `SELECT macro_id AS "macroId", name, actions, ${owned} FROM macros`

export const macroById = query<MacroRow, [MacroId]>(`${macro} WHERE macro_id = $1`)
export const ownMacros = query<MacroRow, [CommercialId]>(`${macro} WHERE owner_id = $1 AND is_shared = 0`)
export const sharedMacros = query<MacroRow, [SiteId | null]>(`${macro} WHERE site_id IS $1 AND is_shared = 1`)
export const keepMacro = command<
  [MacroId, CommercialId, siteId: SiteId | null, isShared: number, name: string, actions: string, at: number]
>(`
  INSERT INTO macros (macro_id, owner_id, site_id, is_shared, name, actions, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (macro_id) DO UPDATE SET site_id = $3, is_shared = $4, name = $5, actions = $6, updated_at = $7`)
export const deleteMacro = command<[MacroId]>('DELETE FROM macros WHERE macro_id = $1')
