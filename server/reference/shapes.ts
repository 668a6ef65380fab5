import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { AuditEntry } from '#shared/audit.ts'
import { CannedReply } from '#shared/canned-reply.ts'
import { Chat } from '#shared/chat.ts'
import { ConsoleSession } from '#shared/console-session.ts'
import { Invitation } from '#shared/invitation.ts'
import { Macro } from '#shared/macro.ts'
import { Mention } from '#shared/mention.ts'
import { Attachment, Message } from '#shared/message.ts'
import { Commercial, Teammate, Visitor } from '#shared/person.ts'
import { SearchHit } from '#shared/search.ts'
import { PublicSite, Site } from '#shared/site.ts'
import { Timestamp } from '#shared/text.ts'
import { View } from '#shared/view.ts'
import { TrailEntry, VisitorDetails } from '#shared/visitor.ts'
import { ToldChat } from '#shared/webhook-events.ts'
import { Webhook, WebhookDelivery } from '#shared/webhook.ts'

/** What answers and events are made of, under the names that the contract gives them. */
const shapes = {
  Message,
  Attachment,
  Chat,
  Visitor,
  VisitorDetails,
  TrailEntry,
  Teammate,
  Commercial,
  Site,
  PublicSite,
  Mention,
  SearchHit,
  CannedReply,
  Macro,
  View,
  Invitation,
  ConsoleSession,
  AuditEntry,
  Webhook,
  WebhookDelivery,
  ToldChat,
  Timestamp,
} satisfies Record<string, GenericSchema>

/** Where a document keeps its shapes: OpenAPI and AsyncAPI agree on that. */
const PLACE = '#/components/schemas/'

/** As what somebody sends: before defaults are filled in, and written out whole. */
export function sentSchema(schema: GenericSchema): JsonSchema {
  // What JSON Schema cannot say (that text is well-formed Unicode, that a time zone exists) is checked all the same.
  return bare(toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }))
}

/** As what the server tells, with links to the shapes in it. */
export function toldSchema(schema: GenericSchema): JsonSchema {
  return bare(
    toJsonSchema(schema, {
      typeMode: 'output',
      errorMode: 'ignore',
      definitions: shapes,
      overrideRef: ({ referenceId }) => PLACE + referenceId,
    }),
  )
}

/** All shapes, for the document's components. */
export function shapeSchemas(): Record<string, JsonSchema> {
  const others = (name: string) => Object.fromEntries(Object.entries(shapes).filter(([own]) => own !== name))
  return Object.fromEntries(
    Object.entries(shapes).map(([name, schema]) => [
      name,
      bare(
        toJsonSchema(schema, {
          typeMode: 'output',
          errorMode: 'ignore',
          definitions: others(name),
          overrideRef: ({ referenceId }) => PLACE + referenceId,
        }),
      ),
    ]),
  )
}

/** The shape that a reference leads to. */
export function nameOfReference(reference: string): string {
  return reference.slice(PLACE.length)
}

/** The document says once what language its schemas are in, and keeps the shapes in a place of its own. */
function bare(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$defs'))
}
