import type { Chat } from '#shared/chat.ts'

const MINUTE_MS = 60_000
/** From here on a wait is worth a warm colour, and from there on a red one. A site's own target comes with the settings. */
const LONG_MINUTES = 5
const TOO_LONG_MINUTES = 10

export type WaitingLevel = 'fresh' | 'long' | 'too-long'

export interface Waiting {
  readonly minutes: number
  readonly level: WaitingLevel
}

/** How long a visitor has waited for an answer; null when nobody waits. */
export function waitingOf(chat: Chat, now: number): Waiting | null {
  if (chat.status === 'CLOSED' || chat.waitingSince === undefined) return null
  // The server's clock may run ahead of this one.
  const minutes = Math.max(0, Math.floor((now - Date.parse(chat.waitingSince)) / MINUTE_MS))
  return { minutes, level: levelOf(minutes) }
}

function levelOf(minutes: number): WaitingLevel {
  if (minutes >= TOO_LONG_MINUTES) return 'too-long'
  return minutes >= LONG_MINUTES ? 'long' : 'fresh'
}
