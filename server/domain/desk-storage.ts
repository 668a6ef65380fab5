import type { ChatId, CommercialId, MacroId, MessageId, ReplyId, SiteId, ViewId } from '#shared/ids.ts'
import type { MacroActions } from '#shared/macro.ts'
import type { PersonalSettings } from '#shared/personal-settings.ts'
import type { ViewFilter } from '#shared/view.ts'
import type { CommercialIdentity } from './identity.ts'
import type { ChatRecord, MessageRecord } from './records.ts'
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
  views(reader: CommercialIdentity): Promise<ViewRecord[]>
  createView(owner: CommercialIdentity, view: NewView): Promise<ViewRecord>
  changeView(by: CommercialIdentity, viewId: ViewId, change: Change<NewView>): Promise<ViewRecord>
  deleteView(by: CommercialIdentity, viewId: ViewId): Promise<void>

  draft(by: CommercialIdentity, chatId: ChatId): Promise<DraftRecord | null>
  /** An empty one is none. */
  keepDraft(by: CommercialIdentity, chatId: ChatId, draft: NewDraft): Promise<ChangedDraft>

  /** Unread for them, whatever they have read, until it is not any more. */
  markUnread(by: CommercialIdentity, chatId: ChatId, isUnread: boolean): Promise<MarkedChat>

  mentions(reader: CommercialIdentity, page: MentionsPage): Promise<MentionsRecord>
  /** Says how many are left, or null when there was nothing to see. */
  seeMentions(
    by: CommercialIdentity,
    which: { messageId?: MessageId | undefined; chatId?: ChatId | undefined },
  ): Promise<number | null>

  /** What they have chosen for themself, and the usual where they have not. */
  personalSettings(reader: Pick<CommercialIdentity, 'userId'>): Promise<PersonalSettings>
  changePersonalSettings(by: CommercialIdentity, change: Change<PersonalSettings>): Promise<PersonalSettings>

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

export interface NewView {
  readonly name: string
  readonly filter: ViewFilter
  readonly isShared: boolean
}
export interface ViewRecord extends NewView {
  readonly viewId: ViewId
  readonly ownerId: CommercialId
  readonly updatedAt: number
}

export interface NewDraft {
  readonly content: string
  readonly isInternal: boolean
}
export interface DraftRecord extends NewDraft {
  readonly updatedAt: number
}
export interface ChangedDraft {
  readonly chat: Pick<ChatRecord, 'chatId' | 'siteId'>
  readonly draft: DraftRecord | null
  readonly isChanged: boolean
}

export interface MarkedChat {
  readonly chat: ChatRecord
  readonly isChanged: boolean
}

export interface MentionsPage {
  readonly isUnseen: boolean
  readonly cursor?: string | undefined
  readonly limit: number
}
export interface MentionRecord {
  readonly message: MessageRecord
  readonly chat: Pick<ChatRecord, 'siteId' | 'visitor'>
  readonly seenAt: number | null
}
export interface MentionsRecord {
  readonly mentions: readonly MentionRecord[]
  readonly nextCursor: string | null
  readonly unseenCount: number
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
