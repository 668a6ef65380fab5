import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '#shared/message.ts'
import { ApiError } from './api-error.ts'
import { emptyView } from './chat-view.ts'
import { createFeed, type Feed } from './feed.ts'
import { createLifetime } from './lifetime.ts'
import { createInFlight, type InFlight } from './model/in-flight.ts'
import { CHAT, createModelStore, type ModelStore, type Person } from './model/model-store.ts'
import { createTestEnvironment, settled, type TestEnvironment } from './model/test-environment.ts'
import { createRetrier } from './retrier.ts'
import type { ChatView } from './state.ts'

const reader: Person = { role: 'commercial', id: 'marta' }
const writer: Person = { role: 'visitor', id: 'vera' }

/** One feed and one connection to the model, with nothing of the client around them. */
interface Stage {
  readonly store: ModelStore
  readonly feed: Feed
  readonly inFlight: InFlight
  readonly environment: TestEnvironment
  view(): ChatView
  /** The server takes a join, and tells everything from then on. */
  join(): void
  cut(): void
  /** The answer to a change of one's own, which comes by HTTP whatever the socket does. */
  changeOwn(which: number): void
}

function setStage(before: number): Stage {
  const store = createModelStore()
  for (let index = 0; index < before; index += 1) write(store)
  const inFlight = createInFlight()
  const environment = createTestEnvironment()
  const life = createLifetime(environment)
  let view = emptyView(CHAT, null)
  let isJoined = false
  const feed = createFeed({
    life,
    retrier: createRetrier(life, environment),
    read: (query) =>
      new Promise((resolve, reject) => {
        const lose = () => reject(new ApiError(0, 'network'))
        const advance = () => {
          const page = store.history(reader, new URLSearchParams(query))
          inFlight.add({ what: 'answer', lose, advance: () => resolve(page) })
        }
        inFlight.add({ what: 'request', lose, advance })
      }),
    show: (change) => void (view = change(view)),
    onJoining() {},
  })
  const hear = (message: Message) => {
    if (isJoined) inFlight.queue({ what: 'event', lose() {}, advance: () => feed.hear(message) })
  }
  store.listen((_, { messageId }) => {
    const seen = store.messages(reader).find((message) => message.messageId === messageId)
    if (seen !== undefined) hear(seen)
  })
  feed.load()
  return {
    store,
    feed,
    inFlight,
    environment,
    view: () => view,
    join() {
      if (isJoined) return
      isJoined = true
      // Heard from here on; where the chat stands is read a little later, so events may come before the acknowledgement.
      const acknowledge = () => {
        const head = store.head(reader)
        inFlight.queue({ what: 'join', lose() {}, advance: () => feed.joined(head) })
      }
      inFlight.add({ what: 'join', lose() {}, advance: acknowledge })
    },
    cut() {
      isJoined = false
      inFlight.dropConnection()
      feed.lost()
    },
    changeOwn(which) {
      const message = changeOne(store, which)
      if (message === undefined) return
      inFlight.add({ what: 'answer', lose() {}, advance: () => feed.receive([message]) })
    },
  }
}

let keys = 0
function write(store: ModelStore): void {
  keys += 1
  store.append(writer, { content: 'hola', clientMessageId: `key-${keys}` })
}

/** Mostly a recent one: what is far back is rarely held. */
function changeOne(store: ModelStore, which: number): Message | undefined {
  const all = store.messages(reader)
  const message = all[Math.max(0, all.length - 1 - (which % 60))]
  if (message === undefined) return undefined
  const changed = store.change(message.messageId, which % 5 === 0 ? null : `edited ${which}`)
  return store.messages(reader).find(({ messageId }) => messageId === changed.messageId)
}

