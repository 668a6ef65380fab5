import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatId, MessageId } from '#shared/ids.ts'
import type { Identity } from '../../domain/identity.ts'
import type { MessageRecord } from '../../domain/records.ts'
import { Model } from './model.ts'
import { createTestClock, World, type OpenStorage } from './world.ts'

/** Who does what: 0 is the visitor, 1 and 2 are commercials. */
type Action =
  | { readonly does: 'say'; readonly who: number; readonly isInternal: boolean }
  | { readonly does: 'edit' | 'delete'; readonly who: number; readonly which: number }
  | { readonly does: 'read'; readonly who: number; readonly which: number }
  | { readonly does: 'wait'; readonly ms: number }

const who = fc.integer({ min: 0, max: 2 })
const commercial = fc.integer({ min: 1, max: 2 })
const which = fc.nat({ max: 40 })
const step = fc.integer({ min: -5_000, max: 5_000 })
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ does: fc.constant('say'), who, isInternal: fc.constant(false) }),
  fc.record({ does: fc.constant('say'), who, isInternal: fc.constant(false) }),
  fc.record({ does: fc.constant('say'), who: commercial, isInternal: fc.constant(true) }),
  fc.record({ does: fc.constantFrom('edit', 'delete'), who, which }),
  fc.record({ does: fc.constant('read'), who, which }),
  fc.record({ does: fc.constant('wait'), ms: step }),
)

class Run {
  readonly world: World
  readonly chatId: ChatId
  readonly people: readonly Identity[]
  readonly model = new Model()

  constructor(world: World, chatId: ChatId, people: readonly Identity[]) {
    this.world = world
    this.chatId = chatId
    this.people = people
  }

  /** Does it in the store and in the model; what the store refuses has not happened in the model either. */
  async perform(action: Action): Promise<void> {
    if (action.does === 'wait') {
      this.world.clock.move(action.ms)
      return
    }
    const person = this.person(action.who)
    if (action.does === 'say') {
      const { isInternal } = action
      const { message } = await this.world.say(person, this.chatId, `by ${action.who}`, { isInternal })
      this.model.add(message)
      return
    }
    if (action.does === 'read') {
      await this.world.storage.markAsRead(person, this.chatId, { seq: action.which })
      this.model.read(person, action.which)
      return
    }
    await this.#change(action.does, person, action.which)
  }

  person(index: number): Identity {
    const person = this.people[index]
    if (person === undefined) throw new Error('Nobody')
    return person
  }

  async #change(does: 'edit' | 'delete', person: Identity, which: number): Promise<void> {
    const { messageId } = this.model.messages[which] ?? {}
    if (messageId === undefined) return
    const changed = await this.#attempt(does, person, messageId)
    if (changed !== null) this.model.change(changed)
  }

  async #attempt(
    does: 'edit' | 'delete',
    person: Identity,
    messageId: MessageId,
  ): Promise<MessageRecord | null> {
    const { storage } = this.world
    const change =
      does === 'edit'
        ? storage.editMessage(person, messageId, `edited ${this.model.messages.length}`)
        : storage.deleteMessage(person, messageId)
    try {
      return (await change).message
    } catch (cause) {
      // Not theirs, too late, deleted, or a note that a visitor must not even know of.
      expect(cause).toMatchObject({ name: 'Refusal' })
      return null
    }
  }

  /** Everything that a reader gets by following `hasMore` through pages of this size. */
  async walk(reader: Identity, limit: number, direction: 'on' | 'back'): Promise<MessageRecord[]> {
    const seen: MessageRecord[] = []
    let bound = direction === 'on' ? 0 : Number.MAX_SAFE_INTEGER
    for (let hasMore = true; hasMore;) {
      const page = direction === 'on' ? { after: bound } : { before: bound }
      const part = await this.world.storage.history(reader, this.chatId, { limit, ...page })
      const next = direction === 'on' ? part.messages.at(-1) : part.messages[0]
      if (direction === 'on') seen.push(...part.messages)
      else seen.unshift(...part.messages)
      bound = next === undefined ? bound : seqFor(reader, next)
      hasMore = part.hasMore
    }
    return seen
  }
}

function seqFor(reader: Identity, message: MessageRecord): number {
  return (reader.role === 'visitor' ? message.publicSeq : message.seq) ?? 0
}

async function checkReader(run: Run, reader: Identity, limit: number): Promise<void> {
  const forward = await run.walk(reader, limit, 'on')
  expect(forward).toEqual(run.model.seenBy(reader))
  expect(await run.walk(reader, limit, 'back')).toEqual(forward)
  expect(forward.map((message) => seqFor(reader, message))).toEqual(forward.map((_, index) => index + 1))
  const { unread } = await run.world.storage.chat(reader, run.chatId)
  const counted =
    reader.role === 'visitor'
      ? unread.visitor
      : (unread.commercials.get(reader.userId)?.count ?? unread.otherCommercials)
  expect(counted).toBe(run.model.unreadOf(reader))
}

async function checkAnyOrder(open: OpenStorage, actions: readonly Action[], limit: number): Promise<void> {
  const clock = createTestClock()
  const storage = open(clock)
  try {
    const site = await storage.createSite({ siteKey: 'shop', name: 'Shop', origins: [], locale: 'es' })
    const world = new World(storage, clock, site)
    const { visitor, chatId } = await world.chat()
    const people = [visitor, await world.commercial('Ana'), await world.commercial('Ben')]
    const run = new Run(world, chatId, people)
    for (const action of actions) await run.perform(action)
    for (const person of people) await checkReader(run, person, limit)
    const stamps = run.model.messages.map(({ sentAt }) => sentAt)
    expect(stamps).toEqual([...new Set(stamps)].toSorted((a, b) => a - b))
  } finally {
    await storage.close()
  }
}

export function testAnyOrder(open: OpenStorage): void {
  describe('whatever happens in whatever order', () => {
    it('numbers stay dense, stamps grow, unread is right, and pages hold everything once', async () => {
      const actions = fc.array(action, { minLength: 1, maxLength: 40 })
      const limits = fc.integer({ min: 1, max: 7 })
      const property = fc.asyncProperty(actions, limits, (list, limit) => checkAnyOrder(open, list, limit))
      await fc.assert(property, { numRuns: 60 })
    })
  })
}
