import type { Chat } from '#shared/chat.ts'

const MINUTE_MS = 60_000
/** Of a site that has not been read yet. */
const USUAL_TARGET_MINUTES = 5
/** From this part of its target on a wait is worth a warm colour; from the whole of it on a red one. */
const LONG = 0.5

export type WaitingLevel = 'fresh' | 'long' | 'too-long'

export interface Waiting {
  readonly minutes: number
  readonly level: WaitingLevel
}

/** How long a visitor has waited for an answer, against the minutes that their site allows; null when nobody waits. */
export function waitingOf(chat: Chat, now: number, target = USUAL_TARGET_MINUTES): Waiting | null {
  if (chat.status === 'CLOSED' || chat.waitingSince === undefined) return null
  // The server's clock may run ahead of this one.
  const waited = Math.max(0, now - Date.parse(chat.waitingSince)) / MINUTE_MS
  return { minutes: Math.floor(waited), level: levelOf(waited / target) }
}

function levelOf(part: number): WaitingLevel {
  if (part >= 1) return 'too-long'
  return part >= LONG ? 'long' : 'fresh'
}