const step = fc.record({
  action: fc.oneof(
    { weight: 9, arbitrary: fc.constant('move' as const) },
    { weight: 4, arbitrary: fc.constantFrom('write' as const, 'change' as const, 'join' as const) },
    { weight: 2, arbitrary: fc.constantFrom('changeOwn' as const, 'older' as const, 'cut' as const) },
    { weight: 1, arbitrary: fc.constantFrom('lose' as const, 'wait' as const) },
  ),
  which: fc.nat({ max: 59 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function act(stage: Stage, { action, which }: Step): Promise<void> {
  if (action === 'move') stage.inFlight.advance(which)
  if (action === 'lose') stage.inFlight.lose(which, (what) => what !== 'event' && what !== 'join')
  if (action === 'write') write(stage.store)
  if (action === 'change') changeOne(stage.store, which)
  if (action === 'changeOwn') stage.changeOwn(which)
  if (action === 'older') void stage.feed.loadOlder()
  if (action === 'join') stage.join()
  if (action === 'cut') stage.cut()
  if (action === 'wait') await stage.environment.advance(which * 10)
  await settled()
}

/** What the bus between servers drops now and then. */
function loseEvent({ inFlight }: Stage, which: number): void {
  inFlight.lose(which, (what) => what === 'event')
}

/** As the server tells it every half minute. */
async function tellHead(stage: Stage): Promise<void> {
  stage.feed.head(stage.store.head(reader))
  await calm(stage)
}

async function calm({ inFlight, environment }: Stage): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    while (inFlight.ready().length > 0) {
      inFlight.advance(0)
      await settled()
    }
    await environment.advance(5_000)
  }
}

function expectInStep({ store, view }: Stage): void {
  const thread = view().thread.map(({ delivery, ...message }) => ({
    ...message,
    ...(delivery !== 'sent' && { delivery }),
  }))
  const truth = store.messages(reader)
  expect(thread).toEqual(truth.slice(truth.length - thread.length))
  expect(thread.length).toBeGreaterThanOrEqual(Math.min(truth.length, 49))
  expect(view()).toMatchObject({ history: { state: 'ready' }, hasOlder: thread.length < truth.length })
}

const beginnings = fc.constantFrom(0, 2, 49, 52, 103)

describe('a feed', () => {
  it('ends in step with the server, whatever happens between reading, joining, changing and losing the line', async () => {
    await fc.assert(
      fc.asyncProperty(beginnings, fc.array(step, { minLength: 3, maxLength: 40 }), async (before, steps) => {
        const stage = setStage(before)
        for (const step of steps) await act(stage, step)
        stage.join()
        await calm(stage)
        expectInStep(stage)
      }),
      { numRuns: 2_000 },
    )
  }, 120_000)

  it('is in step again with the next head, whichever events were lost on a line that held', async () => {
    const lossy = fc.record({ told: step, isLost: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(
        beginnings,
        fc.array(lossy, { minLength: 3, maxLength: 40 }),
        async (before, steps) => {
          const stage = setStage(before)
          for (const { told, isLost } of steps) {
            await act(stage, told)
            if (isLost) loseEvent(stage, told.which)
          }
          stage.join()
          await calm(stage)
          await tellHead(stage)
          expectInStep(stage)
        },
      ),
      { numRuns: 1_000 },
    )
  }, 120_000)

  it('never shows a hole, not even for a moment, and nothing changes places', async () => {
    await fc.assert(
      fc.asyncProperty(beginnings, fc.array(step, { minLength: 3, maxLength: 40 }), async (before, steps) => {
        const stage = setStage(before)
        for (const step of steps) {
          await act(stage, step)
          const seqs = stage.view().thread.map((message) => (message.delivery === 'sent' ? message.seq : 0))
          expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index))
        }
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('reads nothing when it comes back and has missed nothing', async () => {
    await fc.assert(
      fc.asyncProperty(beginnings, fc.array(step, { minLength: 3, maxLength: 40 }), async (before, steps) => {
        const stage = setStage(before)
        for (const step of steps) await act(stage, step)
        stage.join()
        await calm(stage)
        // A change that was only heard is read once more: nothing else shows that none was lost before it.
        await tellHead(stage)
        stage.cut()
        stage.join()
        stage.inFlight.advance(0)
        stage.inFlight.advance(0)
        await settled()
        expect(stage.inFlight.ready()).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('drops what it holds when the store was restored from a backup, and reads again', async () => {
    await fc.assert(
      fc.asyncProperty(
        beginnings,
        fc.array(step, { maxLength: 30 }),
        fc.nat({ max: 60 }),
        async (before, steps, keep) => {
          const stage = setStage(before)
          for (const step of steps) await act(stage, step)
          stage.cut()
          // A restore takes the server down: no answer of before comes after it.
          while (stage.inFlight.ready().length > 0) stage.inFlight.lose(0, () => true)
          stage.store.restore(keep)
          write(stage.store)
          stage.join()
          await calm(stage)
          const truth = stage.store.messages(reader)
          const thread = stage.view().thread.map(({ delivery, ...message }) => ({
            ...message,
            ...(delivery !== 'sent' && { delivery }),
          }))
          expect(thread).toEqual(truth.slice(truth.length - thread.length))
          expect(thread.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)
})
