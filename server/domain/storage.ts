import type { ChatCounts, ChatStatus, ListOrder } from '#shared/chat.ts'
import type { ChatId, CommercialId, FileId, MessageId, SiteId, VisitorId } from '#shared/ids.ts'
import type { MessageType } from '#shared/message.ts'
import type { Role } from '#shared/person.ts'
import type { ChangeSettings } from '#shared/site-settings.ts'
import type { TagCount } from '#shared/tag.ts'
import type { AuditStorage } from './audit.ts'
import type { DeskStorage } from './desk-storage.ts'
import type { InvitationStorage } from './invitation-storage.ts'
import type { PushStorage } from './push-storage.ts'
import type { SessionStorage } from './session-storage.ts'
import type { StatsStorage } from './stats-storage.ts'
import type { Audience, CommercialIdentity, Identity, VisitorIdentity } from './identity.ts'
import type {
  ChatRecord,
  CommercialRecord,
  FileRecord,
  MessageRecord,
  Position,
  SiteRecord,
} from './records.ts'
import type { Phrase } from './search-text.ts'
import type { VisitorStorage } from './visitor-storage.ts'
import type { WebhookStorage } from './webhook-storage.ts'

/**
 * The store. Each method is one atomic step named after its use; a promise that resolves means durably committed, and one
 * that rejects with a `Refusal` means that nothing was written. Whoever asks is passed in, because whether they may is decided
 * inside the step: a chat that `canSee` hides is `chat_not_found`, whether it exists or not.
 */
export interface Storage
  extends
    AuditStorage,
    ChatStorage,
    DeskStorage,
    FileStorage,
    InvitationStorage,
    PeopleStorage,
    PushStorage,
    SessionStorage,
    StatsStorage,
    VisitorStorage,
    WebhookStorage {
  /** Identifies this history; a restore from backup has another one. */
  readonly epoch: string
  /** Rejects when the store cannot answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

export interface Draft {
  readonly chatId: ChatId
  readonly content: string
  readonly type: MessageType
  readonly isInternal: boolean
  /** The upload it carries. Its kind then decides the message's. */
  readonly fileId?: FileId | undefined
  readonly clientMessageId: string | undefined
  readonly seenSeq: number | undefined
  /** Only of a note. Refused with `mention_unknown` when one of them does not answer the site. */
  readonly mentions?: readonly CommercialId[] | undefined
}

export interface Opening {
  readonly content: string
  readonly clientMessageId: string | undefined
}

/** What one stored message did to its chat. */
export interface Appended {
  readonly message: MessageRecord
  readonly chat: ChatRecord
  /** False: it was there already, and nothing changed. */
  readonly isNew: boolean
  readonly statusChanged: boolean
  readonly assigneeChanged: boolean
  /** Writing is reading: where the sender's position moved over somebody else's messages. */
  readonly read: ReadMove | null
  /** Whom it names, but for its author. */
  readonly mentioned: readonly CommercialId[]
}

export interface ReadMove {
  readonly position: Position
  /** Whether the visitor's side may notice: the position moved over a public message. */
  readonly isPublic: boolean
  readonly readAt: number
}

export interface HistoryPage {
  readonly limit: number
  /** Milliseconds, inclusive. */
  readonly dateFrom?: number | undefined
  /** Exclusive, in the reader's numbering. */
  readonly after?: number | undefined
  readonly before?: number | undefined
  /** Milliseconds, exclusive; counts only with `after`. */
  readonly changedAfter?: number | undefined
}

export interface HistoryRecord {
  /** In order. A page of changed older messages comes before newer ones, so that following `hasMore` reaches everything. */
  readonly messages: readonly MessageRecord[]
  readonly hasMore: boolean
  readonly chat: ChatRecord
}

