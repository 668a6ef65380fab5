import type { ClientState } from '../state.ts'
import type { StateChanges } from './state-changes.ts'

/** What the tabs of one browser say to each other. Everybody hears everything; what is not meant for them they leave. */
export type TabMessage =
  /** Whoever leads: tell everything. Somebody is new, or has missed something. */
  | { readonly kind: 'hello' }
  | (Telling & { readonly kind: 'state'; readonly state: ClientState })
  | (Telling & { readonly kind: 'changes'; readonly changes: StateChanges })
  /** To whoever leads: do this. */
  | (Request & { readonly kind: 'call' })
  /** The leader is alive, and has begun. */
  | { readonly kind: 'heard'; readonly id: string }
  | { readonly kind: 'answer'; readonly id: string; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: string; readonly refusal: Refused }
  /** The visitor wants nothing to be known of them any more: whatever waits unsent, in whichever tab, goes. */
  | { readonly kind: 'forgotten' }
  /** The page wants no chat any more, in no tab. */
  | { readonly kind: 'stopped' }

/** Of which leader, and the how manieth of theirs: whoever counts knows what they have missed. */
interface Telling {
  /** When it began to lead, in milliseconds of the device's clock: of two that both believe they lead, the later one is right. */
  readonly term: number
  readonly revision: number
}

export interface Request {
  readonly id: string
  /** Of the client: `loadOlder`, `visitor.describe`. */
  readonly method: string
  readonly args: readonly unknown[]
}

/** An `ApiError` by its parts: what goes from tab to tab loses its class. */
export interface Refused {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly body: Readonly<Record<string, unknown>>
  readonly retryAfterMs: number
}
