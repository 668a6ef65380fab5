import type { AuditEntry } from '#shared/audit.ts'
import type { CannedReply } from '#shared/canned-reply.ts'
import type { Chat } from '#shared/chat.ts'
import type { CommercialId } from '#shared/ids.ts'
import type { ConsoleSession } from '#shared/console-session.ts'
import type { Draft } from '#shared/draft.ts'
import type { Invitation } from '#shared/invitation.ts'
import type { Mention } from '#shared/mention.ts'
import type { View } from '#shared/view.ts'
import type { Macro } from '#shared/macro.ts'
import type { Attachment, Message } from '#shared/message.ts'
import type { Commercial, PresenceStatus, Teammate, Visitor } from '#shared/person.ts'
import type { PushDevice } from '#shared/push.ts'
import type { Excerpt, SearchHit } from '#shared/search.ts'
import type { IdentityKey, Site } from '#shared/site.ts'
import type { TrailEntry } from '#shared/visitor.ts'
import type {
  CannedReplyRecord,
  DraftRecord,
  MacroRecord,
  MentionRecord,
  ViewRecord,
} from './desk-storage.ts'
import type { AuditRecord } from './audit.ts'
import type { FileLinks } from './file-links.ts'
import type { Audience, Identity } from './identity.ts'
import type { PushDeviceRecord } from './push-storage.ts'
import type { InvitationRecord } from './invitation-storage.ts'
import type {
  AttachmentRecord,
  ChatRecord,
  CommercialRecord,
  IdentityKeyRecord,
  MessageRecord,
  RatingRecord,
  SiteRecord,
  TeammateRecord,
  TrailRecord,
  VisitorRecord,
  VouchedIdentity,
} from './records.ts'
import type { ConsoleSessionRecord } from './session-storage.ts'

/**
 * The only way out. Two views of a message and of a chat exist, because two audiences do; each is an allow-list, so that a
 * column added tomorrow is told to nobody until somebody writes it here. Push, history, preview and counters all pass here.
 */
export function toCommercialMessage(message: MessageRecord, links: FileLinks): Message {
  const seen = toMessage(message, message.seq, toAttachmentOf(message, 'commercial', links))
  return message.mentions.length === 0 ? seen : { ...seen, mentions: [...message.mentions] }
}

/** Throws for a note: no caller may even try. */
export function toVisitorMessage(message: MessageRecord, links: FileLinks): Message {
  if (message.publicSeq === null) throw new Error('A note has no visitor’s view')
  return toMessage(message, message.publicSeq, toAttachmentOf(message, 'visitor', links))
}

function toMessage(message: MessageRecord, seq: number, attachment: Attachment | null): Message {
  return {
    messageId: message.messageId,
    chatId: message.chatId,
    seq,
    senderId: message.senderId,
    senderType: message.senderType,
    senderName: message.senderName,
    content: message.content,
    type: message.type,
    isInternal: message.isInternal,
    isFirstResponse: message.isFirstResponse,
    sentAt: toTime(message.sentAt),
    ...(message.clientMessageId !== null && { clientMessageId: message.clientMessageId }),
    ...(attachment !== null && { attachment }),
    ...(message.editedAt !== null && { editedAt: toTime(message.editedAt) }),
    ...(message.deletedAt !== null && { deletedAt: toTime(message.deletedAt) }),
  }
}

export function toMessageFor(reader: Identity, message: MessageRecord, links: FileLinks): Message {
  return reader.role === 'visitor' ? toVisitorMessage(message, links) : toCommercialMessage(message, links)
}

function toAttachmentOf(message: MessageRecord, audience: Audience, links: FileLinks): Attachment | null {
  return message.attachment && toAttachment(message.attachment, audience, links)
}

/** With addresses signed here and now, so that an old message opens like a new one. */
export function toAttachment(file: AttachmentRecord, audience: Audience, links: FileLinks): Attachment {
  const thumbnailUrl = links.thumbnailUrlOf(file, audience)
  return {
    fileId: file.fileId,
    url: links.urlOf(file.fileId, audience),
    ...(thumbnailUrl !== null && { thumbnailUrl }),
    fileName: file.fileName,
    fileSize: file.fileSize,
    mimeType: file.mimeType,
    ...(file.width !== null && { width: file.width }),
    ...(file.height !== null && { height: file.height }),
  }
}

export function toVisitorChat(chat: ChatRecord, links: FileLinks): Chat {
  return {
    chatId: chat.chatId,
    siteId: chat.siteId,
    visitor: toVisitor(chat.visitor),
    status: chat.status,
    assignee: chat.assignee && toTeammate(chat.assignee),
    createdAt: toTime(chat.createdAt),
    updatedAt: toTime(chat.publicUpdatedAt),
    lastMessage: chat.lastPublicMessage && toVisitorMessage(chat.lastPublicMessage, links),
    lastSeq: chat.lastPublicSeq,
    unreadCount: chat.unread.visitor,
    readSeq: chat.visitorRead.publicSeq,
    otherReadSeq: chat.teamRead.publicSeq,
    ...(chat.firstResponseAt !== null && { firstResponseAt: toTime(chat.firstResponseAt) }),
    ...(chat.closedAt !== null && { closedAt: toTime(chat.closedAt) }),
    ...(chat.rating !== null && { rating: toRating(chat.rating) }),
  }
}

