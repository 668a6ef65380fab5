import { describe, expectTypeOf, it } from 'vitest'
import type { Chat } from '#shared/chat.ts'
import type {
  EndpointBody,
  EndpointParams,
  EndpointQuery,
  EndpointResult,
  ParsedQuery,
} from '#shared/endpoints.ts'
import type { ClientToServerEvents, ParsedPayload, ServerPayload } from '#shared/events.ts'
import type { ChatId, MessageId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'

/** `tsc -p test` is what runs these: a wrong call that compiles is an unused `@ts-expect-error`, which does not. */
describe('the types that come from the contract', () => {
  it('know a path’s parameters', () => {
    expectTypeOf<EndpointParams<'PUT /v2/chats/:chatId/assign/:commercialId'>>().toEqualTypeOf<{
      readonly chatId: string
      readonly commercialId: string
    }>()
    expectTypeOf<keyof EndpointParams<'POST /v2/messages'>>().toEqualTypeOf<never>()
  })

  it('know what may be sent, and what the server works with', () => {
    expectTypeOf<EndpointQuery<'GET /v2/messages/chat/:chatId'>['limit']>().toEqualTypeOf<
      string | undefined
    >()
    expectTypeOf<ParsedQuery<'GET /v2/messages/chat/:chatId'>['limit']>().toEqualTypeOf<number>()
    // @ts-expect-error a message has a chat
    const body: EndpointBody<'POST /v2/messages'> = { content: 'hola' }
    expectTypeOf(body).toBeObject()
    expectTypeOf<ParsedPayload<'typing:start'>['isInternal']>().toEqualTypeOf<boolean>()
  })

  it('know what comes back', () => {
    expectTypeOf<EndpointResult<'POST /v2/messages'>>().toEqualTypeOf<Message>()
    expectTypeOf<EndpointResult<'PUT /v2/messages/mark-as-read'>>().toEqualTypeOf<undefined>()
    expectTypeOf<ServerPayload<'chat:updated'>>().toEqualTypeOf<Chat>()
    expectTypeOf<Parameters<ClientToServerEvents['health-check']>['length']>().toEqualTypeOf<0 | 1>()
  })

  it('do not take one id for another', () => {
    expectTypeOf<ChatId>().not.toExtend<MessageId>()
    expectTypeOf<ChatId>().toExtend<string>()
  })
})
