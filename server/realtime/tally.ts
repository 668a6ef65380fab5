import type { ErrorCode } from '#shared/errors.ts'

/** Counts, for whoever runs the server, what clients were not given. */
export interface Tally {
  refused(code: ErrorCode): void
  /** At the front door, before anything was known of them. */
  turnedAway(): void
}
