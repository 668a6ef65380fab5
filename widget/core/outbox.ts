import type { ChatId } from '#shared/ids.ts'
import { toFailure } from './api-error.ts'
import type { Retrier } from './retrier.ts'
import type { DraftMessage, Failure } from './state.ts'

/** An unsent message, and what its author had seen when they sent it. */
export interface OutboxItem {
  readonly draft: DraftMessage
  readonly seenSeq: number | undefined
}

export interface Outbox {
  add(item: OutboxItem): void
  /** Unsent messages of a chat, failed ones too, in the order they were written. */
  drafts(chatId: ChatId): readonly DraftMessage[]
  find(chatId: ChatId, clientMessageId: string): DraftMessage | undefined
  /** Sends a failed message again, under the same key. */
  retry(chatId: ChatId, clientMessageId: string, seenSeq: number | undefined): void
  /** Forgets a failed message; one under way cannot be called back. */
  discard(chatId: ChatId, clientMessageId: string): DraftMessage | undefined
  /** The chat has another id from now on, and its author maybe one of their own. */
  move(from: ChatId, to: ChatId, senderId: string): void
  clear(): void
}

interface OutboxOptions {
  readonly retrier: Retrier
  /** One try. */
  readonly deliver: (item: OutboxItem) => Promise<void>
  /** A draft has another state. */
  readonly onChange: (draft: DraftMessage) => void
  readonly onFailed: (draft: DraftMessage, failure: Failure) => void
}

interface Entry {
  draft: DraftMessage
  seenSeq: number | undefined
}

/**
 * Delivers what was written, in order within each chat: a message never overtakes an earlier one that is still being tried. The
 * same `clientMessageId` goes out at every try, so that trying again is harmless.
 */
export function createOutbox({ retrier, deliver, onChange, onFailed }: OutboxOptions): Outbox {
  let chats = new Map<ChatId, Entry[]>()
  const underWay = new WeakSet<Entry[]>()

  async function drain(entries: Entry[]): Promise<void> {
    if (underWay.has(entries)) return
    underWay.add(entries)
    for (let entry = next(entries); entry !== undefined; entry = next(entries)) {
      await send(entries, entry)
    }
    underWay.delete(entries)
  }

  function next(entries: readonly Entry[]): Entry | undefined {
    return entries.find(({ draft }) => draft.delivery === 'sending')
  }

  async function send(entries: Entry[], entry: Entry): Promise<void> {
    try {
      await retrier.untilAnswered(
        async () => (entries.includes(entry) ? deliver(entry) : undefined),
        (cause) => {
          if (entries.includes(entry)) change(entry, { ...entry.draft, failure: toFailure(cause) })
        },
      )
      remove(entries, entry)
    } catch (cause) {
      if (!entries.includes(entry)) return
      const failure = toFailure(cause)
      change(entry, { ...entry.draft, delivery: 'failed', failure })
      onFailed(entry.draft, failure)
    }
  }

  function change(entry: Entry, draft: DraftMessage): void {
    entry.draft = draft
    onChange(draft)
  }

  function entryOf(chatId: ChatId, clientMessageId: string): Entry | undefined {
    return chats.get(chatId)?.find(({ draft }) => draft.clientMessageId === clientMessageId)
  }

  return {
    add({ draft, seenSeq }) {
      const entries = chats.get(draft.chatId) ?? []
      chats.set(draft.chatId, entries)
      entries.push({ draft, seenSeq })
      void drain(entries)
    },
    drafts: (chatId) => chats.get(chatId)?.map(({ draft }) => draft) ?? [],
    find: (chatId, clientMessageId) => entryOf(chatId, clientMessageId)?.draft,
    retry(chatId, clientMessageId, seenSeq) {
      const entry = entryOf(chatId, clientMessageId)
      const entries = chats.get(chatId)
      if (entry?.draft.delivery !== 'failed' || entries === undefined) return
      const { failure: _, ...draft } = entry.draft
      entry.seenSeq = seenSeq
      change(entry, { ...draft, delivery: 'sending' })
      void drain(entries)
    },
    discard(chatId, clientMessageId) {
      const entry = entryOf(chatId, clientMessageId)
      if (entry?.draft.delivery !== 'failed') return undefined
      remove(chats.get(chatId) ?? [], entry)
      return entry.draft
    },
    move(from, to, senderId) {
      const entries = chats.get(from)
      if (entries === undefined) return
      chats.delete(from)
      for (const entry of entries) entry.draft = { ...entry.draft, chatId: to, senderId }
      chats.set(to, entries)
    },
    clear() {
      for (const entries of chats.values()) entries.length = 0
      chats = new Map()
    },
  }
}

function remove(entries: Entry[], entry: Entry): void {
  const at = entries.indexOf(entry)
  if (at >= 0) entries.splice(at, 1)
}
