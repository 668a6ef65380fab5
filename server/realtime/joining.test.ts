import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { clientEvents, serverEvents } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import {
  ask,
  once,
  openTestGateway,
  record,
  settled,
  type TestCommercial,
  type TestGateway,
  type TestVisitor,
} from './gateway.fixture.ts'

let gateway: TestGateway
let visitor: TestVisitor
let ana: TestCommercial
let chatId: ChatId

beforeEach(async () => {
  gateway = await openTestGateway()
  visitor = await gateway.visitor()
  ana = await gateway.commercial('ana')
  chatId = await gateway.openedChat(visitor)
})
afterEach(() => gateway.close())

const notFound = { success: false, code: 'chat_not_found', message: 'This chat does not exist.' }

/** The rooms that chats make, without those every socket has. */
const chatRooms = () =>
  [...gateway.gateway.io.sockets.adapter.rooms.keys()].filter((room) => room.startsWith('chat:'))

describe('joining', () => {
  it('answers where the chat stands in the reader’s own numbering, and says so as an event too', async () => {
    await gateway.write(visitor, chatId, { content: 'hola' })
    await gateway.write(ana, chatId, { content: 'una nota', isInternal: true })
    const client = await gateway.as(visitor)
    const joined = once(client, 'chat:joined')
    const answer = await ask(client, 'chat:join', { chatId })
    const membership = { chatId, roomName: `chat:${chatId}`, timestamp: '2026-03-01T10:00:00.000Z' }
    const { epoch } = gateway.storage
    expect(answer).toEqual({ success: true, ...membership, lastSeq: 1, lastChangeAt: null, epoch })
    expect(await joined).toEqual(membership)
    expect(await ask(await gateway.as(ana), 'chat:join', { chatId })).toMatchObject({ lastSeq: 2 })
  })

  it('answers in the shapes of the contract', async () => {
    const client = await gateway.as(ana)
    const joined = once(client, 'chat:joined')
    expect(v.is(clientEvents['chat:join'].ack, await ask(client, 'chat:join', { chatId }))).toBe(true)
    expect(v.is(serverEvents['chat:joined'].payload, await joined)).toBe(true)
    const left = once(client, 'chat:left')
    expect(v.is(clientEvents['chat:leave'].ack, await ask(client, 'chat:leave', { chatId }))).toBe(true)
    expect(v.is(serverEvents['chat:left'].payload, await left)).toBe(true)
  })

  it('tells of a deletion that happened while the reader was away', async () => {
    const { message } = await gateway.write(visitor, chatId, { content: 'hola' })
    await gateway.storage.deleteMessage(visitor.identity, message.messageId)
    const client = await gateway.as(visitor)
    expect(await ask(client, 'chat:join', { chatId })).toMatchObject({
      lastChangeAt: expect.stringMatching(/^2026-03-01T10:00:00\.\d{3}Z$/),
    })
  })

  it('twice is joining once: every message is heard a single time', async () => {
    const client = await gateway.as(ana)
    for (const spelling of [chatId, `chat:${chatId}`, `chat:${chatId}:commercial`, chatId]) {
      expect(await ask(client, 'chat:join', { chatId: spelling })).toMatchObject({ success: true, chatId })
    }
    const heard = record(client)
    await gateway.write(visitor, chatId, { content: 'hola' })
    await gateway.write(ana, chatId, { content: 'una nota', isInternal: true })
    await settled(client)
    expect(heard.filter(({ event }) => event === 'message:new')).toHaveLength(2)
  })
})

describe('the address of a chat', () => {
  it('gives the room the name that was asked for', async () => {
    const client = await gateway.as(ana)
    const roomNameOf = async (spelling: string) => await ask(client, 'chat:join', { chatId: spelling })
    expect(await roomNameOf(`chat:${chatId}`)).toMatchObject({ roomName: `chat:${chatId}` })
    expect(await roomNameOf(`chat:${chatId}:commercial`)).toMatchObject({
      roomName: `chat:${chatId}:commercial`,
    })
    expect(await roomNameOf(`${chatId}:commercial`)).toMatchObject({ roomName: `chat:${chatId}:commercial` })
  })

  it('A02: is nothing to a visitor in any spelling that means the notes', async () => {
    const client = await gateway.as(visitor)
    for (const spelling of [
      `${chatId}:commercial`,
      `chat:${chatId}:commercial`,
      `${chatId}:COMMERCIAL`,
      `chat:chat:${chatId}:commercial`,
      `${chatId}:commercial:commercial`,
      `${chatId}:commercial `,
      `${chatId}%3Acommercial`,
    ]) {
      expect(await ask(client, 'chat:join', { chatId: spelling }), spelling).toEqual(notFound)
    }
    expect(chatRooms()).toEqual([])
  })

  it('A01: is answered in the same words for a chat of somebody else, of another site, and of nobody', async () => {
    const bakery = await gateway.createSite('bakery', [])
    const stranger = await gateway.as(await gateway.visitor())
    const neighbour = await gateway.as(await gateway.commercial('berta', [bakery.siteId]))
    expect(await ask(stranger, 'chat:join', { chatId })).toEqual(notFound)
    expect(await ask(neighbour, 'chat:join', { chatId })).toEqual(notFound)
    expect(await ask(neighbour, 'chat:join', { chatId: `chat:${chatId}:commercial` })).toEqual(notFound)
    expect(await ask(stranger, 'chat:join', { chatId: 'no-such-chat' })).toEqual(notFound)
    const heard = [record(stranger), record(neighbour)]
    await gateway.write(visitor, chatId, { content: 'hola' })
    await settled(stranger, neighbour)
    expect(heard).toEqual([[], []])
    expect(chatRooms()).toEqual([])
  })

  it.each([
    '__proto__',
    'constructor',
    ':',
    '::',
    ':commercial',
    'chat:',
    'chat::commercial',
    ' ',
    '*',
    'site:x:commercials',
  ])('finds no chat named %o', async (spelling) => {
    expect(await ask(await gateway.as(ana), 'chat:join', { chatId: spelling })).toEqual(notFound)
    expect(chatRooms()).toEqual([])
  })
})

