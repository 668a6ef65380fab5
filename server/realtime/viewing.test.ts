import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import {
  ask,
  openTestGateway,
  record,
  settled,
  type Client,
  type Heard,
  type TestCommercial,
  type TestGateway,
  type TestVisitor,
} from './gateway.fixture.ts'

let gateway: TestGateway
let visitor: TestVisitor
let ana: TestCommercial
let chatId: ChatId
let visitors: Client
let anas: Client
let bertas: Client

beforeEach(async () => {
  gateway = await openTestGateway()
  visitor = await gateway.visitor()
  ana = await gateway.commercial('ana')
  chatId = await gateway.openedChat(visitor)
  visitors = await gateway.as(visitor)
  anas = await gateway.as(ana)
  bertas = await gateway.as(await gateway.commercial('berta'))
  await ask(visitors, 'chat:join', { chatId })
})
afterEach(() => gateway.close())

const start = (client: Client, chat: string = chatId) => ask(client, 'viewing:start', { chatId: chat })
const stop = (client: Client) => ask(client, 'viewing:stop', { chatId })

/** Who was said to look at the chat, each time that it was said. */
function looks(heard: readonly Heard[]): string[][] {
  return heard
    .filter(({ event }) => event === 'chat:viewers')
    .map(({ payload }) => (payload as { viewers: { name: string }[] }).viewers.map(({ name }) => name))
}

describe('looking at a chat', () => {
  it('is told to the team of the site, and says who else does', async () => {
    const heard = record(bertas)
    expect(await start(anas)).toMatchObject({ success: true, viewers: [{ name: 'ana' }] })
    expect(await start(bertas)).toMatchObject({ viewers: [{ name: 'ana' }, { name: 'berta' }] })
    await stop(anas)
    await settled(bertas)
    expect(looks(heard)).toEqual([['ana'], ['ana', 'berta'], ['berta']])
  })

  it('is told once for two windows of one person, until the last is closed', async () => {
    const heard = record(bertas)
    const second = await gateway.as(ana)
    await start(anas)
    await start(anas)
    await start(second)
    await stop(anas)
    await settled(bertas)
    expect(looks(heard)).toEqual([['ana']])
    second.disconnect()
    await expect.poll(() => looks(heard)).toEqual([['ana'], []])
  })

  it('is looking away from the chat before', async () => {
    const other = await gateway.openedChat(await gateway.visitor())
    const heard = record(bertas)
    await start(anas)
    await start(anas, other)
    await settled(bertas)
    expect(looks(heard)).toEqual([['ana'], [], ['ana']])
    // Leaving what one no longer looks at changes nothing.
    await stop(anas)
    expect(await start(bertas, other)).toMatchObject({ viewers: [{ name: 'ana' }, { name: 'berta' }] })
  })

  it('is nothing that the visitor could notice, nor may do', async () => {
    const heard = record(visitors)
    await start(anas)
    await stop(anas)
    await settled(visitors, anas)
    expect(heard).toEqual([])
    expect(await start(visitors)).toMatchObject({ success: false, code: 'forbidden' })
  })

  it('takes the right to read the chat', async () => {
    expect(await start(anas, 'none')).toMatchObject({ success: false, code: 'chat_not_found' })
  })
})

describe('a draft and a mention', () => {
  it('reach the devices of their person, and nobody else', async () => {
    const phone = await gateway.as(ana)
    const heard = { ana: record(phone), berta: record(bertas), visitor: record(visitors) }
    gateway.events.emit('DraftChanged', {
      by: ana.identity,
      chat: { chatId, siteId: visitor.identity.siteId },
      draft: { content: 'Buenos d', isInternal: false, updatedAt: 0 },
      deviceId: 'desk',
    })
    gateway.events.emit('MentionsSeen', { by: ana.identity, chatId, unseenCount: 2 })
    await settled(phone, bertas, visitors)
    expect(heard.ana.map(({ event, payload }) => [event, payload])).toEqual([
      [
        'draft:changed',
        {
          chatId,
          draft: { content: 'Buenos d', isInternal: false, updatedAt: '1970-01-01T00:00:00.000Z' },
          deviceId: 'desk',
        },
      ],
      ['mentions:seen', { chatId, unseenCount: 2 }],
    ])
    expect([heard.berta, heard.visitor]).toEqual([[], []])
  })
})
