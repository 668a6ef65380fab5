import * as v from 'valibot'
import { Timestamp } from './text.ts'

/** What the server has noticed of one page origin since it was started. Absent: not seen. */
const Sighting = v.object({
  origin: v.string(),
  /** Whether it stands on the site's list. */
  isAllowed: v.boolean(),
  /** The script tag was fetched by a page there; pages that hide their address are not seen by this. */
  tagAt: v.optional(Timestamp),
  /** Somebody opened the chat there. */
  openedAt: v.optional(Timestamp),
  /** The chat connected by a websocket there, or (the next) only by polling. */
  websocketAt: v.optional(Timestamp),
  pollingAt: v.optional(Timestamp),
})

/** Whether a site's snippet is live. Newest first. */
export const SiteCheck = v.object({
  /** When the server began to look. */
  since: Timestamp,
  /** The server's clock, to be compared with one's own. */
  now: Timestamp,
  sightings: v.array(Sighting),
})
export type SiteCheck = v.InferOutput<typeof SiteCheck>
