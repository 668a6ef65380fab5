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

  function say(chatId: ChatId): Promise<void> {
    const seq = marked.get(chatId) ?? 0
    return api('PUT /v2/messages/mark-as-read', { body: { chatId, seq }, keepalive: true })
  }

  async function tell(chatId: ChatId): Promise<void> {
    waiting.delete(chatId)
    try {
      await retrier.untilAnswered(() => say(chatId))
    } catch {
      // Refused: the next mark says it again.
      marked.delete(chatId)
    }
  }

  // A page that is left takes its timers with it.
  life.onEnd(() => waiting.forEach((chatId) => void say(chatId).catch(() => {})))

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
