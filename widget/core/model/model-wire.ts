import type { Message } from '#shared/message.ts'
import type { OpenSocket, WireSocket } from '../environment.ts'
import { answer, type ModelAnswer, type ModelRequest } from './model-routes.ts'
import { CHAT, type ModelStore, type Person } from './model-store.ts'

/** One thing that is under way between a client and the server, to be moved on, or lost. */
interface UnderWay {
  advance(): void
  lose(): void
}

/** A client's line to the model: nothing moves on it until it is told to. */
export interface ModelWire {
  readonly fetch: typeof fetch
  readonly openSocket: OpenSocket
  /** How many things could move now. */
  pending(): number
  /** Moves one of them a step on: a request to the server, an answer back, an event to the client. */
  advance(which: number): void
  /** Loses one: a request never arrives, an answer never comes back, an event is dropped by a lossy bus. */
  lose(which: number): void
  /** The socket drops. */
  cut(): void
  /** Something happened in the chat: tell whoever listens. */
  tell(event: 'message:new' | 'message:updated', message: Message): void
  /** The server's sign of life. */
  ping(): void
  /** The server says where the chat stands. */
  tellHead(): void
}

type Listener = (...payload: unknown[]) => void

export function createModelWire(store: ModelStore, person: Person, onChange: Change): ModelWire {
  const requests: UnderWay[] = []
  let events: UnderWay[] = []
  const listeners = new Map<string, Listener>()
  let isConnected = false
  let hasJoined = false

  function on(event: string, listener: Listener): void {
    listeners.set(event, listener)
  }

  function emit(event: string, ...payload: unknown[]): void {
    listeners.get(event)?.(...payload)
  }

  /** Events keep their order, as on one connection; so do acknowledgements. */
  function enqueue(deliver: () => void): void {
    const item: UnderWay = {
      advance() {
        events.shift()
        deliver()
      },
      lose: () => void events.shift(),
    }
    events.push(item)
  }

  const socket = {
    get connected() {
      return isConnected
    },
    io: { on, opts: { transports: ['websocket', 'polling'] } },
    on,
    onAny() {},
    connect() {
      const item: UnderWay = {
        advance() {
          drop(item)
          isConnected = true
          hasJoined = false
          events = []
          emit('connect')
        },
        lose() {
          drop(item)
          emit('connect_error', new Error('lost'))
        },
      }
      requests.push(item)
    },
    disconnect: cut,
    emit() {},
    timeout: () => ({
      emitWithAck: () =>
        new Promise((resolve, reject) => {
          const item: UnderWay = {
            advance() {
              drop(item)
              hasJoined = true
              const ack = { success: true, chatId: CHAT, ...store.head(person) }
              enqueue(() => resolve(ack))
            },
            lose() {
              drop(item)
              reject(new Error('timed out'))
            },
          }
          requests.push(item)
        }),
    }),
  }

  function drop(item: UnderWay): void {
    const at = requests.indexOf(item)
    if (at >= 0) requests.splice(at, 1)
  }

  function cut(): void {
    if (!isConnected) return
    isConnected = false
    hasJoined = false
    events = []
    emit('disconnect')
  }

  function underWay(): UnderWay[] {
    const first = events[0]
    return first === undefined ? requests : [...requests, first]
  }

  return {
    openSocket: () => socket as unknown as WireSocket,
    fetch: (url, init) =>
      new Promise((resolve, reject) => {
        const request = requestOf(url as string, init, person)
        const lost = () => reject(new TypeError('fetch failed'))
        const coming: UnderWay = {
          advance() {
            const before = store.messages(person).length
            const answered = answer(store, request)
            drop(coming)
            const going: UnderWay = {
              advance() {
                drop(going)
                resolve(responseOf(answered))
              },
              lose() {
                drop(going)
                lost()
              },
            }
            requests.push(going)
            onChange(request, store.messages(person).length > before)
          },
          lose() {
            drop(coming)
            lost()
          },
        }
        requests.push(coming)
      }),
    pending: () => underWay().length,
    advance: (which) => pick(underWay(), which)?.advance(),
    lose: (which) => pick(underWay(), which)?.lose(),
    cut,
    tell(event, message) {
      if (!isConnected || !hasJoined) return
      const seen = store.messages(person).find(({ messageId }) => messageId === message.messageId)
      if (seen !== undefined) enqueue(() => emit(event, seen))
    },
    ping() {
      if (isConnected) emit('ping')
    },
    tellHead() {
      const { epoch: _, ...head } = store.head(person)
      if (isConnected && hasJoined) enqueue(() => emit('chat:head', { chatId: CHAT, ...head }))
    },
  }
}

type Change = (request: ModelRequest, isNew: boolean) => void

function pick<T>(items: readonly T[], which: number): T | undefined {
  return items[which % Math.max(1, items.length)]
}

function requestOf(url: string, init: RequestInit | undefined, person: Person): ModelRequest {
  const { pathname, searchParams } = new URL(url)
  const path = pathname.split('/').slice(1)
  const token = new Headers(init?.headers).get('authorization')
  return {
    name: `${init?.method} /v2/${path[1]}`,
    path,
    query: searchParams,
    body: typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {},
    person: token === `Bearer ${person.id}` ? person : null,
  }
}

/** As much of a `Response` as a client reads; the real one's body takes more turns than a test's time has. */
function responseOf({ status, body, headers }: ModelAnswer): Response {
  const text = body === undefined ? '' : JSON.stringify(body)
  return { ok: status < 400, status, headers: new Headers(headers), text: async () => text } as Response
}
