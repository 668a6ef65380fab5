import * as v from 'valibot'
import { Chat, ChatStatus } from './chat.ts'
import { DraftChanged } from './draft.ts'
import { ChatId } from './ids.ts'
import { Mention } from './mention.ts'
import { Message } from './message.ts'
import { PresenceStatus, Teammate, Visitor } from './person.ts'
import { Site } from './site.ts'
import { Timestamp } from './text.ts'
import { RemovedVisitor } from './visitor.ts'
import { ChatViewers } from './viewing.ts'
import { Webhook } from './webhook.ts'

type Schema = v.GenericSchema

/** Something a client asks over the socket. Every one may be acknowledged, and none must be. */
interface ClientEvent {
  readonly summary: string
  /** `null`: none. */
  readonly payload: Schema | null
  /** The acknowledgement of success; a refusal is always `Refused`. */
  readonly ack: Schema
  /** Whether somebody without credentials may. */
  readonly isPublic?: true
}

/** Something the server tells. */
interface ServerEvent {
  readonly summary: string
  readonly payload: Schema
}

export const Refused = v.object({ success: v.literal(false), code: v.string(), message: v.string() })
export type Refused = v.InferOutput<typeof Refused>

/**
 * Which chat to join. The seed document's `chat:{chatId}` and `chat:{chatId}:commercial` are understood too: rooms are computed
 * by the server, so the prefix adds nothing and the suffix is only allowed to those who would get the notes anyway.
 */
export const ChatAddress = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const OneChat = v.object({ chatId: ChatAddress })
const success = v.object({ success: v.literal(true) })
const Membership = v.object({ chatId: ChatId, roomName: v.string(), timestamp: Timestamp })

export const clientEvents = {
  'chat:join': {
    summary: 'Hear a chat from now on',
    payload: OneChat,
    ack: v.object({
      success: v.literal(true),
      ...Membership.entries,
      lastSeq: v.number(),
      lastChangeAt: v.nullable(Timestamp),
      epoch: v.string(),
    }),
  },
  'chat:leave': {
    summary: 'Hear it no more',
    payload: OneChat,
    ack: v.object({ success: v.literal(true), ...Membership.entries }),
  },
  'typing:start': {
    summary: 'Somebody is writing; ends by itself after 5 s',
    payload: v.object({ chatId: ChatAddress, isInternal: v.optional(v.boolean(), false) }),
    ack: success,
  },
  'typing:stop': {
    summary: 'They have stopped',
    payload: v.object({ chatId: ChatAddress, isInternal: v.optional(v.boolean(), false) }),
    ack: success,
  },
  'viewing:start': {
    summary: 'This window shows a chat, and no other (commercials); says who else looks at it',
    payload: OneChat,
    ack: v.object({ success: v.literal(true), viewers: v.array(Teammate) }),
  },
  'viewing:stop': { summary: 'It does not any more', payload: OneChat, ack: success },
  'auth:refresh': {
    summary: 'Go on with a newer access token of the same session',
    payload: v.object({ token: v.pipe(v.string(), v.maxLength(8_192)) }),
    ack: success,
  },
  'health-check': {
    summary: 'Is the server there?',
    payload: null,
    ack: v.object({ status: v.literal('ok'), timestamp: Timestamp, version: v.string() }),
    isPublic: true,
  },
  test: {
    summary: 'Does the connection carry text both ways?',
    payload: v.object({ message: v.pipe(v.string(), v.maxLength(1_000)) }),
    ack: v.object({ success: v.literal(true), message: v.string(), timestamp: Timestamp }),
    isPublic: true,
  },
} as const satisfies Record<string, ClientEvent>

const Typing = v.object({
  chatId: ChatId,
  userId: v.string(),
  userType: v.picklist(['visitor', 'commercial']),
  userName: v.string(),
})

const Presence = v.object({
  userId: v.string(),
  userType: v.picklist(['visitor', 'commercial']),
  status: PresenceStatus,
  timestamp: Timestamp,
})

