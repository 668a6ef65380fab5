import fc from 'fast-check'
import { expect } from 'vitest'
import type { ChatId, MessageId } from '#shared/ids.ts'
import type { Identity } from '../../domain/identity.ts'
import type { MessageRecord } from '../../domain/records.ts'
import { Model } from './model.ts'
import { createTestClock, World, type OpenStorage } from './world.ts'

/** Who does what: 0 is the visitor, 1 and 2 are commercials. */
export type Action =
  | { readonly does: 'say'; readonly who: number; readonly isInternal: boolean }
  | { readonly does: 'edit' | 'delete'; readonly who: number; readonly which: number }
  | { readonly does: 'read'; readonly who: number; readonly which: number }
  | { readonly does: 'wait'; readonly ms: number }

const who = fc.integer({ min: 0, max: 2 })
const commercial = fc.integer({ min: 1, max: 2 })
const which = fc.nat({ max: 40 })
const step = fc.integer({ min: -5_000, max: 5_000 })
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ does: fc.constant('say'), who, isInternal: fc.constant(false) }),
  fc.record({ does: fc.constant('say'), who, isInternal: fc.constant(false) }),
  fc.record({ does: fc.constant('say'), who: commercial, isInternal: fc.constant(true) }),
  fc.record({ does: fc.constantFrom('edit', 'delete'), who, which }),
  fc.record({ does: fc.constant('read'), who, which }),
  fc.record({ does: fc.constant('wait'), ms: step }),
)

/** A chat between a visitor and two commercials, played in the store and in the model at once. */
export class Play {
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
    const person = this.people[action.who]
    if (person === undefined) throw new Error('Nobody of that number')
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

  async #change(does: 'edit' | 'delete', person: Identity, which: number): Promise<void> {
    const { messageId } = this.model.messages[which % this.model.messages.length] ?? {}
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
}

/** Plays in a fresh store, which is closed whatever comes of it: a property runs many times within one test. */
export async function withPlay(open: OpenStorage, run: (play: Play) => Promise<void>): Promise<void> {
  const clock = createTestClock()
  const storage = open(clock)
  try {
    const site = await storage.createSite({ siteKey: 'shop', name: 'Shop', origins: [], locale: 'es' })
    const world = new World(storage, clock, site)
    const { visitor, chatId } = await world.chat()
    await run(
      new Play(world, chatId, [visitor, await world.commercial('Ana'), await world.commercial('Ben')]),
    )
  } finally {
    await storage.close()
  }
}
