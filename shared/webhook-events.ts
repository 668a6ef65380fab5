import * as v from 'valibot'
import { Chat } from './chat.ts'
import { VisitorId } from './ids.ts'
import { Message } from './message.ts'
import { Visitor } from './person.ts'
import type { Timestamp } from './text.ts'

const { chatId, siteId, visitor, status, assignee, createdAt, updatedAt } = Chat.entries
const { firstResponseAt, closedAt, rating } = Chat.entries

/** A chat as another system is told of it: without notes, nor anything that would give one away. */
export const ToldChat = v.object({
  chatId,
  siteId,
  visitor,
  status,
  assignee,
  tags: v.array(v.string()),
  createdAt,
  updatedAt,
  firstResponseAt,
  closedAt,
  rating,
})
export type ToldChat = v.InferOutput<typeof ToldChat>

const aboutChat = v.object({ chat: ToldChat })
const aboutMessage = v.object({ message: Message, chat: ToldChat })

/** One kind of thing that other systems can be told of, and what `data` holds. */
interface WebhookEventDefinition {
  readonly summary: string
  readonly data: v.GenericSchema
}

export const webhookEvents = {
  'chat.created': { summary: 'A chat has begun', data: aboutChat },
  'chat.assigned': { summary: 'It has another assignee, or none', data: aboutChat },
  'chat.closed': { summary: 'It was closed', data: aboutChat },
  'chat.reopened': { summary: 'It was opened again', data: aboutChat },
  'chat.rated': { summary: 'Its visitor says what they think of it', data: aboutChat },
  'message.created': { summary: 'Somebody wrote, as the visitor sees it', data: aboutMessage },
  'message.updated': { summary: 'A message says something else', data: aboutMessage },
  'message.deleted': { summary: 'A message was deleted', data: aboutMessage },
  'note.created': { summary: 'Somebody of the team, or the server, wrote a note', data: aboutMessage },
  'note.updated': { summary: 'A note says something else', data: aboutMessage },
  'note.deleted': { summary: 'A note was deleted', data: aboutMessage },
  'visitor.identified': {
    summary: 'The site’s own server has said who a visitor is',
    data: v.object({ visitor: Visitor }),
  },
  'visitor.merged': {
    summary: 'Two visitors are one: whoever was known as `visitorId` is `visitor` from now on',
    data: v.object({ visitorId: VisitorId, visitor: Visitor }),
  },
  'visitor.erased': {
    summary: 'Nothing is known of a visitor any more: forget them too',
    data: v.object({ visitorId: VisitorId }),
  },
} as const satisfies Record<string, WebhookEventDefinition>

export type WebhookEvent = keyof typeof webhookEvents
export const WEBHOOK_EVENTS = Object.keys(webhookEvents) as WebhookEvent[]
export const WebhookEvent = v.picklist(WEBHOOK_EVENTS)

type DataOf<Event extends WebhookEvent> = v.InferOutput<(typeof webhookEvents)[Event]['data']>
/** What is sent. `data` is how things stand when it is sent; `timestamp` is when it happened. */
export type WebhookPayload =
  | {
      readonly [Event in WebhookEvent]: {
        readonly type: Event
        readonly timestamp: v.InferOutput<typeof Timestamp>
        readonly data: DataOf<Event>
      }
    }[WebhookEvent]
  | { readonly type: 'test'; readonly timestamp: string; readonly data: Record<string, never> }
