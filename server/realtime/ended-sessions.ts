import type { Timers } from './timers.ts'

/** Far longer than a handshake takes. */
const REMEMBERED_MS = 30_000

/**
 * The sessions that ended just now. A handshake that read its session as good just before the end, and enters the session's room
 * just after, would otherwise live on unnoticed.
 */
export interface EndedSessions {
  add(sessionId: string): void
  has(sessionId: string): boolean
}

export function createEndedSessions(timers: Timers): EndedSessions {
  const ended = new Set<string>()
  return {
    add(sessionId) {
      ended.add(sessionId)
      timers.after(REMEMBERED_MS, () => ended.delete(sessionId))
    },
    has: (sessionId) => ended.has(sessionId),
  }
}
