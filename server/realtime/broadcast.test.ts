import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as v from 'valibot'
import type { Chat } from '#shared/chat.ts'
import { serverEvents, type ServerEventName } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import { deleteMessage, editMessage } from '../domain/change-message.ts'
import { assignChat, closeChat, reopenChat } from '../domain/manage-chat.ts'
import { markAsRead } from '../domain/mark-as-read.ts'
import { markUnread } from '../domain/mark-unread.ts'
import { visitPage } from '../domain/describe-visitor.ts'
import { eraseVisitor } from '../domain/erase-visitor.ts'
import { openChat } from '../domain/open-chat.ts'
import { toHeadFor } from '../domain/views.ts'
import {
  ask,
  disconnected,
  once,
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
let berta: TestCommercial
let chatId: ChatId
let clients: { visitor: Client; ana: Client; berta: Client }

beforeEach(async () => {
  gateway = await openTestGateway()
  visitor = await gateway.visitor()
  ana = await gateway.commercial('ana')
  berta = await gateway.commercial('berta')
  chatId = await gateway.openedChat(visitor)
  clients = { visitor: await gateway.as(visitor), ana: await gateway.as(ana), berta: await gateway.as(berta) }
  for (const client of Object.values(clients)) await ask(client, 'chat:join', { chatId })
  await settled(...Object.values(clients))
})
afterEach(() => gateway.close())

/** Everything each of the three heard while this was done; what is not in the contract's shape fails. */
async function heardWhile(
  act: () => Promise<unknown>,
): Promise<Record<'visitor' | 'ana' | 'berta', Heard[]>> {
  const { visitor, ana, berta } = clients
  await settled(visitor, ana, berta)
  const heard = { visitor: record(visitor), ana: record(ana), berta: record(berta) }
  await act()
  await settled(visitor, ana, berta)
  for (const client of [visitor, ana, berta]) client.offAny()
  for (const { event, payload } of Object.values(heard).flat()) {
    const { issues } = v.safeParse(serverEvents[event as ServerEventName].payload, payload)
    expect(issues, event).toBeUndefined()
  }
  return heard
}

const named = (heard: Heard[], event: string) => heard.filter((one) => one.event === event)
const names = (heard: Heard[]) => heard.map(({ event }) => event)
const chatIn = ({ payload }: Heard) => payload as Chat

describe('a chat that the team begins', () => {
  it('reaches the visitor, as they may see it, who cannot have joined it', async () => {
    await closeChat(gateway, ana.identity, chatId)
    const heard = await heardWhile(() =>
      openChat(gateway, ana.identity, {
        visitorId: visitor.identity.userId,
        message: { content: '¿Ayudo?' },
      }),
    )
    const [told] = named(heard.visitor, 'chat:created').map(chatIn)
    expect(told).toMatchObject({ status: 'IN_PROGRESS', lastMessage: { content: '¿Ayudo?' } })
    expect(told).not.toHaveProperty('tags')
    expect(named(heard.berta, 'chat:created')).toHaveLength(1)
  })

  it('is told to no visitor who has opened theirs by themself', async () => {
    await closeChat(gateway, ana.identity, chatId)
    const heard = await heardWhile(() => gateway.openedChat(visitor))
    expect(named(heard.visitor, 'chat:created')).toEqual([])
    expect(named(heard.ana, 'chat:created')).toHaveLength(1)
  })
})

describe('a message', () => {
  it('reaches everybody in the chat once, its sender included, in each one’s own numbering', async () => {
    await gateway.write(ana, chatId, { content: 'una nota', isInternal: true })
    const heard = await heardWhile(() => gateway.write(visitor, chatId, { content: 'hola' }))
    expect(named(heard.visitor, 'message:new')).toMatchObject([{ payload: { content: 'hola', seq: 1 } }])
    expect(named(heard.ana, 'message:new')).toMatchObject([{ payload: { content: 'hola', seq: 2 } }])
    expect(named(heard.berta, 'message:new')).toMatchObject([{ payload: { content: 'hola', seq: 2 } }])
  })

  it('that is repeated is told once', async () => {
    const heard = await heardWhile(async () => {
      const draft = { content: 'hola', clientMessageId: 'one' }
      await gateway.write(visitor, chatId, draft)
      await gateway.write(visitor, chatId, draft)
    })
    expect(named(heard.ana, 'message:new')).toHaveLength(1)
  })

  it('A01: is heard by nobody outside the chat', async () => {
    const others = [
      await gateway.as(await gateway.visitor()),
      await gateway.as(await gateway.commercial('carla')),
    ]
    const heard = others.map(record)
    await gateway.write(visitor, chatId, { content: 'hola' })
    await settled(...others)
    expect(heard.map(names)).toEqual([[], ['chat:updated']])
  })

  it('that is the first answer is told before the status and the assignment that it causes', async () => {
    const heard = await heardWhile(() => gateway.write(ana, chatId, { content: 'buenas' }))
    expect(names(heard.visitor)).toEqual(['message:new', 'chat:status', 'chat:assigned'])
    expect(names(heard.berta)).toEqual(['message:new', 'chat:status', 'chat:assigned', 'chat:updated'])
    expect(heard.visitor).toMatchObject([
      { payload: { isFirstResponse: true } },
      { payload: { chatId, status: 'IN_PROGRESS' } },
      { payload: { chatId, assignee: { commercialId: ana.identity.userId, name: 'ana' } } },
    ])
    expect(JSON.stringify(heard.visitor)).not.toContain('@shop.example')
  })

  it('that is edited or deleted is told again, emptied when it is deleted', async () => {
    const { message } = await gateway.write(visitor, chatId, { content: 'hola' })
    const heard = await heardWhile(async () => {
      await editMessage(gateway, visitor.identity, { messageId: message.messageId, content: 'hola!' })
      await deleteMessage(gateway, visitor.identity, message.messageId)
    })
    for (const one of [heard.visitor, heard.ana]) {
      expect(named(one, 'message:updated')).toMatchObject([
        { payload: { messageId: message.messageId, content: 'hola!', editedAt: expect.any(String) } },
        { payload: { messageId: message.messageId, content: '', deletedAt: expect.any(String) } },
      ])
    }
  })
})

describe('a note', () => {
  it('reaches commercials, and of everything it causes not one packet reaches the visitor', async () => {
    const canary = 'CANARY-7f3a'
    const heard = await heardWhile(async () => {
      await gateway.write(visitor, chatId, { content: 'hola' })
      const { message } = await gateway.write(ana, chatId, { content: canary, isInternal: true })
      await ask(clients.berta, 'typing:start', { chatId, isInternal: true })
      await ask(clients.berta, 'typing:stop', { chatId, isInternal: true })
      await markAsRead(gateway, berta.identity, { chatId, seq: 1 })
      await markAsRead(gateway, berta.identity, { chatId, messageId: message.messageId })
      await editMessage(gateway, ana.identity, { messageId: message.messageId, content: `${canary} again` })
      await deleteMessage(gateway, ana.identity, message.messageId)
      gateway.time.advance(30_000)
    })
    expect(named(heard.berta, 'message:new')).toHaveLength(2)
    expect(named(heard.berta, 'message:updated')).toHaveLength(2)
    expect(JSON.stringify(heard.visitor)).not.toContain('CANARY')
    expect(JSON.stringify(heard.visitor)).not.toContain('"isInternal":true')
  })

  it('leaves what the visitor hears exactly as it would have been without it', async () => {
    const withNotes = await visitorsEar(true)
    const without = await visitorsEar(false)
    expect(withNotes).toEqual(without)
    expect(without).toContain('message:new')
  })

  /** The visitor's events, by name and number, of a small conversation. */
  async function visitorsEar(withNotes: boolean): Promise<unknown[]> {
    const other = await gateway.visitor()
    const otherChat = await gateway.openedChat(other)
    const client = await gateway.as(other)
    await ask(client, 'chat:join', { chatId: otherChat })
    const heard = record(client)
    const note = async () => {
      if (!withNotes) return
      const { message } = await gateway.write(ana, otherChat, { content: 'nota', isInternal: true })
      await markAsRead(gateway, berta.identity, { chatId: otherChat, messageId: message.messageId })
      await deleteMessage(gateway, ana.identity, message.messageId)
    }
    await note()
    const { message } = await gateway.write(other, otherChat, { content: 'hola' })
    await markAsRead(gateway, berta.identity, { chatId: otherChat, messageId: message.messageId })
    await note()
    const answer = await gateway.write(ana, otherChat, { content: 'buenas' })
    await markAsRead(gateway, berta.identity, { chatId: otherChat, messageId: answer.message.messageId })
    await note()
    await gateway.write(berta, otherChat, { content: 'buenas también' })
    await note()
    await settled(client)
    return heard.flatMap(({ event, payload }) => [event, (payload as { seq?: number }).seq ?? null])
  }
})

describe('reading', () => {
  it('is told to each side in its own numbering, the reader’s sockets included', async () => {
    await gateway.write(ana, chatId, { content: 'una nota', isInternal: true })
    await gateway.write(visitor, chatId, { content: 'hola' })
    const heard = await heardWhile(() => markAsRead(gateway, berta.identity, { chatId, seq: 2 }))
    const read = {
      chatId,
      readerId: berta.identity.userId,
      readerType: 'commercial',
      readAt: expect.any(String),
    }
    expect(named(heard.visitor, 'message:read')).toMatchObject([{ payload: { ...read, seq: 1 } }])
    expect(named(heard.ana, 'message:read')).toMatchObject([{ payload: { ...read, seq: 2 } }])
    expect(named(heard.berta, 'message:read')).toMatchObject([{ payload: { ...read, seq: 2 } }])
  })

  it('by the visitor is told to both sides', async () => {
    await gateway.write(ana, chatId, { content: 'una nota', isInternal: true })
    await gateway.write(ana, chatId, { content: 'buenas' })
    const heard = await heardWhile(() => markAsRead(gateway, visitor.identity, { chatId, seq: 1 }))
    expect(named(heard.visitor, 'message:read')).toMatchObject([
      { payload: { readerType: 'visitor', seq: 1 } },
    ])
    expect(named(heard.ana, 'message:read')).toMatchObject([{ payload: { readerType: 'visitor', seq: 2 } }])
  })

  it('of a note alone is nothing that the visitor hears', async () => {
    await gateway.write(ana, chatId, { content: 'una nota', isInternal: true })
    const heard = await heardWhile(() => markAsRead(gateway, berta.identity, { chatId, seq: 1 }))
    expect(heard.visitor).toEqual([])
    expect(named(heard.ana, 'message:read')).toHaveLength(1)
  })
})

describe('the inboxes', () => {
  it('hear of every chat of their site without joining, and of none of another site', async () => {
    const bakery = await gateway.createSite('bakery', [])
    const carla = await gateway.as(await gateway.commercial('carla'))
    const dora = await gateway.as(await gateway.commercial('dora', [bakery.siteId]))
    const heard = [record(carla), record(dora)]
    await openChat(gateway, (await gateway.visitor()).identity, { message: { content: 'hola' } })
    await settled(carla, dora)
    expect(heard.map(names)).toEqual([['chat:created', 'chat:updated'], []])
  })

  it('get each their own unread count', async () => {
    await gateway.write(visitor, chatId, { content: 'uno' })
    await markAsRead(gateway, ana.identity, { chatId, seq: 1 })
    const heard = await heardWhile(() => gateway.write(visitor, chatId, { content: 'dos' }))
    const unread = (all: Heard[]) => named(all, 'chat:updated').map((one) => chatIn(one).unreadCount)
    expect(unread(heard.ana)).toEqual([1])
    expect(unread(heard.berta)).toEqual([2])
    expect(named(heard.visitor, 'chat:updated')).toEqual([])
  })

  it('hear of a chat that somebody marks as unread only on that person’s devices', async () => {
    await gateway.write(visitor, chatId, { content: 'uno' })
    const heard = await heardWhile(() => markUnread(gateway, ana.identity, { chatId, isUnread: true }))
    expect(heard.ana.map(({ event }) => event)).toEqual(['chat:updated'])
    expect(named(heard.ana, 'chat:updated').map(chatIn)).toMatchObject([{ chatId, isMarkedUnread: true }])
    expect([heard.berta, heard.visitor]).toEqual([[], []])
  })

  it('A07: do not reach somebody who no longer answers the site, even if they have read there', async () => {
    const bakery = await gateway.createSite('bakery', [])
    await gateway.write(visitor, chatId, { content: 'uno' })
    const carla = await gateway.commercial('carla', [bakery.siteId])
    const client = await gateway.as(carla)
    const chat = await gateway.storage.chat(ana.identity, chatId)
    const commercials = new Map([[carla.identity.userId, { seq: 1, count: 0, isMarked: false }]])
    const heard = record(client)
    gateway.events.emit('ChatChanged', { chat: { ...chat, unread: { ...chat.unread, commercials } } })
    await settled(client)
    expect(heard).toEqual([])
  })
})

describe('a chat’s course', () => {
  it('is told to both sides when it is closed and reopened, and when nothing changes not at all', async () => {
    const heard = await heardWhile(async () => {
      await closeChat(gateway, ana.identity, chatId)
      await closeChat(gateway, ana.identity, chatId)
      await reopenChat(gateway, ana.identity, chatId)
    })
    for (const one of [heard.visitor, heard.ana]) {
      expect(named(one, 'chat:status')).toMatchObject([
        { payload: { chatId, status: 'CLOSED' } },
        { payload: { chatId, status: 'PENDING' } },
      ])
    }
  })

  it('is told when somebody takes it and lets it go', async () => {
    const heard = await heardWhile(async () => {
      await assignChat(gateway, ana.identity, { chatId, to: 'me', ifUnassigned: true })
      await assignChat(gateway, ana.identity, { chatId, to: 'none', ifUnassigned: false })
    })
    expect(named(heard.visitor, 'chat:assigned')).toMatchObject([
      { payload: { chatId, assignee: { commercialId: ana.identity.userId, name: 'ana' } } },
      { payload: { chatId, assignee: null } },
    ])
  })
})

describe('where a chat stands', () => {
  it('is told every half minute to those who joined it, in their own numbering', async () => {
    await gateway.write(visitor, chatId, { content: 'hola' })
    const { message } = await gateway.write(ana, chatId, { content: 'una nota', isInternal: true })
    await deleteMessage(gateway, ana.identity, message.messageId)
    await ask(clients.berta, 'chat:leave', { chatId })
    const heard = await heardWhile(async () => {
      gateway.time.advance(29_999)
      await settled(clients.visitor)
      gateway.time.advance(1)
    })
    await expect.poll(() => named(heard.ana, 'chat:head').length).toBe(1)
    expect(named(heard.visitor, 'chat:head')).toEqual([
      { event: 'chat:head', payload: { chatId, lastSeq: 1, lastChangeAt: null } },
    ])
    expect(named(heard.ana, 'chat:head')).toMatchObject([
      { payload: { chatId, lastSeq: 2, lastChangeAt: expect.any(String) } },
    ])
    expect(named(heard.berta, 'chat:head')).toEqual([])
  })
})

describe('a visitor', () => {
  it('of whom something new is known is told to the team', async () => {
    const { storage, events } = gateway
    const heard = await heardWhile(() =>
      visitPage({ storage, events }, visitor.identity, { url: 'https://shop.example/cart' }),
    )
    const names = (of: Heard[]) => of.map(({ event }) => event)
    expect(names(heard.ana)).toEqual(['chat:updated', 'visitor:updated'])
    expect(names(heard.berta)).toEqual(['chat:updated', 'visitor:updated'])
    expect(names(heard.visitor)).toEqual([])
  })

  it('who is erased is sent away, and the team forgets what it shows of them', async () => {
    await gateway.write(visitor, chatId, { content: 'CANARY' })
    await settled(clients.ana)
    const { storage, events } = gateway
    const gone = disconnected(clients.visitor)
    const expired = once(clients.visitor, 'session:expired')
    const heard = record(clients.ana)
    await eraseVisitor({ storage, events }, ana.identity, visitor.identity.userId)
    expect(await expired).toEqual({ code: 'invalid_token' })
    expect(await gone).toBe('io server disconnect')
    await settled(clients.ana)
    const { lastSeq, lastChangeAt } = toHeadFor('commercial', await storage.chat(ana.identity, chatId))
    expect(heard).toContainEqual({ event: 'chat:head', payload: { chatId, lastSeq, lastChangeAt } })
    expect(heard.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['visitor:removed', 'chat:status', 'chat:updated']),
    )
    expect(JSON.stringify(heard)).not.toContain('CANARY')
  })
})

