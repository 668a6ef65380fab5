const FIRST_MS = 500
const LONGEST_MS = 20_000

export interface Backoff {
  /** Milliseconds to wait before the next try: doubling, spread by half either way so that a crowd does not come back as one. */
  next(): number
  reset(): void
}

export function createBackoff(random: () => number): Backoff {
  let tries = 0
  return {
    next() {
      const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries)
      tries += 1
      return Math.min(LONGEST_MS, Math.round(base * (0.5 + random())))
    },
    reset() {
      tries = 0
    },
  }
}
