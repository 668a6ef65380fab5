import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommercialId, SiteId, VisitorId } from '#shared/ids.ts'
import { decideMessage, type ChatFacts } from './decide-message.ts'
import type { Identity } from './identity.ts'
import { Refusal } from './refusal.ts'

const visitor: Identity = {
  role: 'visitor',
  userId: 'v' as VisitorId,
  siteId: 's' as SiteId,
  sessionId: 'x',
  name: '',
}
const marta: Identity = {
  role: 'commercial',
  userId: 'marta' as CommercialId,
  siteIds: [],
  sessionId: 'x',
  name: 'Marta',
}
const newChat: ChatFacts = {
  status: 'PENDING',
  assigneeId: null,
  lastSeq: 0,
  lastPublicSeq: 0,
  lastStamp: 0,
  firstResponseAt: null,
  waitingSince: null,
  snoozedUntil: null,
  hasOtherOpenChat: false,
}

describe('decideMessage', () => {
  it('starts the wait when a visitor writes, and ends it when a commercial answers', () => {
    const asked = decideMessage(newChat, visitor, { isInternal: false, now: 1_000 })
    expect(asked.chat).toMatchObject({ status: 'PENDING', waitingSince: 1_000 })
    const again = decideMessage({ ...newChat, ...asked.chat, lastStamp: 1_000 }, visitor, {
      isInternal: false,
      now: 2_000,
    })
    expect(again.chat.waitingSince).toBe(1_000)
    const answered = decideMessage({ ...newChat, ...again.chat, lastStamp: 2_000 }, marta, {
      isInternal: false,
      now: 3_000,
    })
    expect(answered).toMatchObject({
      isFirstResponse: true,
      chat: { status: 'IN_PROGRESS', assigneeId: 'marta', waitingSince: null, firstResponseAt: 3_000 },
    })
  })

  it('leaves a chat with whoever has it when somebody else answers first', () => {
    const facts = { ...newChat, assigneeId: 'joan' as CommercialId }
    expect(decideMessage(facts, marta, { isInternal: false, now: 1 }).chat.assigneeId).toBe('joan')
  })

  it('lets a note change nothing but the commercials’ order', () => {
    const facts: ChatFacts = { ...newChat, status: 'CLOSED', lastSeq: 4, lastPublicSeq: 3, waitingSince: 7 }
    expect(decideMessage(facts, marta, { isInternal: true, now: 10 })).toEqual({
      seq: 5,
      publicSeq: null,
      sentAt: 10,
      isFirstResponse: false,
      chat: {
        status: 'CLOSED',
        assigneeId: null,
        firstResponseAt: null,
        waitingSince: 7,
        snoozedUntil: null,
        lastPublicSeq: 3,
      },
    })
  })

  it('opens a closed chat for its visitor and for nobody else', () => {
    const closed: ChatFacts = { ...newChat, status: 'CLOSED', firstResponseAt: 5 }
    expect(decideMessage(closed, visitor, { isInternal: false, now: 9 }).chat.status).toBe('IN_PROGRESS')
    expect(() => decideMessage(closed, marta, { isInternal: false, now: 9 })).toThrow(
      new Refusal('chat_closed'),
    )
    expect(() =>
      decideMessage({ ...closed, hasOtherOpenChat: true }, visitor, { isInternal: false, now: 9 }),
    ).toThrow(new Refusal('other_chat_open'))
  })

  it('numbers each side without holes and never goes back in time, whatever is written and whatever the clock does', () => {
    const writes = fc.array(
      fc.record({
        byVisitor: fc.boolean(),
        isInternal: fc.boolean(),
        now: fc.integer({ min: 0, max: 1_000 }),
      }),
    )
    fc.assert(
      fc.property(writes, (messages) => {
        let facts = newChat
        const seqs: number[] = []
        const publicSeqs: number[] = []
        const stamps: number[] = []
        let firstResponses = 0
        for (const { byVisitor, isInternal, now } of messages) {
          const decision = decideMessage(facts, byVisitor ? visitor : marta, {
            isInternal: isInternal && !byVisitor,
            now,
          })
          seqs.push(decision.seq)
          if (decision.publicSeq !== null) publicSeqs.push(decision.publicSeq)
          stamps.push(decision.sentAt)
          firstResponses += Number(decision.isFirstResponse)
          facts = { ...facts, ...decision.chat, lastSeq: decision.seq, lastStamp: decision.sentAt }
        }
        expect(seqs).toEqual(seqs.map((_, index) => index + 1))
        expect(publicSeqs).toEqual(publicSeqs.map((_, index) => index + 1))
        expect(stamps).toEqual([...new Set(stamps)].toSorted((a, b) => a - b))
        expect(firstResponses).toBeLessThanOrEqual(1)
      }),
    )
  })
})
