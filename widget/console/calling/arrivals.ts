import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import type { NotificationKind } from '#shared/notifying.ts'
import type { ClientState, Load } from '../../core/state.ts'

/** Something was said that somebody may want to be called for. */
export interface Arrival {
  readonly kind: NotificationKind
  readonly chat: Chat
  readonly message: Message
}

/** A message that is told with its chat has moved it in the same moment; what moved it later was something else. */
const SAME_MOMENT_MS = 2_000

/**
 * Finds out what is new from one state to the next: by what was told, and, after an absence, by what a list holds that it did not
 * hold before. What was there when the console opened is not news.
 */
export class Arrivals {
  /** The last message that was known of each chat. */
  readonly #known = new Map<ChatId, number>()
  #newest = 0
  /** Before the first list nobody knows what was there. */
  #hasRead = false
  #heard: Chat | undefined
  #load: Load | null = null

  follow({ inbox }: Pick<ClientState, 'inbox'>, ownId: string): readonly Arrival[] {
    if (inbox === null) return []
    const isRead = inbox.load.state === 'ready' && inbox.load !== this.#load
    this.#load = inbox.load
    const heard = inbox.heard === this.#heard ? undefined : inbox.heard
    this.#heard = inbox.heard
    const chats = [...(isRead ? inbox.chats : []), ...(heard === undefined ? [] : [heard])]
    // Decided before any of them is learned: in a list that was read anew, each may be news.
    const arrivals = chats.flatMap((chat) => this.#judge(chat, ownId) ?? [])
    chats.forEach((chat) => this.#learn(chat))
    this.#hasRead ||= isRead
    return arrivals
  }

  #judge(chat: Chat, ownId: string): Arrival | null {
    const message = chat.lastMessage
    if (message === null || !this.#isNews(chat, message)) return null
    const kind = kindOf(chat, message, ownId)
    return kind === null ? null : { kind, chat, message }
  }

  #isNews(chat: Chat, { seq, sentAt }: Message): boolean {
    const known = this.#known.get(chat.chatId)
    if (known !== undefined) return seq > known
    const saidAt = Date.parse(sentAt)
    const isWhatMovedIt = Date.parse(chat.updatedAt) - saidAt < SAME_MOMENT_MS
    return this.#hasRead && saidAt > this.#newest && isWhatMovedIt
  }

  #learn({ chatId, lastMessage }: Chat): void {
    if (lastMessage === null) return
    this.#known.set(chatId, Math.max(lastMessage.seq, this.#known.get(chatId) ?? 0))
    this.#newest = Math.max(this.#newest, Date.parse(lastMessage.sentAt))
  }
}

/** What a message is to this person; null: nothing to be called for. */
function kindOf(chat: Chat, message: Message, ownId: string): NotificationKind | null {
  const { senderType, senderId, isInternal, mentions = [], deletedAt } = message
  if (deletedAt !== undefined || senderId === ownId) return null
  if (isInternal) return (mentions as readonly string[]).includes(ownId) ? 'mention' : null
  if (senderType !== 'visitor' || chat.status === 'CLOSED') return null
  if (chat.assignee === null) return 'newChat'
  return chat.assignee.commercialId === ownId ? 'message' : null
}

/** Whether nobody needs to be called for this any more: it was read, somebody else has it, it is over. */
export function isSettled({ kind, message }: Arrival, chat: Chat, ownId: string): boolean {
  if (chat.readSeq >= message.seq || chat.unreadCount === 0) return true
  if (chat.lastMessage?.messageId === message.messageId && chat.lastMessage.deletedAt !== undefined)
    return true
  if (kind === 'mention') return false
  const isAnothers = chat.assignee !== null && chat.assignee.commercialId !== ownId
  return chat.status === 'CLOSED' || isAnothers
}
