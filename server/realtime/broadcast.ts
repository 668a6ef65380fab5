import type { ServerPayload } from '#shared/events.ts'
import { rooms } from '#shared/rooms.ts'
import type { DomainEvents } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { audienceOf } from '../domain/identity.ts'
import type { ChatRecord } from '../domain/records.ts'
import {
  toCommercialChat,
  toCommercialMessage,
  toCommercialVisitor,
  toHeadFor,
  toDraft,
  toMention,
  toTeammate,
  toTime,
  toVisitorChat,
  toVisitorMessage,
} from '../domain/views.ts'
import { toWebhook } from '../domain/webhook-views.ts'
import type { ChatServer } from './connection.ts'
import type { EndedSessions } from './ended-sessions.ts'
import type { PeopleSignals } from './people-signals.ts'
import type { SiteSignals } from './site-signals.ts'

/** Who hears of what happened. An event nobody has decided the audience of does not compile. */
export type Broadcast = { readonly [Name in keyof DomainEvents]: (event: DomainEvents[Name]) => void }

export function createBroadcast(
  io: ChatServer,
  {
    endedSessions,
    sites,
    people,
    links,
  }: {
    endedSessions: EndedSessions
    sites: Pick<SiteSignals, 'created' | 'changed'>
    people: Pick<PeopleSignals, 'changed'>
    links: FileLinks
  },
): Broadcast {
  /** Those who see the whole chat, and those who see it without its notes: nobody is in both. */
  const commercialsIn = ({ chatId }: ChatRecord) => io.to(rooms.chatCommercials(chatId))
  const visitorsIn = ({ chatId }: ChatRecord) =>
    io.to(rooms.chat(chatId)).except(rooms.chatCommercials(chatId))

  function tellMessage(event: 'message:new' | 'message:updated', told: DomainEvents['MessageSent']): void {
    const { message, chat } = told
    commercialsIn(chat).emit(event, toCommercialMessage(message, links))
    if (!message.isInternal) visitorsIn(chat).emit(event, toVisitorMessage(message, links))
  }

  /** To the inboxes. Unread is everybody's own, so those who have read here get each their own view and the others a common one. */
  function tellInboxes(event: 'chat:created' | 'chat:updated', chat: ChatRecord): void {
    const readers = [...chat.unread.commercials.keys()]
    const ownRooms = readers.map((commercialId) => rooms.siteCommercial(chat.siteId, commercialId))
    io.to(rooms.siteCommercials(chat.siteId))
      .except(ownRooms)
      .emit(event, toCommercialChat(chat, null, links))
    for (const commercialId of readers) {
      io.to(rooms.siteCommercial(chat.siteId, commercialId)).emit(
        event,
        toCommercialChat(chat, commercialId, links),
      )
    }
  }

  return {
    MessageSent: (event) => tellMessage('message:new', event),
    MessageChanged: (event) => tellMessage('message:updated', event),
    MessagesRead({ chat, reader, move }) {
      const read = (seq: number): ServerPayload<'message:read'> => ({
        chatId: chat.chatId,
        readerId: reader.userId,
        readerType: audienceOf(reader),
        seq,
        readAt: toTime(move.readAt),
      })
      commercialsIn(chat).emit('message:read', read(move.position.seq))
      if (move.isPublic) visitorsIn(chat).emit('message:read', read(move.position.publicSeq))
    },
    ChatOpened({ chat, isByTeam }) {
      tellInboxes('chat:created', chat)
      if (!isByTeam) return
      io.to(rooms.visitor(chat.visitor.visitorId)).emit('chat:created', toVisitorChat(chat, links))
    },
    ChatChanged: ({ chat }) => tellInboxes('chat:updated', chat),
    ChatStatusChanged({ chat: { chatId, status }, at }) {
      io.to(rooms.chat(chatId)).emit('chat:status', { chatId, status, timestamp: toTime(at) })
    },
    ChatAssigned({ chat: { chatId, assignee }, at }) {
      const teammate = assignee && toTeammate(assignee)
      io.to(rooms.chat(chatId)).emit('chat:assigned', { chatId, assignee: teammate, timestamp: toTime(at) })
    },
    VisitorChanged({ visitor }) {
      io.to(rooms.siteCommercials(visitor.siteId)).emit('visitor:updated', toCommercialVisitor(visitor))
    },
    VisitorMerged({ visitorId, siteId, into, at }) {
      const removed = { visitorId, mergedInto: into, timestamp: toTime(at) }
      io.to(rooms.siteCommercials(siteId)).emit('visitor:removed', removed)
    },
    ChatRevealed({ chat }) {
      io.to(rooms.visitor(chat.visitor.visitorId)).emit('chat:created', toVisitorChat(chat, links))
    },
    VisitorErased({ visitorId, siteId, at, chats }) {
      io.to(rooms.siteCommercials(siteId)).emit('visitor:removed', { visitorId, timestamp: toTime(at) })
      // Whoever has such a chat open reads again what changed in it: everything.
      for (const chat of chats) {
        commercialsIn(chat).emit('chat:head', { chatId: chat.chatId, ...toHeadFor('commercial', chat) })
      }
    },
    CommercialsMentioned({ message, chat, mentioned }) {
      const own = mentioned.map((commercialId) => rooms.siteCommercial(chat.siteId, commercialId))
      io.to(own).emit('mention:new', toMention({ message, chat, seenAt: null }, links))
    },
    MentionsSeen({ by: { siteIds, userId }, chatId, unseenCount }) {
      const own = siteIds.map((siteId) => rooms.siteCommercial(siteId, userId))
      if (own.length === 0) return
      io.to(own).emit('mentions:seen', { ...(chatId !== undefined && { chatId }), unseenCount })
    },
    DraftChanged({ by, chat: { chatId, siteId }, draft, deviceId }) {
      const told = { chatId, draft: draft && toDraft(draft), ...(deviceId !== undefined && { deviceId }) }
      io.to(rooms.siteCommercial(siteId, by.userId)).emit('draft:changed', told)
    },
    UnreadMarked({ by, chat }) {
      const own = rooms.siteCommercial(chat.siteId, by.userId)
      io.to(own).emit('chat:updated', toCommercialChat(chat, by.userId, links))
    },
    CommercialChanged: ({ commercial }) => people.changed(commercial),
    SiteCreated: () => sites.created(),
    SiteChanged: ({ site }) => sites.changed(site),
    WebhookStopped: ({ webhook }) => io.to(rooms.admins).emit('webhook:stopped', toWebhook(webhook)),
    SessionEnded({ sessionId, code }) {
      endedSessions.add(sessionId)
      io.to(rooms.session(sessionId)).emit('session:expired', { code })
      io.in(rooms.session(sessionId)).disconnectSockets(true)
    },
  }
}