describe('a webhook that was stopped', () => {
  it('is told to admins, without its secret, and to nobody else', async () => {
    const admin = await gateway.as(await gateway.admin('root'))
    const told = record(admin)
    const webhook = await gateway.storage.addWebhook({
      url: 'https://crm.example/in',
      siteId: null,
      events: ['chat.created'],
      secret: 'whsec_AAAA',
      isEnabled: false,
    })
    const heard = await heardWhile(async () =>
      gateway.events.emit('WebhookStopped', { webhook: { ...webhook, stopped: 'gone' } }),
    )
    await settled(admin)
    expect(named(told, 'webhook:stopped').map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ webhookId: webhook.webhookId, stopped: 'gone' }),
    ])
    expect(JSON.stringify(told)).not.toContain('whsec')
    expect(Object.values(heard).flatMap(names)).not.toContain('webhook:stopped')
  })
})

describe('a chat that was somebody else’s', () => {
  it('is shown to its visitor, as they may see it, and to nobody else', async () => {
    const chat = await gateway.storage.chat(ana.identity, chatId)
    const heard = await heardWhile(async () => gateway.events.emit('ChatRevealed', { chat }))
    expect(names(heard.visitor)).toEqual(['chat:created'])
    expect(heard.visitor.map(chatIn)[0]).not.toHaveProperty('tags')
    expect([...names(heard.ana), ...names(heard.berta)]).toEqual([])
  })
})
