import * as v from 'valibot'
import { AssignQuery, Chat, ChatList, ChatsQuery, OpenChat, RateChat, SnoozeChat } from './chat.ts'
import { deskEndpoints } from './desk-endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import { ChatId } from './ids.ts'
import {
  Attachment,
  EditMessage,
  History,
  HistoryQuery,
  MarkAsRead,
  Message,
  SendMessage,
} from './message.ts'
import {
  AccessToken,
  ChangeCommercial,
  ChangePassword,
  ChangeSelf,
  Commercial,
  CommercialsQuery,
  CreateCommercial,
  LoggedIn,
  Login,
  PresenceStatus,
  SetUp,
} from './person.ts'
import { peopleEndpoints } from './people-endpoints.ts'
import { SearchQuery, SearchResult } from './search.ts'
import { TagChat, TagList, TagsQuery } from './tag.ts'
import { Transcript, TranscriptQuery } from './transcript.ts'
import { siteEndpoints } from './site-endpoints.ts'
import { visitorEndpoints } from './visitor-endpoints.ts'
import { webhookEndpoints } from './webhook-endpoints.ts'

type Schema = v.GenericSchema

export const endpoints = {
  ...deskEndpoints,
  'POST /v2/messages': {
    summary: 'Send a message, or a note',
    body: SendMessage,
    result: Message,
    status: [201, 200],
    errors: [
      'chat_not_found',
      'internal_not_allowed',
      'attachment_unknown',
      'idempotency_conflict',
      'stale_reply',
      'chat_closed',
      'other_chat_open',
      'visitor_blocked',
      'mention_unknown',
    ],
  },
  'GET /v2/messages/chat/:chatId': {
    summary: 'Page through a chat, oldest first; without a bound, its newest messages',
    query: HistoryQuery,
    result: History,
    status: [200],
    errors: ['chat_not_found'],
  },
  'GET /v2/messages/search': {
    summary: 'Find messages and notes by what they say; case and accents do not matter',
    query: SearchQuery,
    result: SearchResult,
    status: [200],
    errors: ['chat_not_found'],
  },
  'GET /v2/messages/:messageId': {
    summary: 'One message',
    result: Message,
    status: [200],
    errors: ['message_not_found'],
  },
  'PATCH /v2/messages/:messageId': {
    summary: 'Edit a message: its author, within 15 minutes',
    body: EditMessage,
    result: Message,
    status: [200],
    errors: ['message_not_found', 'forbidden', 'edit_window_over'],
  },
  'DELETE /v2/messages/:messageId': {
    summary: 'Delete a message: its author, or an admin. Its place in the order stays',
    result: Message,
    status: [200],
    errors: ['message_not_found', 'forbidden'],
  },
  'PUT /v2/messages/mark-as-read': {
    summary: 'Move the reader’s position forward, up to and including a message',
    body: MarkAsRead,
    result: null,
    status: [204],
    errors: ['chat_not_found', 'message_not_found'],
  },
  'POST /v2/files/upload': {
    summary: 'Upload a file to a chat; a message then carries it',
    form: v.object({ chatId: ChatId }),
    result: Attachment,
    status: [201],
    errors: [
      'chat_not_found',
      'chat_closed',
      'visitor_blocked',
      'forbidden',
      'too_large',
      'file_type_not_allowed',
      'file_empty',
      'file_damaged',
      'picture_too_large',
      'quota_exceeded',
      'disk_full',
    ],
  },
  'POST /v2/chats': {
    summary: 'Open a chat; a visitor who has one gets that one',
    body: OpenChat,
    result: Chat,
    status: [201, 200],
    errors: ['visitor_not_found', 'visitor_left', 'idempotency_conflict', 'visitor_blocked'],
  },
  'GET /v2/chats': {
    summary:
      'The chats this reader may see, by status, assignee, site and tag; snoozed ones only when asked for',
    query: ChatsQuery,
    result: ChatList,
    status: [200],
  },
  'GET /v2/chats/:chatId': {
    summary: 'One chat',
    result: Chat,
    status: [200],
    errors: ['chat_not_found'],
  },
  'PUT /v2/chats/:chatId/assign/:commercialId': {
    summary: 'Assign a chat to `me`, `none` or a person; with `If-Unassigned: true` only if nobody has it',
    query: AssignQuery,
    result: Chat,
    status: [200],
    errors: ['chat_not_found', 'already_assigned', 'assignee_unknown'],
  },
  'PUT /v2/chats/:chatId/close': {
    summary: 'Close a chat',
    result: Chat,
    status: [200],
    errors: ['chat_not_found'],
  },
  'PUT /v2/chats/:chatId/reopen': {
    summary: 'Open a closed chat again',
    result: Chat,
    status: [200],
    errors: ['chat_not_found', 'other_chat_open'],
  },
  'PUT /v2/chats/:chatId/rating': {
    summary: 'What the visitor thinks of a chat that is closed; may be changed within a day',
    body: RateChat,
    result: Chat,
    status: [200],
    errors: ['chat_not_found', 'chat_open', 'edit_window_over'],
  },
  'GET /v2/chats/:chatId/transcript': {
    summary: 'The chat as a file; a visitor’s has no notes',
    query: TranscriptQuery,
    result: Transcript,
    status: [200],
    errors: ['chat_not_found'],
  },
  'PUT /v2/chats/:chatId/tags': {
    summary: 'Give a chat these tags, and no others',
    body: TagChat,
    result: Chat,
    status: [200],
    errors: ['chat_not_found'],
  },
  'PUT /v2/chats/:chatId/snooze': {
    summary: 'Put a chat off until a time, or until its visitor writes; `null` brings it back now',
    body: SnoozeChat,
    result: Chat,
    status: [200],
    errors: ['chat_not_found', 'chat_closed'],
  },
  'GET /v2/tags': {
    summary: 'The tags in use, most used first',
    query: TagsQuery,
    result: TagList,
    status: [200],
  },
  ...visitorEndpoints,
  ...siteEndpoints,
  ...peopleEndpoints,
  ...webhookEndpoints,
  'POST /v2/auth/login': {
    summary: 'Sign in a commercial: an access token, and the cookie console_session',
    body: Login,
    result: LoggedIn,
    status: [200],
    errors: ['wrong_credentials'],
  },
  'POST /v2/auth/refresh': {
    summary: 'A new access token for the cookie, which changes too',
    result: AccessToken,
    status: [200],
    errors: ['invalid_token', 'token_expired'],
  },
  'POST /v2/auth/logout': { summary: 'End this session, its sockets too', result: null, status: [204] },
  'GET /v2/auth/me': { summary: 'Who is signed in', result: Commercial, status: [200] },
  'PATCH /v2/auth/me': {
    summary: 'Change one’s own name',
    body: ChangeSelf,
    result: Commercial,
    status: [200],
  },
  'POST /v2/auth/setup': {
    summary: 'Create the first admin: once, with the link that the first start printed',
    body: SetUp,
    result: LoggedIn,
    status: [201],
    errors: ['not_found', 'invalid_token', 'token_expired'],
  },
  'GET /v2/commercials': {
    summary: 'The people who answer the same sites; with `left`, those who left instead (admins)',
    query: CommercialsQuery,
    result: v.object({ commercials: v.array(Commercial) }),
    status: [200],
  },
  'POST /v2/commercials': {
    summary: 'Add a person who answers (admins)',
    body: CreateCommercial,
    result: Commercial,
    status: [201],
    errors: ['email_taken', 'site_not_found'],
  },
  'PATCH /v2/commercials/:commercialId': {
    summary:
      'Change a person’s name, role or sites, or that they left (admins); their consoles notice at once',
    body: ChangeCommercial,
    result: Commercial,
    status: [200],
    errors: ['commercial_not_found', 'site_not_found', 'last_admin'],
  },
  'PUT /v2/auth/password': {
    summary: 'Set another password; every other session of this person ends',
    body: ChangePassword,
    result: null,
    status: [204],
    errors: ['wrong_password'],
  },
  'PUT /v2/commercials/me/presence': {
    summary: 'Say whether one is there to answer',
    body: v.object({ status: PresenceStatus }),
    result: null,
    status: [204],
  },
} as const satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints

type Segment<Path extends string> = Path extends `${infer Head}/${infer Rest}`
  ? Segment<Head> | Segment<Rest>
  : Path
type ParamName<Name extends string> =
  Segment<Name> extends infer Part ? (Part extends `:${infer Param}` ? Param : never) : never

/** The `:params` of a path, by name. */
export type EndpointParams<Name extends EndpointName> = { readonly [Param in ParamName<Name>]: string }

type SchemaOf<Name extends EndpointName, Part extends 'body' | 'query'> =
  Endpoints[Name] extends Record<Part, infer S extends Schema> ? S : never

/** What a caller may send. */
export type EndpointBody<Name extends EndpointName> = v.InferInput<SchemaOf<Name, 'body'>>
export type EndpointQuery<Name extends EndpointName> = v.InferInput<SchemaOf<Name, 'query'>>
/** What the server works with, defaults filled in. */
export type ParsedBody<Name extends EndpointName> = v.InferOutput<SchemaOf<Name, 'body'>>
export type ParsedQuery<Name extends EndpointName> = v.InferOutput<SchemaOf<Name, 'query'>>
export type EndpointResult<Name extends EndpointName> = Endpoints[Name]['result'] extends infer S extends
  Schema
  ? v.InferOutput<S>
  : undefined
