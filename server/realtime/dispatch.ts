import * as v from 'valibot'
import { clientEvents, type Ack, type ClientEventName, type ParsedPayload } from '#shared/events.ts'
import type { Clock } from '../domain/clock.ts'
import { checkPermission, mayEmit } from '../domain/permissions.ts'
import { Refusal } from '../domain/refusal.ts'
import { identityOf, type Connection } from './connection.ts'
import { toRefused } from './refused.ts'
import type { Tally } from './tally.ts'
import { createTokenBucket } from './token-bucket.ts'

const EVENTS = { perSecond: 20, burst: 40 }
/** How many refusals for speed a client may collect before it is taken for hostile. */
const PATIENCE = { perSecond: 1, burst: 100 }

/** What to do for each event, once it is known to be allowed and well-formed. What it throws becomes the answer. */
export type Handlers = {
  readonly [Name in ClientEventName]: (
    connection: Connection,
    payload: ParsedPayload<Name>,
  ) => Promise<Ack<Name>> | Ack<Name>
}

interface Deps {
  readonly handlers: Handlers
  readonly clock: Clock
  readonly rateLimits: boolean
  readonly report: (cause: unknown) => void
  readonly tally: Tally
}

type Answer = (answer: object) => void

/**
 * The wrapper that every event of every client passes, known or not: rate, permission, schema, handler, answer. It takes the place
 * of `socket.on`, so no event can reach code that trusts it, and nothing that a client sends can end the process.
 */
export function createDispatch({
  handlers,
  clock,
  rateLimits,
  report,
  tally,
}: Deps): (connection: Connection) => void {
  async function handle(connection: Connection, event: string, payload: unknown): Promise<object> {
    if (!isClientEvent(event)) throw new Refusal('not_found')
    checkPermission(mayEmit[event], identityOf(connection))
    return call(handlers, event, { connection, payload })
  }

  return (connection) => {
    const { socket } = connection
    const allowance = createTokenBucket(EVENTS, clock)
    const patience = createTokenBucket(PATIENCE, clock)
    // One after the other: a client that joins and leaves at once has left.
    let previous = Promise.resolve()

    function refuse(cause: unknown, event: string, acknowledge: Answer | undefined): void {
      const { success, code, message } = toRefused(cause, { socket, report, tally })
      if (acknowledge === undefined) socket.emit('error', { code, message, event: event.slice(0, 100) })
      else acknowledge({ success, code, message })
    }

    async function answer(event: string, payload: unknown, acknowledge: Answer | undefined): Promise<void> {
      if (!socket.connected) return
      try {
        const result = await handle(connection, event, payload)
        acknowledge?.(result)
      } catch (cause) {
        refuse(cause, event, acknowledge)
      }
    }

    // A client may name an event `error`; nobody listening for that one would be an exception.
    socket.on('error', () => undefined)
    socket.onAny((name: unknown, ...args: unknown[]) => {
      const event = String(name)
      const last = args.at(-1)
      const acknowledge = typeof last === 'function' ? (last as Answer) : undefined
      const payload = args[0] === last && acknowledge !== undefined ? undefined : args[0]
      if (rateLimits && !allowance.take()) {
        if (patience.take()) refuse(new Refusal('rate_limited'), event, acknowledge)
        else socket.disconnect(true)
        return
      }
      previous = previous.then(() => answer(event, payload, acknowledge)).catch(report)
    })
  }
}

function isClientEvent(event: string): event is ClientEventName {
  return Object.hasOwn(clientEvents, event)
}

function call<Name extends ClientEventName>(
  handlers: Handlers,
  event: Name,
  { connection, payload }: { connection: Connection; payload: unknown },
): Promise<Ack<Name>> | Ack<Name> {
  return handlers[event](connection, parse(event, payload) as ParsedPayload<Name>)
}

function parse(event: ClientEventName, payload: unknown): unknown {
  const { payload: schema } = clientEvents[event]
  if (schema === null) return undefined
  const parsed = v.safeParse(schema, payload)
  if (!parsed.success) throw new Refusal('invalid')
  return parsed.output
}
