import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from './model/in-flight.ts'
import { CHAT, createModelStore, type ModelStore, type Person } from './model/model-store.ts'
import { participate, type Participant } from './model/participant.ts'
import { settled } from './model/test-environment.ts'
import type { ThreadMessage } from './state.ts'

const people: readonly Person[] = [
  { role: 'visitor', id: 'vera' },
  { role: 'commercial', id: 'marta' },
  { role: 'commercial', id: 'olga' },
]

const actions = {
  move: 24,
  moveAll: 3,
  send: 7,
  edit: 4,
  delete: 1,
  lose: 3,
  cut: 2,
  wait: 4,
  older: 2,
} as const
type Action = keyof typeof actions

const step = fc.record({
  action: fc.oneof(
    ...Object.entries(actions).map(([action, weight]) => ({
      weight,
      arbitrary: fc.constant(action as Action),
    })),
  ),
  who: fc.nat({ max: people.length - 1 }),
  which: fc.nat({ max: 20 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface World {
  readonly store: ModelStore
  readonly canLose: (what: Item['what']) => boolean
}

/** Never lost: what a connection that is up has taken on. */
const reliableBus = (what: Item['what']) => what !== 'event'
const lossyBus = () => true

async function act(
  { store, canLose }: World,
  participant: Participant,
  { action, which }: Step,
): Promise<void> {
  const { client, inFlight, socket, environment, person } = participant
  if (action === 'move') inFlight.advance(which)
  if (action === 'moveAll') await participant.calm(1)
  if (action === 'lose') inFlight.lose(which, canLose)
  if (action === 'cut') socket.cut()
  if (action === 'wait') await environment.advance(which * 60)
  if (action === 'older') void client.loadOlder(CHAT)
  if (action === 'send') write(participant, which)
  if (action === 'edit' || action === 'delete') {
    const mine = store.messages(person).filter(({ senderId }) => senderId === person.id)
    const message = mine[which % Math.max(1, mine.length)]
    if (message !== undefined) change(participant, action, message.messageId)
  }
  await settled()
}

function write({ client, person, written }: Participant, which: number): void {
  const content = `${person.id} ${written.length}`
  written.push(content)
  const isInternal = person.role === 'commercial' && which % 4 === 0
  client.send(person.role === 'visitor' ? { content } : { chatId: CHAT, content, isInternal })
}

function change({ client }: Participant, action: 'edit' | 'delete', messageId: string): void {
  const changing = action === 'edit' ? client.edit(messageId, 'edited') : client.remove(messageId)
  // Lost on its way: whoever edits is told so, and tries again or not.
  changing.catch(() => {})
}

/** The server's history as this reader sees it, from wherever the client has read it. */
function expectConverged(store: ModelStore, participant: Participant): void {
  const thread = participant.thread()
  const truth = store.messages(participant.person)
  // A visitor who never wrote has no chat to hear.
  if (participant.person.role === 'visitor' && participant.written.length === 0) return
  expect(thread.map(plain)).toEqual(truth.slice(truth.length - thread.length))
  expect(thread.length).toBeGreaterThanOrEqual(Math.min(truth.length, 50))
  expect(participant.client.state.get().connection).toEqual({ state: 'online' })
}

/** Everything but that it was sent: a draft left over does not pass for a message. */
function plain(message: ThreadMessage): object {
  const { delivery, ...rest } = message
  return delivery === 'sent' ? rest : message
}

function expectWrittenOrder(store: ModelStore, { person, written }: Participant): void {
  const stored = store
    .messages({ role: 'commercial', id: '' })
    .filter(({ senderId }) => senderId === person.id)
  const own = stored.map(({ clientMessageId }) => clientMessageId).filter((key) => key?.startsWith('key-'))
  expect(own).toEqual(written.map((_, index) => `key-${index + 1}`))
}

interface Story {
  readonly before: number
  readonly steps: readonly Step[]
}

const story = fc.record({
  before: fc.constantFrom(0, 3, 60, 130),
  steps: fc.array(step, { minLength: 10, maxLength: 150 }),
})

async function play(
  { before, steps }: Story,
  canLose: (what: Item['what']) => boolean,
  ending: (all: readonly Participant[]) => Promise<void>,
): Promise<void> {
  const store = createModelStore()
  for (let index = 0; index < before; index += 1) {
    store.append({ role: 'visitor', id: 'vera' }, { content: 'old', clientMessageId: `old-${index}` })
  }
  const all = people.map((person) => participate(store, person))
  try {
    for (const { client, person } of all) {
      void client.start()
      if (person.role === 'commercial') client.watch(CHAT)
    }
    for (const step of steps) await act({ store, canLose }, all[step.who] as Participant, step)
    for (const { calm } of all) await calm(20)
    await ending(all)
    for (const { calm } of all) await calm(20)
    for (const participant of all) {
      expectConverged(store, participant)
      expectWrittenOrder(store, participant)
    }
  } finally {
    for (const { client } of all) client.close()
  }
}

describe('every client of a chat ends with the server’s history, each message once and in order', () => {
  it('when requests and answers are lost and connections drop', async () => {
    await fc.assert(
      fc.asyncProperty(story, (told) => play(told, reliableBus, async () => {})),
      { numRuns: 200 },
    )
  }, 120_000)

  it('when the bus between servers loses events too, as soon as the next head tells where the chat stands', async () => {
    const tellHeads = async (all: readonly Participant[]) => {
      for (const { socket } of all) socket.tellHead()
    }
    await fc.assert(
      fc.asyncProperty(story, (told) => play(told, lossyBus, tellHeads)),
      { numRuns: 100 },
    )
  }, 120_000)

  it('when messages were lost and the next one shows the hole', async () => {
    const unchanged = story.map(({ before, steps }) => ({
      before,
      steps: steps.filter(({ action }) => action !== 'edit' && action !== 'delete'),
    }))
    const sayOneMore = async ([vera]: readonly Participant[]) => {
      if (vera === undefined) return
      write(vera, 1)
      await vera.calm(5)
    }
    await fc.assert(
      fc.asyncProperty(unchanged, (told) => play(told, lossyBus, sayOneMore)),
      { numRuns: 200 },
    )
  }, 120_000)
})
