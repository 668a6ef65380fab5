import type { Message } from '#shared/message.ts'
import type { OpenSocket, WireSocket } from '../environment.ts'
import type { InFlight } from './in-flight.ts'
import { CHAT, type ModelStore, type Person } from './model-store.ts'

/** The model's end of a socket. */
export interface ModelSocket {
  readonly open: OpenSocket
  /** The connection drops. */
  readonly cut: () => void
  readonly isConnected: () => boolean
  /** A message is new or changed: whoever has joined hears of it. */
  readonly tell: (event: 'message:new' | 'message:updated', message: Message) => void
  tellHead(): void
  /** The server's sign of life. */
  ping(): void
  /** How many listeners an event has. */
  listeners(event: string): number
}

type Listener = (...payload: unknown[]) => void

export function createModelSocket(store: ModelStore, person: Person, inFlight: InFlight): ModelSocket {
  const listeners: { event: string; listener: Listener }[] = []
  let isConnected = false
  let hasJoined = false

  const on = (event: string, listener: Listener) => void listeners.push({ event, listener })

  function emit(event: string, ...payload: unknown[]): void {
    for (const held of listeners) if (held.event === event) held.listener(...payload)
  }

  function hear(event: string, payload: unknown): void {
    if (isConnected && hasJoined) {
      inFlight.queue({ what: 'event', advance: () => emit(event, payload), lose() {} })
    }
  }

  function connect(): void {
    inFlight.add({
      what: 'connect',
      advance() {
        isConnected = true
        emit('connect')
      },
      lose: () => emit('connect_error', new Error('lost')),
    })
  }

  function cut(): void {
    const wasConnected = isConnected
    isConnected = false
    hasJoined = false
    inFlight.dropConnection()
    if (wasConnected) emit('disconnect')
  }

  function join(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const lose = () => reject(new Error('timed out'))
      // Joined first, looked up after: events may come before the acknowledgement.
      const acknowledge = () => {
        const ack = { success: true, chatId: CHAT, ...store.head(person) }
        inFlight.queue({ what: 'join', lose, advance: () => resolve(ack) })
      }
      inFlight.add({
        what: 'join',
        lose,
        advance() {
          hasJoined = true
          inFlight.add({ what: 'join', lose, advance: acknowledge })
        },
      })
    })
  }

  const socket = {
    get connected() {
      return isConnected
    },
    io: { on, opts: { transports: ['websocket', 'polling'] } },
    on,
    onAny() {},
    emit() {},
    connect,
    disconnect: cut,
    timeout: () => ({ emitWithAck: join }),
  }

  return {
    open: () => socket as unknown as WireSocket,
    cut,
    isConnected: () => isConnected,
    tell(event, { messageId }) {
      const seen = store.messages(person).find((message) => message.messageId === messageId)
      if (seen !== undefined) hear(event, seen)
    },
    tellHead() {
      const { epoch: _, ...head } = store.head(person)
      hear('chat:head', { chatId: CHAT, ...head })
    },
    ping() {
      if (isConnected) emit('ping')
    },
    listeners: (event) => listeners.filter((held) => held.event === event).length,
  }
}
