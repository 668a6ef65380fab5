import type { ChatStatus } from '#shared/chat.ts'
import type { CommercialId } from '#shared/ids.ts'
import type { Identity } from './identity.ts'
import { Refusal } from './refusal.ts'

/** What must be known of a chat to decide about a message to it, all read inside the same atomic step. */
export interface ChatFacts {
  readonly status: ChatStatus
  readonly assigneeId: CommercialId | null
  readonly lastSeq: number
  readonly lastPublicSeq: number
  /** The last stamp given in this chat, to a message or to a change. */
  readonly lastStamp: number
  readonly firstResponseAt: number | null
  readonly waitingSince: number | null
  readonly snoozedUntil: number | null
  /** Whether the same visitor has another chat that is open. */
  readonly hasOtherOpenChat: boolean
}

/** What storing the message does to the chat. */
export interface MessageDecision {
  readonly seq: number
  readonly publicSeq: number | null
  readonly sentAt: number
  readonly isFirstResponse: boolean
  readonly chat: {
    readonly status: ChatStatus
    readonly assigneeId: CommercialId | null
    readonly firstResponseAt: number | null
    readonly waitingSince: number | null
    readonly snoozedUntil: number | null
    /** The visitor's numbering and clock stand still for a note. */
    readonly lastPublicSeq: number
  }
}

/** The next stamp of a chat: never before the last one, whatever the clock does (it may step backwards). */
export function nextStamp(now: number, lastStamp: number): number {
  return Math.max(now, lastStamp + 1)
}

/** What a message to this chat gets and changes. Refuses with `chat_closed` or `other_chat_open`. */
export function decideMessage(
  facts: ChatFacts,
  sender: Identity,
  message: { isInternal: boolean; now: number },
): MessageDecision {
  const sentAt = nextStamp(message.now, facts.lastStamp)
  const seq = facts.lastSeq + 1
  if (message.isInternal) {
    const { status, assigneeId, firstResponseAt, waitingSince, snoozedUntil, lastPublicSeq } = facts
    return {
      seq,
      publicSeq: null,
      sentAt,
      isFirstResponse: false,
      chat: { status, assigneeId, firstResponseAt, waitingSince, snoozedUntil, lastPublicSeq },
    }
  }
  const publicSeq = facts.lastPublicSeq + 1
  const reaction =
    sender.role === 'visitor' ? visitorWrote(facts, sentAt) : commercialWrote(facts, sender.userId, sentAt)
  const isFirstResponse = sender.role !== 'visitor' && facts.firstResponseAt === null
  return { seq, publicSeq, sentAt, isFirstResponse, chat: { ...reaction, lastPublicSeq: publicSeq } }
}

type Reaction = Omit<MessageDecision['chat'], 'lastPublicSeq'>

function visitorWrote(facts: ChatFacts, sentAt: number): Reaction {
  if (facts.status === 'CLOSED' && facts.hasOtherOpenChat) throw new Refusal('other_chat_open')
  return {
    status: facts.status === 'CLOSED' ? reopenedStatus(facts) : facts.status,
    assigneeId: facts.assigneeId,
    firstResponseAt: facts.firstResponseAt,
    waitingSince: facts.waitingSince ?? sentAt,
    // Whoever put the chat off meant: until there is news.
    snoozedUntil: null,
  }
}

function commercialWrote(facts: ChatFacts, commercialId: CommercialId, sentAt: number): Reaction {
  if (facts.status === 'CLOSED') throw new Refusal('chat_closed')
  const isFirst = facts.firstResponseAt === null
  return {
    status: 'IN_PROGRESS',
    assigneeId: isFirst ? (facts.assigneeId ?? commercialId) : facts.assigneeId,
    firstResponseAt: facts.firstResponseAt ?? sentAt,
    waitingSince: null,
    snoozedUntil: facts.snoozedUntil,
  }
}

/** A chat that was answered before goes on; one that never was waits again. */
export function reopenedStatus(facts: Pick<ChatFacts, 'firstResponseAt'>): ChatStatus {
  return facts.firstResponseAt === null ? 'PENDING' : 'IN_PROGRESS'
}