export interface ChatFilter {
  readonly statuses?: readonly ChatStatus[] | undefined
  /** null: nobody's. */
  readonly assigneeId?: CommercialId | null | undefined
  readonly siteId?: SiteId | undefined
  readonly tag?: string | undefined
  /** True: only those that are put off; false: none of them. Unsaid: none, except of what `people` finds. */
  readonly isSnoozed?: boolean | undefined
  /** `latest` unless said; a visitor's list knows no other. */
  /** Only the chats of visitors whose name, address or number has all of these. Empty: of nobody. */
  readonly people?: readonly Phrase[] | undefined
  readonly order?: ListOrder | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface MessageSearch {
  /** All of them; at least one. */
  readonly phrases: readonly Phrase[]
  readonly chatId?: ChatId | undefined
  readonly siteId?: SiteId | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface FoundMessage {
  readonly message: MessageRecord
  readonly chat: Pick<ChatRecord, 'siteId' | 'status' | 'visitor'>
}

export interface TagFilter {
  readonly siteId?: SiteId | undefined
  readonly prefix?: string | undefined
  readonly limit: number
}

export interface ChatStorage {
  /** Repeating a `clientMessageId` gives the stored message; what else may refuse it: `decideMessage`. */
  appendMessage(sender: Identity, draft: Draft): Promise<Appended>
  /** The visitor's open chat, made if there is none; its first message with it. */
  openChat(visitor: VisitorIdentity, opening: Opening | null): Promise<OpenedChat>
  /** The same from the other side: a commercial writes first. */
  startChat(sender: CommercialIdentity, visitorId: VisitorId, opening: Opening): Promise<OpenedChat>
  editMessage(editor: Identity, messageId: MessageId, content: string): Promise<Changed>
  deleteMessage(editor: Identity, messageId: MessageId): Promise<Changed>
  /** Forward only. `move` is null when the position was there already. */
  markAsRead(
    reader: Identity,
    chatId: ChatId,
    upTo: { seq: number } | { messageId: MessageId },
  ): Promise<MarkedAsRead>
  /** `ifUnassigned`: 409 `already_assigned` when somebody has it, unless it is the very same person. */
  assignChat(by: Identity, chatId: ChatId, assignment: Assignment): Promise<ChangedChat>
  closeChat(by: Identity, chatId: ChatId): Promise<ChangedChat>
  reopenChat(by: Identity, chatId: ChatId): Promise<ChangedChat>
  /** The chat has these tags from now on, and no others. */
  tagChat(by: Identity, chatId: ChatId, tags: readonly string[]): Promise<ChangedChat>
  /** null: now. Refuses with `chat_closed`, and a time that is past or too far ahead with `invalid`. */
  snoozeChat(by: Identity, chatId: ChatId, until: number | null): Promise<ChangedChat>
  /** Gives unassigned chats to those online, as the settings of their sites say; by hand means: to nobody. */
  routeChats(online: OnlineTeams): Promise<ChangedChat[]>
  /** Puts back into the queue what was not answered for as long as a site allows. */
  returnChats(): Promise<ChangedChat[]>
  /** Those whose time has come, which they are not any more. */
  wakeChats(): Promise<ChatRecord[]>
  /** In use on the reader's sites, most used first. */
  tags(reader: CommercialIdentity, filter: TagFilter): Promise<TagCount[]>

  /** What else may refuse it: `ratedAt`. */
  rateChat(visitor: VisitorIdentity, chatId: ChatId, rating: NewRating): Promise<ChangedChat>

  chat(reader: Identity, chatId: ChatId): Promise<ChatRecord>
  chats(reader: Identity, filter: ChatFilter): Promise<{ chats: ChatRecord[]; nextCursor: string | null }>
  chatCounts(reader: Identity): Promise<ChatCounts>
  openChatOf(visitorId: VisitorId): Promise<ChatRecord | null>
  /** The open chat; without one the last that something was said in, if it was closed since then. */
  chatToResume(visitorId: VisitorId, closedSince: number): Promise<ChatRecord | null>
  history(reader: Identity, chatId: ChatId, page: HistoryPage): Promise<HistoryRecord>
  /** What the index has, newest first, from chats that the reader may see; `chat_not_found` for one that they may not. */
  searchMessages(
    reader: CommercialIdentity,
    search: MessageSearch,
  ): Promise<{ found: FoundMessage[]; nextCursor: string | null }>
  /** Keeps up the index of the search, for which nobody who sends has to wait. What is found does not depend on it. */
  indexMessages(): Promise<void>
  message(reader: Identity, messageId: MessageId): Promise<MessageRecord>
  /** Where these chats stand; unknown ones are left out. */
  chatHeads(chatIds: readonly ChatId[]): Promise<ChatHead[]>
}

/** A file that lies in the file store, or is about to. */
export interface NewFile extends Omit<FileRecord, 'fileId' | 'uploaderSide' | 'state' | 'isInternal'> {
  readonly chatId: ChatId
}

/** Bytes. */
export interface FileQuotas {
  readonly perVisitor: number
  readonly perSite: number
}

export interface UploadRules {
  /** The site's limit for one file, in bytes; null: not known yet which site. */
  readonly maxBytes: number | null
}

export interface FileStorage {
  /**
   * Notes an upload to a chat. Refuses with `forbidden` visitors of a site that takes no files, with `too_large` what is more than the
   * site takes, with `chat_closed` what could not be sent there, with `quota_exceeded` what is too much for one visitor, and with
   * `disk_full` what is too much for the site.
   */
  addFile(uploader: Identity, file: NewFile, quotas: FileQuotas): Promise<FileRecord>
  /**
   * What this person may upload, as far as can be known before a byte is read: refuses like `addFile`. Without a chat, what is known of
   * the person alone.
   */
  uploadRules(uploader: Identity, chatId: ChatId | undefined, quotas: FileQuotas): Promise<UploadRules>
  /** `not_found` unless this side may see it. */
  file(audience: Audience, fileId: FileId): Promise<FileRecord>
  /** Files that nobody can reach any more, and those that no message took until then. Not all at once: ask again. */
  abandonedFiles(uploadedBefore: number): Promise<Pick<FileRecord, 'fileId' | 'storageKey'>[]>
  forgetFile(fileId: FileId): Promise<void>
}

export type OpenedChat = {
  readonly chat: ChatRecord
  readonly isNew: boolean
  readonly appended: Appended | null
}
export type Changed = {
  readonly message: MessageRecord
  readonly chat: ChatRecord
  readonly isChanged: boolean
}
export type NewRating = { readonly score: number; readonly comment?: string | undefined }
export type ChangedChat = {
  readonly chat: ChatRecord
  readonly isChanged: boolean
  readonly at: number
  /** What the server noted in it on this occasion. */
  readonly note?: MessageRecord
}
export type MarkedAsRead = {
  readonly chat: ChatRecord
  readonly move: ReadMove | null
  /** How many mentions the reader has not seen yet; null: they saw none by this. */
  readonly unseenMentions: number | null
}
export type Assignment = {
  readonly assigneeId: CommercialId | null
  readonly ifUnassigned: boolean
  /** Noted in the chat, if it changes hands. */
  readonly reason?: string | undefined
}
/** Who of each site's team is online. */
export type OnlineTeams = ReadonlyMap<SiteId, readonly CommercialId[]>
export type ChatHead = Pick<
  ChatRecord,
  'chatId' | 'lastSeq' | 'lastPublicSeq' | 'lastChangeAt' | 'lastPublicChangeAt'
>

export interface NewCommercial {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly role: Role
  /** Ignored for an admin. */
  readonly siteIds: readonly SiteId[]
}

export interface NewSite {
  readonly siteKey: string
  readonly name: string
  readonly origins: readonly string[]
  readonly locale: string
  readonly settings?: ChangeSettings
}

/** Absent: as it was. */
export interface SiteChange {
  readonly siteKey?: string | undefined
  readonly name?: string | undefined
  readonly origins?: readonly string[] | undefined
  readonly locale?: string | undefined
  readonly settings?: ChangeSettings | undefined
  /** What the change was made on; absent: whatever is there. */
  readonly revision?: string | undefined
}

/** Absent: as it was. */
export interface CommercialChange {
  readonly name?: string | undefined
  readonly role?: Role | undefined
  /** Of no meaning for an admin. */
  readonly siteIds?: readonly SiteId[] | undefined
  /** Somebody who left: signed out everywhere, and their name stays on what they did. */
  readonly isDisabled?: boolean | undefined
}

export interface ChangedCommercial {
  readonly commercial: CommercialRecord
  readonly endedSessions: readonly string[]
}

export interface PeopleStorage {
  /** The site that the first start made, or the one with that key. */
  site(siteKey?: string): Promise<SiteRecord | null>
  sites(): Promise<SiteRecord[]>
  siteById(siteId: SiteId): Promise<SiteRecord | null>
  /** Refuses with `site_key_taken`. */
  createSite(site: NewSite): Promise<SiteRecord>
  /** Refuses with `site_not_found`, `site_key_taken`, or `site_changed` when it is not as the change has it. */
  updateSite(siteId: SiteId, change: SiteChange): Promise<SiteRecord>
  /**
   * How long each of the site's visitors waited for the first answer that they got since then, in milliseconds, shortest first.
   * Of more than `MAX_REPLY_TIMES` the newest.
   */
  replyTimes(siteId: SiteId, since: number): Promise<number[]>

  hasAdmin(): Promise<boolean>
  /** Replaces whatever set-up token was waiting. */
  keepSetupToken(tokenHash: string, expiresAt: number): Promise<void>
  /**
   * The first admin, and the end of the token: `not_found` once an admin exists, `invalid_token` for a wrong token, `token_expired`
   * for a late one. Of two at once, one wins.
   */
  createFirstAdmin(tokenHash: string, admin: NewCommercial): Promise<CommercialRecord>
  /** Refuses with `email_taken`, or `site_not_found` for an unknown site. */
  createCommercial(person: NewCommercial): Promise<CommercialRecord>
  commercialByEmail(email: string): Promise<{ commercial: CommercialRecord; passwordHash: string } | null>
  commercial(commercialId: CommercialId): Promise<CommercialRecord | null>
  /** Refuses with `commercial_not_found`, `site_not_found`, or `last_admin` where no admin would be left. */
  changeCommercial(commercialId: CommercialId, change: CommercialChange): Promise<ChangedCommercial>
  /** Ends every other session of theirs, and returns which those were. */
  changePassword(commercialId: CommercialId, passwordHash: string, keptSessionId: string): Promise<string[]>
  /** Those who answer any of these sites, admins included, by name. */
  commercialsOf(siteIds: readonly SiteId[]): Promise<CommercialRecord[]>
  /** Those who left, by name. */
  formerCommercials(): Promise<CommercialRecord[]>
}
