import type { Socket } from 'socket.io-client'
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/events.ts'

/** How to call something off. */
export type Cancel = () => void

export type WireSocket = Socket<ServerToClientEvents, ClientToServerEvents>
export type OpenSocket = (url: string, options: Readonly<Record<string, unknown>>) => WireSocket

/** What a client takes from the world around it, so that tests can own time, chance and the wire. */
export interface Environment {
  /** Milliseconds since 1970, by this device. */
  readonly now: () => number
  /** From 0 up to 1. */
  readonly random: () => number
  readonly after: (ms: number, run: () => void) => Cancel
  readonly newId: () => string
  readonly loadSocket: () => Promise<OpenSocket>
  /** The page around it; null where there is none. */
  readonly page: () => HostPage | null
}

/** What a page tells of itself: whether the device is online, whether anybody looks, that it was asleep. */
export interface HostPage {
  readonly window: EventTarget
  readonly document: EventTarget & { readonly visibilityState: string }
  readonly navigator: { readonly onLine: boolean }
}

export const realEnvironment: Environment = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  // Not `randomUUID`: browsers have it only in secure contexts, and a chat must work on a plain http page too.
  newId: () =>
    Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    ),
  // A chunk of its own: two thirds of the weight of an open chat, and nothing on screen waits for it.
  loadSocket: async () => {
    const { Manager } = await import('socket.io-client')
    return (url, options) => new Manager(url, options).socket('/', options)
  },
  page: () => (typeof document === 'undefined' ? null : { window, document, navigator }),
}
