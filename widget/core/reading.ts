import type { ChatId } from '#shared/ids.ts'
import type { Core } from './core.ts'

const SETTLE_MS = 300

/** How far this reader has read, told to the server: forward only, and not at every message of a burst. */
export interface Reading {
  mark(chatId: ChatId, seq: number): void
}

export function createReading({ api, life, retrier }: Core): Reading {
  const marked = new Map<ChatId, number>()
  const waiting = new Set<ChatId>()

  async function tell(chatId: ChatId): Promise<void> {
    waiting.delete(chatId)
    try {
      await retrier.untilAnswered(() =>
        api('PUT /v2/messages/mark-as-read', { body: { chatId, seq: marked.get(chatId) ?? 0 } }),
      )
    } catch {
      // Refused: the next mark says it again.
      marked.delete(chatId)
    }
  }

  return {
    mark(chatId, seq) {
      if (seq <= (marked.get(chatId) ?? 0)) return
      marked.set(chatId, seq)
      if (waiting.has(chatId)) return
      waiting.add(chatId)
      life.after(SETTLE_MS, () => void tell(chatId))
    },
  }
}
