import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audienceOf, type Identity } from '../../domain/identity.ts'
import type { MessageRecord } from '../../domain/records.ts'
import { resync, seqFor, walkBack, walkOn } from './follow.ts'
import { anyAction, withPlay, type Action, type Play } from './play.ts'
import type { OpenStorage } from './world.ts'

const actions = fc.array(anyAction, { minLength: 1, maxLength: 40 })
// A property runs many times: far longer than a single example on a machine that has other work.
const patient = { timeout: 30_000 }
const limits = fc.integer({ min: 1, max: 7 })

async function checkReader(play: Play, reader: Identity, limit: number): Promise<void> {
  const reading = { storage: play.world.storage, reader, chatId: play.chatId, limit }
  const messages = await walkOn(reading)
  expect(messages).toEqual(play.model.seenBy(reader))
  expect(await walkBack(reading)).toEqual(messages)
  expect(messages.map((message) => seqFor(reader, message))).toEqual(messages.map((_, index) => index + 1))
  expect(await unreadOf(play, reader)).toBe(play.model.unreadOf(reader))
}

async function unreadOf(play: Play, reader: Identity): Promise<number> {
  const { unread } = await play.world.storage.chat(reader, play.chatId)
  if (reader.role === 'visitor') return unread.visitor
  return unread.commercials.get(reader.userId)?.count ?? unread.otherCommercials
}

function checkStamps({ model }: Play): void {
  const stamps = model.messages.map(({ sentAt }) => sentAt)
  expect(stamps).toEqual([...new Set(stamps)].toSorted((a, b) => a - b))
}

interface Client {
  readonly reader: Identity
  readonly messages: Map<string, MessageRecord>
  readonly after: number
  readonly changedAfter: number
}

/** A client that has read everything up to now, and goes. */
async function leave({ world, chatId }: Play, reader: Identity): Promise<Client> {
  const { messages, chat } = await world.storage.history(reader, chatId, { limit: 100 })
  const [after, changedAfter] =
    audienceOf(reader) === 'visitor'
      ? [chat.lastPublicSeq, chat.lastPublicChangeAt]
      : [chat.lastSeq, chat.lastChangeAt]
  const known = new Map(messages.map((message) => [message.messageId as string, message]))
  return { reader, messages: known, after, changedAfter: changedAfter ?? 0 }
}

/** Comes back, and must end with what the store holds. */
async function comeBack({ world, chatId, model }: Play, client: Client, limit: number): Promise<void> {
  const { reader, messages } = client
  for (const message of await resync({ storage: world.storage, reader, chatId, limit }, client)) {
    messages.set(message.messageId, message)
  }
  expect([...messages.values()].toSorted((a, b) => a.seq - b.seq)).toEqual(model.seenBy(reader))
}

async function perform(play: Play, list: readonly Action[]): Promise<void> {
  for (const action of list) await play.perform(action)
}

export function testAnyOrder(open: OpenStorage): void {
  describe('whatever happens in whatever order', () => {
    it(
      'numbers stay dense, stamps grow, unread is right, and pages hold everything once',
      patient,
      async () => {
        const property = fc.asyncProperty(actions, limits, (list, limit) =>
          withPlay(open, async (play) => {
            await perform(play, list)
            for (const person of play.people) await checkReader(play, person, limit)
            checkStamps(play)
          }),
        )
        await fc.assert(property, { numRuns: 60 })
      },
    )

    it('a reader who was away ends with exactly what the store holds', patient, async () => {
      const property = fc.asyncProperty(actions, actions, limits, (before, meanwhile, limit) =>
        withPlay(open, async (play) => {
          await perform(play, before)
          const clients = await Promise.all(play.people.map((person) => leave(play, person)))
          await perform(play, meanwhile)
          for (const client of clients) await comeBack(play, client, limit)
        }),
      )
      await fc.assert(property, { numRuns: 60 })
    })
  })
}
