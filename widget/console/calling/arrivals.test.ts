import { expect } from '@open-wc/testing'
import type { Chat } from '#shared/chat.ts'
import type { Message } from '#shared/message.ts'
import { chat, inboxOf, joan, marta, message } from '../console.fixture.ts'
import { Arrivals, isSettled } from './arrivals.ts'

const at = (minute: number) => `2026-11-25T10:${String(minute).padStart(2, '0')}:00.000Z`

/** A chat whose last message was said then. */
function said(id: string, minute: number, change: Partial<Message> = {}, more: Partial<Chat> = {}): Chat {
  const lastMessage = message(`${id}-${minute}`, { seq: minute, sentAt: at(minute), ...change })
  return chat(id, { lastMessage, updatedAt: at(minute), unreadCount: 1, readSeq: 0, ...more })
}

/** Watches an inbox from its first reading on. */
function watching(...first: Chat[]) {
  const arrivals = new Arrivals()
  const follow = (chats: Chat[], heard?: Chat) =>
    arrivals
      .follow({ inbox: inboxOf(chats, heard && { heard }) }, marta.commercialId)
      .map(({ kind, chat, message }) => `${kind} ${chat.chatId} ${message.seq}`)
  expect(follow(first)).to.deep.equal([])
  const { inbox } = { inbox: inboxOf(first) }
  const hear = (heard: Chat) =>
    arrivals.follow({ inbox: { ...inbox, load: arrivalsLoad, heard } }, marta.commercialId)
  return { follow, hear: (heard: Chat) => hear(heard).map(({ kind, message }) => `${kind} ${message.seq}`) }
}

// The list is not read again by what is told.
const arrivalsLoad = { state: 'idle' } as const
const mine = { assignee: marta }

describe('what is new', () => {
  it('is a visitor’s message in a chat that nobody has, or in one’s own', () => {
    const { hear } = watching(said('1', 1), said('2', 2, {}, mine))
    expect(hear(said('1', 3))).to.deep.equal(['newChat 3'])
    expect(hear(said('2', 4, {}, mine))).to.deep.equal(['message 4'])
    expect(hear(said('new', 5))).to.deep.equal(['newChat 5'])
  })

  it('is the very first chat of all', () => {
    expect(watching().hear(said('1', 1))).to.deep.equal(['newChat 1'])
  })

  it('is nothing that is told before a list was read', () => {
    const { inbox } = { inbox: inboxOf([], { load: arrivalsLoad, heard: said('1', 1) }) }
    expect(new Arrivals().follow({ inbox }, marta.commercialId)).to.deep.equal([])
  })

  it('is a note that names one, whoever has the chat', () => {
    const { hear } = watching(said('1', 1, {}, { assignee: joan }))
    const note = { isInternal: true, senderType: 'commercial', senderId: 'joan' } as const
    expect(hear(said('1', 2, note, { assignee: joan }))).to.deep.equal([])
    const named = { ...note, mentions: [marta.commercialId] }
    expect(hear(said('1', 3, named, { assignee: joan }))).to.deep.equal(['mention 3'])
  })

  it('is nothing that a colleague is talked to about, that oneself said, or that is closed', () => {
    const { hear } = watching(said('1', 1))
    expect(hear(said('1', 2, {}, { assignee: joan }))).to.deep.equal([])
    expect(hear(said('1', 3, { senderType: 'commercial', senderId: 'marta' }, mine))).to.deep.equal([])
    expect(hear(said('1', 4, {}, { status: 'CLOSED' }))).to.deep.equal([])
    expect(hear(said('1', 5, { deletedAt: at(5) }))).to.deep.equal([])
  })

  it('is told once, whatever else changes in its chat', () => {
    const { hear } = watching(said('1', 1))
    expect(hear(said('1', 2))).to.deep.equal(['newChat 2'])
    expect(hear(said('1', 2, {}, { tags: ['vip'] }))).to.deep.equal([])
    expect(hear(said('1', 2, {}, mine))).to.deep.equal([])
  })

  it('is not what an old chat said long before it was touched', () => {
    const { hear } = watching(said('1', 1))
    expect(hear(said('old', 5, {}, { updatedAt: at(9) }))).to.deep.equal([])
  })

  it('is found in the list after an absence', () => {
    const { follow } = watching(said('1', 1), said('2', 2))
    expect(follow([said('3', 9), said('1', 8), said('2', 2)])).to.deep.equal(['newChat 3 9', 'newChat 1 8'])
    expect(follow([said('3', 9), said('1', 8), said('2', 2)])).to.deep.equal([])
  })
})

describe('a call', () => {
  const arrival = { kind: 'newChat', chat: said('1', 3), message: message('1-3', { seq: 3 }) } as const
  const settled = (change: Partial<Chat>) => isSettled(arrival, said('1', 3, {}, change), marta.commercialId)

  it('is over once it was read, taken by a colleague, or closed', () => {
    expect(settled({})).to.equal(false)
    expect(settled({ readSeq: 3 })).to.equal(true)
    expect(settled({ assignee: joan })).to.equal(true)
    expect(settled({ status: 'CLOSED' })).to.equal(true)
    expect(settled(mine)).to.equal(false)
  })

  it('to a note that names one is over only once it was read', () => {
    const mention = { ...arrival, kind: 'mention' } as const
    const change = { assignee: joan, status: 'CLOSED' } as const
    expect(isSettled(mention, said('1', 3, {}, change), marta.commercialId)).to.equal(false)
  })
})
