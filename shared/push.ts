import * as v from 'valibot'
import { PushDeviceId } from './ids.ts'
import { MAX_URL_LENGTH } from './limits.ts'
import { CleanText, line, Timestamp } from './text.ts'

/** Where a browser is reached while no page of it is open, as its own `PushSubscription` says it (RFC 8030, RFC 8291). */
export const KeepPushDevice = v.object({
  /** At a push service: https, on a public host. */
  endpoint: v.pipe(CleanText, v.maxLength(MAX_URL_LENGTH), v.url()),
  keys: v.object({
    /** A point of P-256, uncompressed. */
    p256dh: v.pipe(v.string(), v.regex(/^B[\w-]{86}$/, 'A public key in base64url')),
    auth: v.pipe(v.string(), v.regex(/^[\w-]{22}$/, '16 bytes in base64url')),
  }),
  /** What its owner knows it by. */
  label: line(120),
})

/** A browser to which pushes go, for as long as the session lasts that it was added in. */
export const PushDevice = v.object({
  deviceId: PushDeviceId,
  label: v.string(),
  createdAt: Timestamp,
})
export type PushDevice = v.InferOutput<typeof PushDevice>

export const PushSettings = v.object({
  /** Of this server: `applicationServerKey`. */
  publicKey: v.string(),
  devices: v.array(PushDevice),
})

/** What the worker of the console is sent. `isTest`: somebody asked for it, to see whether it arrives. */
export interface PushPayload {
  readonly title: string
  readonly body: string
  readonly ownerId: string
  /** Absent in a test. */
  readonly chatId?: string
  readonly seq?: number
}
