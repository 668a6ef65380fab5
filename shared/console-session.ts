import * as v from 'valibot'
import { Timestamp } from './text.ts'

/** A place where somebody of the team is signed in, as they see it themself. */
export const ConsoleSession = v.object({
  sessionId: v.string(),
  /** The one that asks. */
  isCurrent: v.boolean(),
  /** As far as the browser says it. */
  browser: v.optional(v.string()),
  system: v.optional(v.string()),
  /** The network it came from: `203.0.113.0/24`, or the /48 of an IPv6 address. */
  addressPrefix: v.optional(v.string()),
  createdAt: Timestamp,
  /** To within the life of an access token. */
  lastSeenAt: Timestamp,
  expiresAt: Timestamp,
})
export type ConsoleSession = v.InferOutput<typeof ConsoleSession>

/** Most recently used first. */
export const ConsoleSessionList = v.object({ sessions: v.array(ConsoleSession) })
