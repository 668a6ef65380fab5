import type { EndpointBody, EndpointResult } from '#shared/endpoints.ts'
import type { ChatId, CommercialId, MacroId } from '#shared/ids.ts'
import type { Draft } from '#shared/draft.ts'
import type { Attachment, Message } from '#shared/message.ts'
import type { DescribeVisitor, Page, PresenceStatus } from '#shared/person.ts'
import type { Api } from './api.ts'
import type { ChatView, ClientState, DraftMessage, Failure, InboxFilter, InboxList } from './state.ts'
import type { Readable } from './store.ts'

/**
 * One side of a chat without a screen: for the elements here, for any framework, and for tests. Every failure becomes a
 * state, never an unhandled rejection; the methods that return a promise of a result reject with an `ApiError`.
 */
export interface ChatClient {
  readonly state: Readable<ClientState>
  /**
   * Finds out who is asking: a visitor's kept token, a commercial's cookie or `getToken`. Connects the socket if there is something to
   * hear (a commercial; a visitor with an open chat). Safe to call again.
   */
  start(): Promise<void>
  /** Ends everything: socket, timers, listeners. The client is of no use afterwards. */
  close(): void

  /**
   * The chat comes on screen: joins it, reads its newest page, stays in step, sets the divider. Watching twice needs leaving twice.
   * A visitor's own chat stays in step by itself, for its unread badge; watch it while it is shown, and leave it when it is not.
   */
  watch(chatId: ChatId): void
  unwatch(chatId: ChatId): void
  /** Tries the newest page again after it failed. */
  reload(chatId: ChatId): void
  /** One page of older messages, before the oldest one held. */
  loadOlder(chatId: ChatId): Promise<void>
  /**
   * Shows a message at once and delivers it when it can; returns its `clientMessageId`. A visitor without a chat gives no `chatId` (or
   * `NEW_CHAT`): the session and the chat are made with this message.
   */
  send(message: {
    chatId?: ChatId
    content: string
    isInternal?: boolean
    /** As `upload` gave it. `content` may then be empty. */
    attachment?: Attachment
    /** Whom a note names. */
    mentions?: readonly CommercialId[]
  }): string
  /**
   * Sends a file up to a chat; a message then carries it. Goes on through lost connections until it is there, refused
   * (an `ApiError`; `file_unreadable` for a folder, or a file that has changed since) or called off by its `signal`.
   */
  upload(chatId: ChatId | undefined, file: File, options?: UploadOptions): Promise<Attachment>
  /**
   * Takes over an unsent message of another page, as it stands: one under way is tried again under its key, one that failed waits for its
   * author. Not for one that this client has already.
   */
  restore(draft: DraftMessage): void
  /** Tries a failed message again under the same key; after `stale_reply` this says "send it anyway". */
  retry(chatId: ChatId, clientMessageId: string): void
  /** Forgets a failed message and gives back its text, for the composer. */
  discard(chatId: ChatId, clientMessageId: string): string
  edit(messageId: string, content: string): Promise<Message>
  remove(messageId: string): Promise<Message>
  /** Everything held of this chat has been seen. */
  markAsRead(chatId: ChatId): void
  /** Call it on every keystroke with true; it throttles, and stops by itself. */
  setTyping(chatId: ChatId, isTyping: boolean, options?: { isInternal?: boolean }): void
  /** Drop the waiting and try the connection now. */
  connectNow(): void
  /** Any endpoint of the contract, as whoever this is: for what is not part of talking. Rejects with an `ApiError`. */
  readonly call: Api

  readonly visitor: VisitorActions
  readonly commercial: CommercialActions
}

export interface UploadOptions {
  /** Bytes; begins anew with each try. */
  readonly onProgress?: (progress: { readonly sent: number; readonly total: number }) => void
  /** A try did not get through; another follows by itself. */
  readonly onWait?: (failure: Failure) => void
  readonly signal?: AbortSignal
}