describe('joining much', () => {
  it('G09: stops at a hundred chats, and goes on after leaving one', async () => {
    const quick = await openTestGateway({ rateLimits: false })
    const berta = await quick.commercial('berta')
    const client = await quick.as(berta)
    const chatIds: ChatId[] = []
    for (let made = 0; made < 101; made += 1) chatIds.push(await quick.openedChat(await quick.visitor()))
    const last = chatIds.pop()
    for (const one of chatIds) await ask(client, 'chat:join', { chatId: one })
    expect(await ask(client, 'chat:join', { chatId: last })).toMatchObject({ code: 'rate_limited' })
    expect(await ask(client, 'chat:join', { chatId: chatIds[0] })).toMatchObject({ success: true })
    await ask(client, 'chat:leave', { chatId: chatIds[0] })
    expect(await ask(client, 'chat:join', { chatId: last })).toMatchObject({ success: true })
    await quick.close()
  })

  it('and leaving at once, ends in having left', async () => {
    const client = await gateway.as(visitor)
    client.emit('chat:join', { chatId })
    client.emit('chat:leave', { chatId })
    await settled(client)
    expect(chatRooms()).toEqual([])
  })
})

describe('a browser with both cookies', () => {
  it('hears as the visitor the chat that only the visitor may, without its notes', async () => {
    const bakery = await gateway.createSite('bakery', [])
    const berta = await gateway.commercial('berta', [bakery.siteId])
    const cookie = `console_session=${berta.cookie}; visitor_session=${visitor.token}`
    const client = await gateway.connect({ extraHeaders: { cookie } })
    expect(await ask(client, 'chat:join', { chatId: `${chatId}:commercial` })).toEqual(notFound)
    expect(await ask(client, 'chat:join', { chatId })).toMatchObject({ success: true })
    const heard = record(client)
    await gateway.write(ana, chatId, { content: 'una nota', isInternal: true })
    await gateway.write(ana, chatId, { content: 'buenas' })
    await settled(client)
    const messages = heard.filter(({ event }) => event === 'message:new')
    expect(messages).toMatchObject([{ payload: { content: 'buenas', seq: 1 } }])
  })

  it('is not refused because the visitor’s is stale', async () => {
    const cookie = `console_session=${ana.cookie}; visitor_session=stale`
    const client = await gateway.connect({ extraHeaders: { cookie } })
    expect(await ask(client, 'chat:join', { chatId: `${chatId}:commercial` })).toMatchObject({
      success: true,
    })
  })
})

describe('leaving', () => {
  it('A07: stops everything that the chat tells', async () => {
    const client = await gateway.as(visitor)
    await ask(client, 'chat:join', { chatId })
    const left = once(client, 'chat:left')
    const membership = { chatId, roomName: `chat:${chatId}`, timestamp: '2026-03-01T10:00:00.000Z' }
    expect(await ask(client, 'chat:leave', { chatId })).toEqual({ success: true, ...membership })
    expect(await left).toEqual(membership)
    const heard = record(client)
    await gateway.write(ana, chatId, { content: 'hola' })
    await settled(client)
    expect(heard).toEqual([])
  })

  it('takes a commercial out of the notes as well', async () => {
    const client = await gateway.as(ana)
    await ask(client, 'chat:join', { chatId: `chat:${chatId}:commercial` })
    await ask(client, 'chat:leave', { chatId })
    expect(chatRooms()).toEqual([])
  })

  it('a chat that was never joined is no failure', async () => {
    const client = await gateway.as(visitor)
    expect(await ask(client, 'chat:leave', { chatId })).toMatchObject({ success: true })
    expect(await ask(client, 'chat:leave', { chatId: 'no-such-chat' })).toMatchObject({ success: true })
    expect(await ask(client, 'chat:leave', { chatId: 'a:b:c' })).toEqual(notFound)
  })
})
