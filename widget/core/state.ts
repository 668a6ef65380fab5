import type { Chat, ChatCounts, ChatStatus, ListOrder } from '#shared/chat.ts'
import type { ChatId, CommercialId, SiteId } from '#shared/ids.ts'
import type { Attachment, Message, MessageType } from '#shared/message.ts'
import type { Commercial, Visitor } from '#shared/person.ts'
import type { PublicSite } from '#shared/site.ts'
import type { Desk } from './desk.ts'

/** Everything a client knows, as one immutable value. Elements show it; only `core/` changes it. */
export interface ClientState {
  readonly session: Session
  readonly connection: Connection
  /** Visitors: the site, known before any session. Absent until it has been read. */
  readonly site: PublicSite | null
  /** The chats this client is watching, each with its thread. A visitor's unsent first message lives under `NEW_CHAT`. */
  readonly chats: ReadonlyMap<ChatId, ChatView>
  /** Commercials: the list on the left. Visitors: null. */
  readonly inbox: Inbox | null
  /** Commercials: colleagues, with their presence. */
  readonly team: readonly Commercial[]
  /** Commercials: what else the team knows. */
  readonly desk?: Desk
  /**
   * Whether this page makes itself heard: sound, title, notification. Of all pages of one browser that share a chat, one does.
   */
  readonly rings: boolean
}

/** Where a visitor's messages stand until the server has given their chat an id. */
export const NEW_CHAT = 'new' as ChatId

export type Session =
  /** Not asked yet. */
  | { readonly state: 'unknown' }
  /** Commercials: show the login. Visitors: no session yet, none is made before the first message. `reason` when it was ended. */
  | { readonly state: 'signed-out'; readonly reason?: string | undefined }
  | { readonly state: 'visitor'; readonly visitor: Visitor }
  | { readonly state: 'commercial'; readonly commercial: Commercial }

export type Connection =
  /** No socket wanted: nobody has opened a chat. */
  | { readonly state: 'idle' }
  | { readonly state: 'connecting' }
  | { readonly state: 'online' }
  /** Lost; the next try is at `retryAt` (milliseconds of the client's clock), or is under way when that is null. */
  | { readonly state: 'reconnecting'; readonly retryAt: number | null }
  /** The device itself says that it has no network. */
  | { readonly state: 'offline' }

export interface Failure {
  /** Of the contract's table, or `network` when no answer came. */
  readonly code: string
  /** For people, in the language asked for; empty for `network`. */
  readonly message: string
  /** By which the server's log knows the request. Absent when no answer came. */
  readonly requestId?: string
  /** With `stale_reply`: what had not been seen. */
  readonly unseen?: readonly Message[]
}

export type Load =
  | { readonly state: 'idle' | 'loading' | 'ready' }
  | { readonly state: 'failed'; readonly failure: Failure }

/** A message as the server told it. */
export interface SentMessage extends Message {
  readonly delivery: 'sent'
}

/** One's own message that the server has not confirmed. */
export interface DraftMessage {
  readonly delivery: 'sending' | 'failed'
  readonly clientMessageId: string
  readonly chatId: ChatId
  readonly senderId: string
  readonly senderType: 'visitor' | 'commercial'
  readonly senderName: string
  readonly content: string
  /** With an attachment `file`, until the server has said what it is. */
  readonly type: MessageType
  readonly attachment?: Attachment
  readonly isInternal: boolean
  /** Whom a note names. */
  readonly mentions?: readonly CommercialId[]
  /** By this device's clock; only shown, never sorted by. */
  readonly sentAt: string
  /** Why it failed. While `sending`: why the last try did not get through. */
  readonly failure?: Failure
}

export type ThreadMessage = SentMessage | DraftMessage
/** Sent messages in the server's order, drafts after them in the order they were written. */
export type Thread = readonly ThreadMessage[]

export interface Typist {
  readonly userId: string
  readonly userType: 'visitor' | 'commercial'
  readonly userName: string
}

export interface ChatView {
  readonly chatId: ChatId
  /** Null only under `NEW_CHAT`. */
  readonly chat: Chat | null
  readonly thread: Thread
  /** Of the newest page. */
  readonly history: Load
  readonly hasOlder: boolean
  readonly older: Load
  readonly typists: readonly Typist[]
  /**
   * Where the "new messages" divider stands: before the first message with a greater seq. Set when the chat is opened with something
   * unread and kept while it is on screen, so that reading does not make the divider jump away. Null: no divider.
   */
  readonly dividerSeq: number | null
}

export type InboxList = 'mine' | 'unassigned' | 'all' | 'closed' | 'snoozed'

/** What a list is narrowed down to, and in which order it stands. */
export interface InboxFilter {
  readonly siteId?: SiteId
  readonly tag?: string
  /** For the lists of open chats. */
  readonly status?: Exclude<ChatStatus, 'CLOSED'>
  /** `me`, `none` or a commercial's id; for the lists that are not about an assignee already. */
  readonly assignee?: string
  /** `latest` when absent. */
  readonly order?: ListOrder
}

export interface Inbox {
  readonly list: InboxList
  readonly filter: InboxFilter
  /** In the order to show. */
  readonly chats: readonly Chat[]
  readonly counts: ChatCounts
  readonly load: Load
  readonly hasMore: boolean
  readonly more: Load
  /** The chat that was told of last, whichever list it stands in: what happens off screen is heard of too. */
  readonly heard?: Chat
}

/** Where every client begins; nobody changes it, they make another. */
export const nothingKnown: ClientState = {
  session: { state: 'unknown' },
  connection: { state: 'idle' },
  site: null,
  chats: new Map(),
  inbox: null,
  team: [],
  rings: true,
}

export const emptyInbox: Inbox = {
  list: 'mine',
  filter: {},
  chats: [],
  counts: { mine: 0, unassigned: 0, all: 0, closed: 0, snoozed: 0 },
  load: { state: 'idle' },
  hasMore: false,
  more: { state: 'idle' },
}

export function emptyState(role: 'visitor' | 'commercial'): ClientState {
  return role === 'visitor' ? nothingKnown : { ...nothingKnown, inbox: emptyInbox }
}
