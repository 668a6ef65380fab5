import type { ChatId, CommercialId, MacroId, ReplyId, SiteId } from '#shared/ids.ts'
import type { MacroActions } from '#shared/macro.ts'
import type { CommercialIdentity } from './identity.ts'
import type { Appended, ChangedChat } from './storage.ts'

/** What lies ready on the team's desk. As in `Storage`, each method is one atomic step. */
export interface DeskStorage {
  /** One's own and the shared ones, for a site or for all of one's sites, by shortcut. */
  cannedReplies(reader: CommercialIdentity, siteId: SiteId | undefined): Promise<CannedReplyRecord[]>
  /** Refuses with `forbidden`, `site_not_found`, `shortcut_taken`, or `invalid` where there are too many. */
  createCannedReply(owner: CommercialIdentity, reply: NewCannedReply): Promise<CannedReplyRecord>
  changeCannedReply(
    by: CommercialIdentity,
    replyId: ReplyId,
    change: Change<NewCannedReply>,
  ): Promise<CannedReplyRecord>
  deleteCannedReply(by: CommercialIdentity, replyId: ReplyId): Promise<void>

  macros(reader: CommercialIdentity, siteId: SiteId | undefined): Promise<MacroRecord[]>
  createMacro(owner: CommercialIdentity, macro: NewMacro): Promise<MacroRecord>
  changeMacro(by: CommercialIdentity, macroId: MacroId, change: Change<NewMacro>): Promise<MacroRecord>
  deleteMacro(by: CommercialIdentity, macroId: MacroId): Promise<void>
  /** All that it does, or, when any of it is refused, nothing. */
  applyMacro(by: CommercialIdentity, chatId: ChatId, applying: Applying): Promise<AppliedMacroRecord>
}

/** What is said is changed; the rest stays. */
export type Change<T> = { readonly [Key in keyof T]?: T[Key] | undefined }

/** Whose something is that can be shared. */
export interface Ownership {
  readonly ownerId: CommercialId
  /** null: for every site. */
  readonly siteId: SiteId | null
  readonly isShared: boolean
}

export interface NewCannedReply extends Omit<Ownership, 'ownerId'> {
  readonly shortcut: string
  readonly title: string
  readonly content: string
}
export interface CannedReplyRecord extends Ownership, NewCannedReply {
  readonly replyId: ReplyId
  readonly updatedAt: number
}

export interface NewMacro extends Omit<Ownership, 'ownerId'> {
  readonly name: string
  readonly actions: MacroActions
}
export interface MacroRecord extends Ownership, NewMacro {
  readonly macroId: MacroId
  readonly updatedAt: number
}

export interface Applying {
  readonly macroId: MacroId
  readonly clientMessageId: string | undefined
  readonly seenSeq: number | undefined
}

export interface AppliedMacroRecord {
  /** null: the macro answers nothing. */
  readonly appended: Appended | null
  readonly assigned: ChangedChat | null
  readonly closed: ChangedChat | null
  /** The chat after all of it, and whether anything but the answer changed it. */
  readonly chat: ChangedChat
}
