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
  failed(chatId: ChatId, clientMessageId: string): DraftMessage | undefined
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
  isUnderWay?: boolean
}

/**
 * Delivers what was written, in order within each chat: a message never overtakes an earlier one that is still being tried. The
 * same `clientMessageId` goes out at every try, so that trying again is harmless.
 */
export function createOutbox({ retrier, deliver, onChange, onFailed }: OutboxOptions): Outbox {
  /** Of all chats, in the order they were written. */
  let entries: readonly Entry[] = []

  function entriesOf(chatId: ChatId): readonly Entry[] {
    return entries.filter(({ draft }) => draft.chatId === chatId)
  }

  function failedEntry(chatId: ChatId, clientMessageId: string): Entry | undefined {
    return entriesOf(chatId).find(
      ({ draft }) => draft.clientMessageId === clientMessageId && draft.delivery === 'failed',
    )
  }

  async function drain(chatId: ChatId): Promise<void> {
    const waiting = entriesOf(chatId)
    const entry = waiting.find(({ draft }) => draft.delivery === 'sending')
    if (entry === undefined || waiting.some(({ isUnderWay }) => isUnderWay)) return
    entry.isUnderWay = true
    await send(entry)
    entry.isUnderWay = false
    // Its chat may have another id by now.
    void drain(entry.draft.chatId)
  }

  async function send(entry: Entry): Promise<void> {
    try {
      await retrier.untilAnswered(
        async () => (entries.includes(entry) ? deliver(entry) : undefined),
        (cause) => change(entry, { failure: toFailure(cause) }),
      )
      forget(entry)
    } catch (cause) {
      const failure = toFailure(cause)
      if (change(entry, { delivery: 'failed', failure })) onFailed(entry.draft, failure)
    }
  }

  /** Says whether it still stands here. */
  function change(entry: Entry, changes: Partial<DraftMessage>): boolean {
    if (!entries.includes(entry)) return false
    entry.draft = { ...entry.draft, ...changes }
    onChange(entry.draft)
    return true
  }

  function forget(entry: Entry): void {
    entries = entries.filter((other) => other !== entry)
  }

  return {
    add(item) {
      entries = [...entries, { ...item }]
      void drain(item.draft.chatId)
    },
    drafts: (chatId) => entriesOf(chatId).map(({ draft }) => draft),
    failed: (chatId, clientMessageId) => failedEntry(chatId, clientMessageId)?.draft,
    retry(chatId, clientMessageId, seenSeq) {
      const entry = failedEntry(chatId, clientMessageId)
      if (entry === undefined) return
      const { failure: _, ...draft } = entry.draft
      entry.draft = draft
      entry.seenSeq = seenSeq
      change(entry, { delivery: 'sending' })
      void drain(chatId)
    },
    discard(chatId, clientMessageId) {
      const entry = failedEntry(chatId, clientMessageId)
      if (entry !== undefined) forget(entry)
      return entry?.draft
    },
    move(from, to, senderId) {
      for (const entry of entriesOf(from)) entry.draft = { ...entry.draft, chatId: to, senderId }
    },
    clear() {
      entries = []
    },
  }
}
