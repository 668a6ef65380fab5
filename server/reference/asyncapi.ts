import type { GenericSchema } from 'valibot'
import { clientEvents, Refused, serverEvents } from '#shared/events.ts'
import { sentSchema, shapeSchemas, toldSchema } from './shapes.ts'

/**
 * The Socket.IO side of the contract as AsyncAPI 3.0 (asyncapi.com/docs/reference/specification/v3.0.0), from the server's side: it
 * receives what clients ask and answers in the acknowledgement, and sends what it tells.
 */
export function createAsyncapi(version: string): object {
  const asked = Object.entries(clientEvents)
  const told = Object.entries(serverEvents)
  const messages: readonly (readonly [name: string, message: object])[] = [
    ...asked.map(([name, event]) => [name, askedMessage(name, event)] as const),
    ...asked.map(([name, { ack }]) => [ackOf(name), ackMessage(name, ack)] as const),
    ...told.map(
      ([name, { summary, payload }]) => [name, message(name, summary, toldSchema(payload))] as const,
    ),
  ]
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Sobremesa',
      version,
      description:
        'What is said over Socket.IO 4. A connection says who it is in the handshake: `auth: { token }`, or the console’s cookie. Calls over HTTP are in /openapi.json.',
      license: { name: 'MIT' },
    },
    channels: {
      socket: {
        address: '/socket.io/',
        description: 'The default namespace, by WebSocket or polling.',
        messages: Object.fromEntries(
          messages.map(([name]) => [name, { $ref: `#/components/messages/${escape(name)}` }]),
        ),
      },
    },
    operations: Object.fromEntries([
      ...asked.map(([name]) => [
        `receive ${name}`,
        { ...operation('receive', name), reply: { channel: SOCKET, messages: [inSocket(ackOf(name))] } },
      ]),
      ...told.map(([name]) => [`send ${name}`, operation('send', name)]),
    ]),
    components: { schemas: shapeSchemas(), messages: Object.fromEntries(messages) },
  }
}

const SOCKET = { $ref: '#/channels/socket' }

function operation(action: 'receive' | 'send', name: string) {
  return { action, channel: SOCKET, messages: [inSocket(name)] }
}

function message(name: string, summary: string, payload: object | null): object {
  return { name, summary, contentType: 'application/json', ...(payload !== null && { payload }) }
}

interface AskedEvent {
  readonly summary: string
  readonly payload: GenericSchema | null
}

function askedMessage(name: string, { summary, payload }: AskedEvent): object {
  return message(name, summary, payload === null ? null : sentSchema(payload))
}

/** Success as the event says, or a refusal. */
function ackMessage(name: string, ack: GenericSchema): object {
  const payload = { oneOf: [toldSchema(ack), toldSchema(Refused)] }
  return message(ackOf(name), `The acknowledgement of \`${name}\``, payload)
}

function ackOf(name: string): string {
  return `${name} acknowledged`
}

function inSocket(name: string): object {
  return { $ref: `#/channels/socket/messages/${escape(name)}` }
}

/** In a JSON pointer within an address. */
function escape(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('%3A', ':')
}
