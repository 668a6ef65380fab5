import * as v from 'valibot'
import { ChatId, SiteId, VisitorId } from './ids.ts'
import { MAX_KEYWORD_LENGTH, MAX_PAGE_SIZE, PAGE_SIZE, MAX_RATING_COMMENT_LENGTH } from './limits.ts'
import { Instant, Message, OpeningMessage, wholeNumber } from './message.ts'
import { Page, Teammate, Visitor } from './person.ts'
import { Tag } from './tag.ts'
import { CleanText, line, Timestamp } from './text.ts'

export const ChatStatus = v.picklist(['PENDING', 'IN_PROGRESS', 'CLOSED'])
export type ChatStatus = v.InferOutput<typeof ChatStatus>

/** A chat as one reader sees it: in a visitor's view notes do not exist. */
export const Chat = v.object({
  chatId: ChatId,
  siteId: SiteId,
  visitor: Visitor,
  status: ChatStatus,
  assignee: v.nullable(Teammate),
  /** Commercials only. */
  tags: v.optional(v.array(v.string())),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  lastMessage: v.nullable(Message),
  lastSeq: v.number(),
  /** The reader's own; exact up to `MAX_UNREAD`. A commercial's counts visitors' messages and colleagues' notes. */
  unreadCount: v.number(),
  /** This reader wants to come back to it, whatever they have read; until they open it again, or write. Commercials only. */
  isMarkedUnread: v.optional(v.literal(true)),
  /** How far this reader has read, in this reader's numbering: where the "new" divider goes. */
  readSeq: v.number(),
  /** How far the other side has read, in this reader's numbering. */
  otherReadSeq: v.number(),
  firstResponseAt: v.optional(Timestamp),
  /** Since when the visitor has waited for an answer. Commercials only. */
  waitingSince: v.optional(Timestamp),
  /** Put off until then, or until the visitor writes: in no list but that of the snoozed. Commercials only. */
  snoozedUntil: v.optional(Timestamp),
  closedAt: v.optional(Timestamp),
  rating: v.optional(v.object({ score: v.number(), comment: v.optional(v.string()), ratedAt: Timestamp })),
})
export type Chat = v.InferOutput<typeof Chat>

/** What a visitor thinks of a chat that is over. */
export const RateChat = v.object({
  score: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  comment: v.optional(v.pipe(CleanText, v.trim(), v.minLength(1), v.maxLength(MAX_RATING_COMMENT_LENGTH))),
})
export type RateChat = v.InferOutput<typeof RateChat>

/** A visitor opens their chat (`message`, `page`); a commercial writes first to a visitor (`visitorId`, `message`). */
export const OpenChat = v.object({
  visitorId: v.optional(VisitorId),
  message: v.optional(OpeningMessage),
  page: v.optional(Page),
})
export type OpenChat = v.InferOutput<typeof OpenChat>

export const ListOrder = v.picklist(['latest', 'waiting'])
export type ListOrder = v.InferOutput<typeof ListOrder>

/** Why a chat changes hands; noted in it for the team. */
export const AssignQuery = v.object({ reason: v.optional(line(500)) })

export const MarkUnread = v.object({ isUnread: v.boolean() })

/** `null` wakes the chat now. */
export const SnoozeChat = v.object({ until: v.nullable(Instant) })

export const ChatsQuery = v.object({
  /** Comma list of statuses. */
  status: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',')),
      v.array(ChatStatus),
    ),
  ),
  /** `me`, `none` or a commercial's id. */
  assignee: v.optional(v.pipe(v.string(), v.maxLength(100))),
  siteId: v.optional(SiteId),
  tag: v.optional(Tag),
  /** `true`: only those that are put off; `false`: none of them. Unsaid, a list has none of them and a search has all. */
  snoozed: v.optional(
    v.pipe(
      v.picklist(['true', 'false']),
      v.transform((text) => text === 'true'),
    ),
  ),
  /** Whose chats: what somebody’s name, e-mail or telephone number begins with. */
  search: v.optional(v.pipe(CleanText, v.maxLength(MAX_KEYWORD_LENGTH))),
  /** `latest`: newest activity first. `waiting`: whoever has waited longest first, then those who do not wait. */
  order: v.optional(ListOrder, 'latest'),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(300))),
  limit: v.optional(wholeNumber(1, MAX_PAGE_SIZE), String(PAGE_SIZE)),
})
export type ChatsQuery = v.InferOutput<typeof ChatsQuery>

/** How many chats each list of the inbox holds, over all the sites the reader belongs to. */
export const ChatCounts = v.object({
  mine: v.number(),
  unassigned: v.number(),
  all: v.number(),
  closed: v.number(),
  /** In none of the others. */
  snoozed: v.number(),
})
export type ChatCounts = v.InferOutput<typeof ChatCounts>

export const ChatList = v.object({
  /** In the order that was asked for. */
  chats: v.array(Chat),
  nextCursor: v.nullable(v.string()),
  counts: ChatCounts,
})
export type ChatList = v.InferOutput<typeof ChatList>
