import type { Chat } from '#shared/chat.ts'
import type { ChatId, CommercialId, MessageId, SiteId, VisitorId } from '#shared/ids.ts'
import type { History, Message } from '#shared/message.ts'

export interface Person {
  readonly role: 'visitor' | 'commercial'
  readonly id: string
}

export interface Written {
  readonly content: string
  readonly clientMessageId: string
  readonly isInternal?: boolean
}

type Listener = (event: 'message:new' | 'message:updated', message: Message) => void

export const CHAT = 'chat-1' as ChatId

/** The truth about one chat, as plainly as it can be said: what every client must come to agree with. */
export interface ModelStore {
  listen(listener: Listener): void
  append(by: Person, message: Written): Message
  change(messageId: string, content: string | null): Message
  /** The messages in a reader's own numbering. */
  messages(reader: Person): readonly Message[]
  history(reader: Person, query: URLSearchParams): History
  head(reader: Person): { lastSeq: number; lastChangeAt: string | null; epoch: string }
  chat(reader: Person): Chat
  /** So many of the newest messages have not been read. */
  setUnread(count: number): void
  /** A backup comes back: other messages, another epoch. */
  restore(keep: number): void
}

export function createModelStore(): ModelStore {
  let stored: Message[] = []
  const listeners: Listener[] = []
  let epoch = 1
  let unread = 0
  let clock = Date.UTC(2026, 0, 1)

  const stamp = () => new Date((clock += 1)).toISOString()
  const changedAt = (message: Message) => message.deletedAt ?? message.editedAt ?? ''

  function messages({ role }: Person): readonly Message[] {
    const visible = role === 'visitor' ? stored.filter((message) => !message.isInternal) : stored
    return visible.map((message, index) => ({ ...message, seq: index + 1 }))
  }

  function head(reader: Person): { lastSeq: number; lastChangeAt: string | null; epoch: string } {
    const all = messages(reader)
    const newest = all.map(changedAt).sort().at(-1) ?? ''
    return { lastSeq: all.length, lastChangeAt: newest === '' ? null : newest, epoch: `epoch-${epoch}` }
  }

  return {
    listen: (listener) => void listeners.push(listener),
    messages,
    head,
    append(by, { content, clientMessageId, isInternal = false }) {
      const repeated = stored.find(
        (message) => message.senderId === by.id && message.clientMessageId === clientMessageId,
      )
      if (repeated !== undefined) return repeated
      const message: Message = {
        messageId: `message-${epoch}-${stored.length + 1}` as MessageId,
        chatId: CHAT,
        seq: stored.length + 1,
        senderId: by.id,
        senderType: by.role,
        senderName: by.id,
        content,
        type: 'text',
        isInternal,
        isFirstResponse: false,
        sentAt: stamp(),
        clientMessageId,
      }
      stored.push(message)
      for (const listener of listeners) listener('message:new', message)
      return message
    },
    change(messageId, content) {
      const at = stored.findIndex((message) => message.messageId === messageId)
      const before = stored[at] as Message
      const change = content === null ? { content: '', deletedAt: stamp() } : { content, editedAt: stamp() }
      if (before.deletedAt !== undefined) return before
      const after = { ...before, ...change }
      stored = stored.with(at, after)
      for (const listener of listeners) listener('message:updated', after)
      return after
    },
    history(reader, query) {
      const all = messages(reader)
      const limit = Number(query.get('limit') ?? 50)
      const [after, before] = [query.get('after'), query.get('before')]
      if (after !== null) return { ...since(all, Number(after)), ...head(reader) }
      const older = all.filter(({ seq }) => before === null || seq < Number(before))
      return { messages: older.slice(-limit), hasMore: older.length > limit, ...head(reader) }

      function since(all: readonly Message[], after: number): { messages: Message[]; hasMore: boolean } {
        const changedAfter = query.get('changedAfter') ?? '~'
        const changed = all
          .filter((message) => message.seq <= after && changedAt(message) > changedAfter)
          .sort((a, b) => (changedAt(a) < changedAt(b) ? -1 : 1))
        const wanted = [...changed, ...all.filter(({ seq }) => seq > after)]
        const page = wanted.slice(0, limit).sort((a, b) => a.seq - b.seq)
        return { messages: page, hasMore: wanted.length > limit }
      }
    },
    chat(reader) {
      const all = messages(reader)
      const time = stored.at(-1)?.sentAt ?? stamp()
      return {
        chatId: CHAT,
        siteId: 'site-1' as SiteId,
        visitor: {
          visitorId: 'vera' as VisitorId,
          siteId: 'site-1' as SiteId,
          attributes: {},
          isVerified: false,
          createdAt: time,
        },
        status: 'IN_PROGRESS',
        assignee: { commercialId: 'marta' as CommercialId, name: 'Marta' },
        createdAt: time,
        updatedAt: time,
        lastMessage: all.at(-1) ?? null,
        lastSeq: all.length,
        unreadCount: unread,
        readSeq: unread === 0 ? 0 : all.length - unread,
        otherReadSeq: 0,
      }
    },
    setUnread(count) {
      unread = count
    },
    restore(keep) {
      stored = stored.slice(0, keep)
      epoch += 1
    },
  }
}