/** `commercialId` null: as a commercial sees it who has never read here. */
export function toCommercialChat(
  chat: ChatRecord,
  commercialId: CommercialId | null,
  links: FileLinks,
): Chat {
  const own = commercialId === null ? undefined : chat.unread.commercials.get(commercialId)
  return {
    chatId: chat.chatId,
    siteId: chat.siteId,
    visitor: toCommercialVisitor(chat.visitor),
    status: chat.status,
    assignee: chat.assignee && toTeammate(chat.assignee),
    tags: [...chat.tags],
    createdAt: toTime(chat.createdAt),
    updatedAt: toTime(chat.updatedAt),
    lastMessage: chat.lastMessage && toCommercialMessage(chat.lastMessage, links),
    lastSeq: chat.lastSeq,
    unreadCount: own?.count ?? chat.unread.otherCommercials,
    ...(own?.isMarked === true && { isMarkedUnread: true }),
    readSeq: own?.seq ?? 0,
    otherReadSeq: chat.visitorRead.seq,
    ...(chat.firstResponseAt !== null && { firstResponseAt: toTime(chat.firstResponseAt) }),
    ...(chat.waitingSince !== null && { waitingSince: toTime(chat.waitingSince) }),
    ...(chat.snoozedUntil !== null && { snoozedUntil: toTime(chat.snoozedUntil) }),
    ...(chat.closedAt !== null && { closedAt: toTime(chat.closedAt) }),
    ...(chat.rating !== null && { rating: toRating(chat.rating) }),
  }
}

export function toChatFor(reader: Identity, chat: ChatRecord, links: FileLinks): Chat {
  return reader.role === 'visitor' ? toVisitorChat(chat, links) : toCommercialChat(chat, reader.userId, links)
}

function toRating({ score, comment, ratedAt }: RatingRecord): NonNullable<Chat['rating']> {
  return { score, ...(comment !== null && { comment }), ratedAt: toTime(ratedAt) }
}

/** The two numbers that tell a reader whether they are behind. */
export function toHeadFor(
  audience: 'visitor' | 'commercial',
  chat: Pick<ChatRecord, 'lastSeq' | 'lastPublicSeq' | 'lastChangeAt' | 'lastPublicChangeAt'>,
): { lastSeq: number; lastChangeAt: string | null } {
  const [lastSeq, changeAt] =
    audience === 'visitor' ? [chat.lastPublicSeq, chat.lastPublicChangeAt] : [chat.lastSeq, chat.lastChangeAt]
  return { lastSeq, lastChangeAt: changeAt === null ? null : toTime(changeAt) }
}

/** To commercials only: it may be a note. */
export function toSearchHit(
  message: MessageRecord,
  { siteId, status, visitor }: Pick<ChatRecord, 'siteId' | 'status' | 'visitor'>,
  excerpt: Excerpt,
): SearchHit {
  const { messageId, chatId, seq, senderType, senderName, isInternal } = message
  return {
    messageId,
    chatId,
    seq,
    senderType,
    senderName,
    isInternal,
    sentAt: toTime(message.sentAt),
    excerpt,
    siteId,
    visitor: toCommercialVisitor(visitor),
    status,
  }
}

export function toCannedReply(reply: CannedReplyRecord): CannedReply {
  const { replyId, shortcut, title, content, siteId, isShared, ownerId } = reply
  return { replyId, shortcut, title, content, siteId, isShared, ownerId, updatedAt: toTime(reply.updatedAt) }
}

export function toMacro({ macroId, name, actions, siteId, isShared, ownerId, ...macro }: MacroRecord): Macro {
  return { macroId, name, actions, siteId, isShared, ownerId, updatedAt: toTime(macro.updatedAt) }
}

export function toSavedView({ viewId, name, filter, isShared, ownerId, updatedAt }: ViewRecord): View {
  return { viewId, name, filter, isShared, ownerId, updatedAt: toTime(updatedAt) }
}

/** To its author alone. */
export function toDraft({ content, isInternal, updatedAt }: DraftRecord): Draft {
  return { content, isInternal, updatedAt: toTime(updatedAt) }
}

/** To whom it names: it is of a note. */
export function toMention({ message, chat, seenAt }: MentionRecord, links: FileLinks): Mention {
  return {
    message: toCommercialMessage(message, links),
    siteId: chat.siteId,
    visitor: toVisitor(chat.visitor),
    seenAt: seenAt === null ? null : toTime(seenAt),
  }
}