export const serverEvents = {
  welcome: {
    summary: 'The connection is up, and this is who the server takes you for',
    payload: v.object({
      message: v.string(),
      clientId: v.string(),
      timestamp: Timestamp,
      principal: v.picklist(['commercial', 'visitor', 'anonymous']),
    }),
  },
  'chat:joined': { summary: 'You hear this chat now', payload: Membership },
  'chat:left': { summary: 'You no longer hear it', payload: Membership },
  'message:new': {
    summary: 'A message as this audience sees it; notes to commercials only',
    payload: Message,
  },
  'message:updated': { summary: 'A message after an edit or a deletion', payload: Message },
  'message:read': {
    summary: 'Somebody has read up to here, in this audience’s numbering',
    payload: v.object({
      chatId: ChatId,
      readerId: v.string(),
      readerType: v.picklist(['visitor', 'commercial']),
      seq: v.number(),
      readAt: Timestamp,
    }),
  },
  'chat:status': {
    summary: 'A chat’s status changed',
    payload: v.object({ chatId: ChatId, status: ChatStatus, timestamp: Timestamp }),
  },
  'chat:assigned': {
    summary: 'A chat has another assignee',
    payload: v.object({ chatId: ChatId, assignee: v.nullable(Teammate), timestamp: Timestamp }),
  },
  'chat:created': {
    summary: 'A new chat, to every commercial of the site; to its visitor when the team has begun it',
    payload: Chat,
  },
  'chat:updated': { summary: 'Anything of a chat changed, to every commercial of the site', payload: Chat },
  'chat:head': {
    summary: 'Where a joined chat stands: heals what a lossy bus dropped',
    payload: v.object({ chatId: ChatId, lastSeq: v.number(), lastChangeAt: v.nullable(Timestamp) }),
  },
  'user:typing': { summary: 'Somebody in the chat is writing', payload: Typing },
  'user:stop-typing': { summary: 'They have stopped', payload: Typing },
  'chat:viewers': {
    summary: 'Who of the team is looking at a chat now, to every commercial of the site',
    payload: ChatViewers,
  },
  'draft:changed': {
    summary: 'What one is writing in a chat, from one of one’s devices to the others; null: nothing any more',
    payload: DraftChanged,
  },
  'mention:new': { summary: 'A note names you', payload: Mention },
  'mentions:seen': {
    summary: 'You have seen mentions, on this device or another',
    payload: v.object({ chatId: v.optional(ChatId), unseenCount: v.number() }),
  },
  'presence:changed': {
    summary: 'Who is there: a person to commercials, only `online` to visitors',
    payload: v.union([Presence, v.object({ online: v.boolean() })]),
  },
  'presence:state': {
    summary:
      'Who is there when a commercial connects: what was told before is void. At most a thousand visitors',
    payload: v.object({ present: v.array(Presence) }),
  },
  'visitor:updated': { summary: 'What is known of a visitor has changed, to commercials', payload: Visitor },
  'visitor:removed': {
    summary: 'A visitor was erased, or merged into who they turned out to be, to commercials',
    payload: RemovedVisitor,
  },
  'site:updated': { summary: 'How a site is set up has changed, to its commercials', payload: Site },
  'webhook:stopped': {
    summary: 'A webhook is told nothing any more, since it took nothing, to admins',
    payload: Webhook,
  },
  'session:expired': {
    summary: 'This session has ended; the server disconnects',
    payload: v.object({ code: v.string() }),
  },
  'server:restart': {
    summary: 'The server is going away; come back after this long',
    payload: v.object({ inMs: v.number() }),
  },
  error: {
    summary: 'A refusal where there was no acknowledgement to carry it',
    payload: v.object({ code: v.string(), message: v.string(), event: v.optional(v.string()) }),
  },
  'test-response': {
    summary: 'The echo of `test`',
    payload: v.object({ success: v.literal(true), message: v.string(), timestamp: Timestamp }),
  },
} as const satisfies Record<string, ServerEvent>

type ClientEvents = typeof clientEvents
type ServerEvents = typeof serverEvents
export type ClientEventName = keyof ClientEvents
export type ServerEventName = keyof ServerEvents

export type ClientPayload<Name extends ClientEventName> =
  ClientEvents[Name]['payload'] extends infer S extends Schema ? v.InferInput<S> : undefined
/** What the server works with, defaults filled in. */
export type ParsedPayload<Name extends ClientEventName> =
  ClientEvents[Name]['payload'] extends infer S extends Schema ? v.InferOutput<S> : undefined
export type Ack<Name extends ClientEventName> = v.InferOutput<ClientEvents[Name]['ack']>
export type ServerPayload<Name extends ServerEventName> = v.InferOutput<ServerEvents[Name]['payload']>

/** Socket.IO's typed maps. */
export type ServerToClientEvents = { [Name in ServerEventName]: (payload: ServerPayload<Name>) => void }
export type ClientToServerEvents = {
  [Name in ClientEventName]: ClientPayload<Name> extends undefined
    ? (ack?: (answer: Ack<Name> | Refused) => void) => void
    : (payload: ClientPayload<Name>, ack?: (answer: Ack<Name> | Refused) => void) => void
}