export interface VisitorActions {
  describe(description: DescribeVisitor): Promise<void>
  /** A token in which the site's own server vouches for who this is; told with the session, or at once if there is one. */
  identify(identity: string): void
  /** The page the visitor is on, told with the next request that opens something. */
  setPage(page: Page): void
  /** Makes the session if there is none yet: this page's visitor is about to do more than look. */
  openSession(): Promise<void>
  /** Ends the session on this device and forgets everything held. */
  forget(): void
}

export interface CommercialActions {
  signIn(credentials: { email: string; password: string }): Promise<void>
  setUp(account: { setupToken: string; name: string; email: string; password: string }): Promise<void>
  /** What a link that somebody was sent offers them. */
  lookAtInvitation(invitationToken: string): Promise<EndpointResult<'POST /v2/auth/invitation'>>
  /** Makes the account that it offers, and signs in. */
  acceptInvitation(account: EndpointBody<'POST /v2/auth/accept-invitation'>): Promise<void>
  signOut(): Promise<void>
  /** Shows another list of the inbox; filtered as before, unless told otherwise. */
  showList(list: InboxList, filter?: InboxFilter): void
  loadMore(): Promise<void>
  /** A commercial's id, `me` or `none`; `ifUnassigned` claims, and rejects with `already_assigned` when somebody was first. */
  assign(chatId: ChatId, to: string, options?: { ifUnassigned?: boolean; reason?: string }): Promise<void>
  closeChat(chatId: ChatId): Promise<void>
  reopenChat(chatId: ChatId): Promise<void>
  /** These tags and no others. */
  setTags(chatId: ChatId, tags: readonly string[]): Promise<void>
  /** Puts a chat off until a time (ISO 8601), or until its visitor writes; null brings it back. */
  snooze(chatId: ChatId, until: string | null): Promise<void>
  /** Does all that a macro does; what the writer has not seen holds its answer back, as it does theirs. */
  applyMacro(chatId: ChatId, macroId: MacroId): Promise<void>
  /** For oneself alone: what one has read stays, and nobody else is told. */
  markUnread(chatId: ChatId, isUnread: boolean): Promise<void>
  setPresence(status: PresenceStatus): Promise<void>
  /** The one chat that this window shows to somebody; null: none. Colleagues are told. */
  look(chatId: ChatId | null): void
  /** What has been begun in a chat, for one's other devices; empty: nothing any more. Null where there is none. */
  keepDraft(chatId: ChatId, draft: { content: string; isInternal: boolean }): Promise<void>
  keptDraft(chatId: ChatId): Promise<Draft | null>
}

/** Where a visitor's token is kept between pages. Reading or writing may fail (storage blocked): then it lasts for the page. */
export interface TokenStore {
  get(): string | null
  set(token: string | null): void
  /** Runs while no other page that keeps its token here runs anything: two first messages at once must not make two visitors. */
  alone?<Result>(task: () => Promise<Result>): Promise<Result>
}

interface CommonOptions {
  /** Origin of the server, without a path. */
  readonly apiUrl: string
  /** For the language of error messages. */
  readonly locale?: string
  /** For tests and odd hosts. */
  readonly fetch?: typeof fetch
  /**
   * What another page of this browser knew: this client goes on from there, and catches up. Of a visitor, without drafts, and without a
   * hole in the thread.
   */
  readonly held?: ClientState
}

export interface VisitorOptions extends CommonOptions {
  readonly role: 'visitor'
  /** Absent: the default site. */
  readonly siteKey?: string
  readonly tokens: TokenStore
}

export interface CommercialOptions extends CommonOptions {
  readonly role: 'commercial'
  /** An embedding back office brings its own access tokens; without it, login and cookie. */
  readonly getToken?: () => Promise<string | null>
  /** What this device has kept of a chat: shown until the server has said what is so now. */
  readonly keptView?: (chatId: ChatId) => ChatView | undefined
}

export type ClientOptions = VisitorOptions | CommercialOptions