/** As they see themself. */
export function toVisitor(visitor: VisitorRecord): Visitor {
  return {
    visitorId: visitor.visitorId,
    siteId: visitor.siteId,
    ...(visitor.name !== null && { name: visitor.name }),
    ...(visitor.email !== null && { email: visitor.email }),
    ...(visitor.phone !== null && { phone: visitor.phone }),
    attributes: visitor.attributes,
    ...(visitor.topic !== null && { topic: visitor.topic }),
    ...(visitor.consent !== null && {
      consent: { version: visitor.consent.version, at: toTime(visitor.consent.at) },
    }),
    isVerified: visitor.verified !== null,
    ...(visitor.verified !== null && { verified: toVerified(visitor.verified) }),
    ...(visitor.locale !== null && { locale: visitor.locale }),
    ...(visitor.timeZone !== null && { timeZone: visitor.timeZone }),
    ...(visitor.page !== null && { page: visitor.page }),
    createdAt: toTime(visitor.createdAt),
  }
}

/** As the team sees them. */
export function toCommercialVisitor(visitor: VisitorRecord): Visitor {
  const { seenAt, blockedAt, erasedAt } = visitor
  return {
    ...toVisitor(visitor),
    lastSeenAt: toTime(seenAt),
    ...(blockedAt !== null && { blockedAt: toTime(blockedAt) }),
    ...(erasedAt !== null && { erasedAt: toTime(erasedAt) }),
  }
}

function toVerified({ userId, name, email, attributes }: VouchedIdentity): Visitor['verified'] {
  return {
    userId,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(attributes !== undefined && { attributes }),
  }
}

/** For the visitor and for the team alike: it is the visitor's own way. */
export function toTrail(trail: readonly TrailRecord[]): TrailEntry[] {
  return trail.map((step): TrailEntry => {
    const at = toTime(step.at)
    if (step.kind === 'event') return { kind: 'event', at, name: step.name, props: step.props }
    const { url, title, referrer } = step
    return {
      kind: 'page',
      at,
      url,
      ...(title !== undefined && { title }),
      ...(referrer !== undefined && { referrer }),
    }
  })
}

export function toIdentityKey({ kid, algorithm, key, createdAt }: IdentityKeyRecord): IdentityKey {
  return { kid, algorithm, createdAt: toTime(createdAt), ...(key === null && { isLost: true as const }) }
}

export function toTeammate(person: TeammateRecord): Teammate {
  return { commercialId: person.commercialId, name: person.name }
}

export function toCommercial(person: CommercialRecord, status?: PresenceStatus): Commercial {
  return {
    commercialId: person.commercialId,
    name: person.name,
    email: person.email,
    role: person.role,
    siteIds: [...person.siteIds],
    ...(status !== undefined && { status }),
  }
}

/** To whose it is alone. `currentId`: of the session that asks. */
export function toConsoleSession(session: ConsoleSessionRecord, currentId: string): ConsoleSession {
  const { sessionId, browser, system, addressPrefix } = session
  return {
    sessionId,
    isCurrent: sessionId === currentId,
    ...(browser !== null && { browser }),
    ...(system !== null && { system }),
    ...(addressPrefix !== null && { addressPrefix }),
    createdAt: toTime(session.createdAt),
    lastSeenAt: toTime(session.seenAt),
    expiresAt: toTime(session.expiresAt),
  }
}

/** To admins. */
export function toAuditEntry({ auditId, at, action, outcome, ...entry }: AuditRecord): AuditEntry {
  const { actorType, actorId, subjectId, addressPrefix } = entry
  return {
    auditId,
    at: toTime(at),
    action,
    outcome,
    ...(actorType !== null && { actorType }),
    ...(actorId !== null && { actorId }),
    ...(subjectId !== null && { subjectId }),
    ...(addressPrefix !== null && { addressPrefix }),
  }
}

/** To admins; its link is told once, when it is made. */
export function toInvitation({ invitationId, role, email, ...invitation }: InvitationRecord): Invitation {
  return {
    invitationId,
    role,
    siteIds: [...invitation.siteIds],
    ...(email !== null && { email }),
    invitedBy: toTeammate(invitation.invitedBy),
    createdAt: toTime(invitation.createdAt),
    expiresAt: toTime(invitation.expiresAt),
  }
}

/** As those who answer it see it. A visitor's view is `public-site.ts`. */
export function toSite({ siteId, siteKey, name, origins, locale, revision, settings }: SiteRecord): Site {
  const { appearance, texts, officeHours, preChat, teasers } = settings
  const { features, limits, routing, retentionDays, autoReturnMinutes } = settings
  return {
    siteId,
    siteKey,
    name,
    origins: [...origins],
    locale,
    revision,
    appearance,
    texts,
    officeHours,
    preChat,
    teasers,
    features,
    limits,
    routing,
    retentionDays,
    autoReturnMinutes,
  }
}

export function toTime(ms: number): string {
  return new Date(ms).toISOString()
}

/** To its owner; how it is reached is between its browser and this server. */
export function toPushDevice({ deviceId, label, createdAt }: PushDeviceRecord): PushDevice {
  return { deviceId, label, createdAt: toTime(createdAt) }
}
