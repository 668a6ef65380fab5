import type { Clock } from '../domain/clock.ts'

interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** Allows a burst, then a steady rate. */
export interface TokenBucket {
  /** Takes one, if there is one. */
  take(): boolean
}

export function createTokenBucket({ perSecond, burst }: Rate, clock: Clock): TokenBucket {
  let tokens = burst
  let filledAt = clock.now()
  return {
    take() {
      const now = clock.now()
      tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) * perSecond) / 1000)
      filledAt = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
