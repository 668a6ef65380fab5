import type { ChatId, CommercialId, MessageId, SiteId } from '#shared/ids.ts'
import type { MentionRecord, MentionsPage, MentionsRecord } from '../domain/desk-storage.ts'
import type { CommercialIdentity, Identity } from '../domain/identity.ts'
import { canSee } from '../domain/permissions.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Connection } from './connection.ts'
import { messageRecord } from './message-records.ts'
import { chatById } from './statements/chats.ts'
import { messageById } from './statements/messages.ts'
import { commercialForSite } from './statements/people.ts'
import * as statements from './statements/personal.ts'
import { visitorById } from './statements/visitors.ts'
import { visitorRecord } from './visitors.ts'
import type { Step } from './writer.ts'

/** Each once; all of them answer the site. */
export function colleaguesNamed(
  db: Connection,
  named: readonly CommercialId[],
  { siteId }: { siteId: SiteId },
): CommercialId[] {
  const people = [...new Set(named)]
  const isUnknown = people.some((person) => db.one(commercialForSite, person, siteId) === undefined)
  if (isUnknown) throw new Refusal('mention_unknown')
  return people
}

/** For those who are named; whoever names themself has nothing to be told. */
export function keepMentions(
  db: Connection,
  sender: Identity,
  note: { messageId: MessageId; chatId: ChatId; seq: number; mentions: readonly CommercialId[] },
): void {
  const { messageId, chatId, seq, mentions } = note
  for (const person of mentions.filter((one) => one !== sender.userId)) {
    db.run(statements.insertMention, person, messageId, chatId, seq, null)
  }
}

export function listMentions(
  { db }: Step,
  reader: CommercialIdentity,
  { isUnseen, cursor = '~', limit }: MentionsPage,
): MentionsRecord {
  const rows = db.all(
    isUnseen ? statements.unseenMentionsOf : statements.mentionsOf,
    reader.userId,
    cursor,
    limit + 1,
  )
  const page = rows.slice(0, limit)
  return {
    mentions: page.flatMap((row) => readMention(db, reader, row) ?? []),
    nextCursor: rows.length > page.length ? (page.at(-1)?.messageId ?? null) : null,
    unseenCount: countUnseenMentions(db, reader),
  }
}

export function countUnseenMentions(db: Connection, reader: CommercialIdentity): number {
  return db
    .all(statements.unseenByChat, reader.userId)
    .filter(({ chatId }) => isVisible(db, reader, chatId))
    .reduce((sum, { count }) => sum + count, 0)
}

/** How many are left, or null when there was nothing to see. */
export function seeMentions(
  { db, now }: Step,
  by: CommercialIdentity,
  { messageId, chatId }: { messageId?: MessageId | undefined; chatId?: ChatId | undefined },
): number | null {
  const seen = see()
  return seen === 0 ? null : countUnseenMentions(db, by)

  function see(): number {
    if (messageId !== undefined) return db.run(statements.seeMention, by.userId, now, messageId)
    if (chatId === undefined) return db.run(statements.seeAllMentions, by.userId, now)
    return db.run(statements.seeMentionsOfChat, by.userId, now, chatId, Number.MAX_SAFE_INTEGER)
  }
}

/** Reading on in a chat is seeing its mentions. As `seeMentions`. */
export function seeMentionsUpTo(
  { db, now }: Step,
  reader: Identity,
  { chatId, seq }: { chatId: ChatId; seq: number },
): number | null {
  if (reader.role === 'visitor') return null
  const seen = db.run(statements.seeMentionsOfChat, reader.userId, now, chatId, seq)
  return seen === 0 ? null : countUnseenMentions(db, reader)
}

function readMention(
  db: Connection,
  reader: CommercialIdentity,
  { messageId, seenAt }: { messageId: MessageId; seenAt: number | null },
): MentionRecord | null {
  const message = db.one(messageById, messageId)
  const chat = message && db.one(chatById, message.chatId)
  const visitor = chat && db.one(visitorById, chat.visitorId)
  if (message === undefined || chat === undefined || visitor === undefined) return null
  // Somebody who left the site's team is named in its notes still, but has no business there.
  if (!canSee(reader, chat)) return null
  return {
    message: messageRecord(message),
    chat: { siteId: chat.siteId, visitor: visitorRecord(visitor) },
    seenAt,
  }
}

function isVisible(db: Connection, reader: CommercialIdentity, chatId: ChatId): boolean {
  const chat = db.one(chatById, chatId)
  return chat !== undefined && canSee(reader, chat)
}
