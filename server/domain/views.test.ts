import { describe, expect, it } from 'vitest'
import type { ChatId, CommercialId, FileId, MessageId, SiteId, VisitorId } from '#shared/ids.ts'
import type { FileLinks } from './file-links.ts'
import type { ChatRecord, MessageRecord, VisitorRecord } from './records.ts'
import {
  toAttachment,
  toCommercialChat,
  toCommercialMessage,
  toIdentityKey,
  toVisitorChat,
  toVisitorMessage,
} from './views.ts'

const links: FileLinks = {
  urlOf: (fileId, audience) => `https://chat.example/${fileId}/${audience}`,
  thumbnailUrlOf: () => null,
  fileIdIn: () => null,
}
const message: MessageRecord = {
  messageId: 'm' as MessageId,
  chatId: 'c' as ChatId,
  seq: 7,
  publicSeq: 4,
  senderId: 'marta' as CommercialId,
  senderType: 'commercial',
  senderName: 'Marta',
  content: 'hola',
  type: 'text',
  isInternal: false,
  isFirstResponse: true,
  sentAt: 0,
  clientMessageId: 'k',
  attachment: null,
  mentions: [],
  editedAt: 1,
  deletedAt: null,
}
const note: MessageRecord = { ...message, seq: 8, publicSeq: null, isInternal: true, content: 'CANARY' }
const visitor: VisitorRecord = {
  visitorId: 'v' as VisitorId,
  siteId: 's' as SiteId,
  name: 'Núria',
  email: null,
  phone: null,
  attributes: {},
  topic: null,
  consent: null,
  verified: null,
  locale: null,
  timeZone: null,
  page: null,
  createdAt: 0,
  seenAt: 0,
  blockedAt: null,
  erasedAt: null,
}
const chat: ChatRecord = {
  chatId: 'c' as ChatId,
  siteId: 's' as SiteId,
  visitor,
  status: 'IN_PROGRESS',
  assignee: { commercialId: 'marta' as CommercialId, name: 'Marta' },
  tags: ['vip'],
  createdAt: 0,
  updatedAt: 99,
  publicUpdatedAt: 50,
  lastSeq: 8,
  lastPublicSeq: 4,
  lastMessage: note,
  lastPublicMessage: message,
  lastChangeAt: 99,
  lastPublicChangeAt: 1,
  firstResponseAt: 0,
  waitingSince: 3,
  snoozedUntil: null,
  closedAt: null,
  rating: null,
  visitorRead: { seq: 7, publicSeq: 4 },
  teamRead: { seq: 8, publicSeq: 4 },
  unread: {
    visitor: 1,
    commercials: new Map([['marta' as CommercialId, { seq: 6, count: 2, isMarked: false }]]),
    otherCommercials: 5,
  },
}

describe('what a visitor sees', () => {
  it('B07: of a chat is exactly this, as if notes did not exist', () => {
    expect(toVisitorChat(chat, links)).toEqual({
      chatId: 'c',
      siteId: 's',
      visitor: expect.objectContaining({ visitorId: 'v', name: 'Núria' }),
      status: 'IN_PROGRESS',
      assignee: { commercialId: 'marta', name: 'Marta' },
      createdAt: '1970-01-01T00:00:00.000Z',
      updatedAt: '1970-01-01T00:00:00.050Z',
      lastMessage: expect.objectContaining({ seq: 4, content: 'hola' }),
      lastSeq: 4,
      unreadCount: 1,
      readSeq: 4,
      otherReadSeq: 4,
      firstResponseAt: '1970-01-01T00:00:00.000Z',
    })
  })

  it('never is a note', () => {
    expect(() => toVisitorMessage(note, links)).toThrow('A note has no visitor’s view')
  })

  it('B07: of a message is exactly this', () => {
    expect(Object.keys(toVisitorMessage(message, links)).toSorted()).toEqual([
      'chatId',
      'clientMessageId',
      'content',
      'editedAt',
      'isFirstResponse',
      'isInternal',
      'messageId',
      'senderId',
      'senderName',
      'senderType',
      'sentAt',
      'seq',
      'type',
    ])
  })
})

describe('a file', () => {
  const attachment = {
    fileId: 'f' as FileId,
    fileName: 'foto.png',
    fileSize: 9,
    mimeType: 'image/png',
    width: 4,
    height: 3,
    // A column of tomorrow, told to nobody.
    storageKey: 'SECRET',
  }
  const said = { fileId: 'f', fileName: 'foto.png', fileSize: 9, mimeType: 'image/png', width: 4, height: 3 }

  it('is told with an address of the reader’s own side, and nothing that is not on the list', () => {
    expect(toVisitorMessage({ ...message, attachment }, links).attachment).toEqual({
      ...said,
      url: 'https://chat.example/f/visitor',
    })
    expect(toCommercialMessage({ ...note, attachment }, links).attachment).toEqual({
      ...said,
      url: 'https://chat.example/f/commercial',
    })
  })

  it('that is no picture has no size on screen', () => {
    const text = { ...attachment, mimeType: 'text/plain', width: null, height: null }
    expect(Object.keys(toAttachment(text, 'visitor', links)).toSorted()).toEqual([
      'fileId',
      'fileName',
      'fileSize',
      'mimeType',
      'url',
    ])
  })
})

describe('what a commercial sees of a chat', () => {
  it('counts their own unread, and everybody’s who has never read here', () => {
    expect(toCommercialChat(chat, 'marta' as CommercialId, links)).toMatchObject({
      unreadCount: 2,
      readSeq: 6,
      lastSeq: 8,
      tags: ['vip'],
    })
    expect(toCommercialChat(chat, 'joan' as CommercialId, links)).toMatchObject({
      unreadCount: 5,
      readSeq: 0,
    })
    expect(toCommercialChat(chat, null, links)).toMatchObject({
      unreadCount: 5,
      lastMessage: { content: 'CANARY' },
    })
  })
})

describe('a key of a site', () => {
  const key = { kid: 'k', algorithm: 'HS256', key: 'CANARY', createdAt: 0 } as const

  it('is told without its secret, and says when that cannot be opened any more', () => {
    const told = { kid: 'k', algorithm: 'HS256', createdAt: '1970-01-01T00:00:00.000Z' }
    expect(toIdentityKey(key)).toEqual(told)
    expect(toIdentityKey({ ...key, key: null })).toEqual({ ...told, isLost: true })
  })
})
