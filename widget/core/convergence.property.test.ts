import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatClient } from './chat-client.ts'
import { createChatClient } from './create-chat-client.ts'
import { CHAT, createModelStore, type ModelStore, type Person } from './model/model-store.ts'
import { createModelWire, type ModelWire } from './model/model-wire.ts'
import { createTestEnvironment, settled, type TestEnvironment } from './model/test-environment.ts'
import type { ThreadMessage } from './state.ts'

/** Three people in one chat, each on a line of their own. */
const people: readonly Person[] = [
  { role: 'visitor', id: 'vera' },
  { role: 'commercial', id: 'marta' },
  { role: 'commercial', id: 'olga' },
]

interface Participant {
  readonly person: Person
  readonly client: ChatClient
  readonly wire: ModelWire
  readonly environment: TestEnvironment
  readonly written: string[]
}

const who = fc.nat({ max: people.length - 1 })
const which = fc.nat({ max: 20 })
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('move' as const), who, which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('send' as const), who, which }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const), who, which }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lose' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cut' as const), who, which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('older' as const), who, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('head' as const), who, which }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function participate(store: ModelStore, all: Participant[], person: Person): Participant {
  const wire = createModelWire(store, person, (request, isNew) => {
    const isMessage = request.name.includes('/v2/messages') || request.name === 'POST /v2/chats'
    if (!isMessage || request.name.startsWith('GET') || request.name.startsWith('PUT')) return
    const isChange = /^(PATCH|DELETE)/.test(request.name)
    const message = isChange
      ? store.messages(person).find(({ messageId }) => messageId === request.path[2])
      : store.messages(person).at(-1)
    if (message === undefined || (!isChange && !isNew)) return
    for (const { wire } of all) wire.tell(isChange ? 'message:updated' : 'message:new', message)
  })
  const environment = createTestEnvironment({ openSocket: wire.openSocket })
  // Keys are the server's to tell apart by sender; here everybody draws from the same ones on purpose.
  const common = { apiUrl: 'http://model', fetch: wire.fetch }
  const client = createChatClient(
    person.role === 'visitor'
      ? { ...common, role: 'visitor', tokens: { get: () => null, set() {} } }
      : { ...common, role: 'commercial', getToken: async () => person.id },
    environment,
  )
  return { person, client, wire, environment, written: [] }
}

async function act(
  store: ModelStore,
  { client, wire, environment, written, person }: Participant,
  step: Step,
): Promise<void> {
  if (step.do === 'move') wire.advance(step.which)
  if (step.do === 'lose') wire.lose(step.which)
  if (step.do === 'cut') wire.cut()
  if (step.do === 'head') wire.tellHead()
  if (step.do === 'wait') await environment.advance(step.which * 60)
  if (step.do === 'older') void client.loadOlder(CHAT)
  if (step.do === 'send') {
    const content = `${person.id} ${written.length}`
    written.push(content)
    const isInternal = person.role === 'commercial' && step.which % 4 === 0
    client.send(person.role === 'visitor' ? { content } : { chatId: CHAT, content, isInternal })
  }
  if (step.do === 'edit' || step.do === 'delete') {
    const mine = store.messages(person).filter(({ senderId }) => senderId === person.id)
    const message = mine[step.which % Math.max(1, mine.length)]
    const changing =
      message &&
      (step.do === 'edit'
        ? client.edit(message.messageId, `edited ${step.which}`)
        : client.remove(message.messageId))
    changing?.catch(() => {})
  }
  await settled()
}

/** Nothing is lost any more, and time goes on until nobody has anything to say. */
async function calm(all: readonly Participant[]): Promise<void> {
  for (let round = 0; round < 80; round += 1) {
    for (const { wire, environment } of all) {
      while (wire.pending() > 0) {
        wire.advance(0)
        await settled()
      }
      wire.ping()
      await environment.advance(2_500)
    }
    // What a lossy bus dropped is healed by the next head.
    if (round === 40) for (const { wire } of all) wire.tellHead()
  }
}

function shown({ client }: Participant): readonly ThreadMessage[] {
  return client.state.get().chats.get(CHAT)?.thread ?? []
}

describe('every client of a chat', () => {
  it('ends with the server’s history, each message once, in order, whatever is lost, late, repeated or changed meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 3, 60, 170),
        fc.array(step, { minLength: 5, maxLength: 120 }),
        async (before, steps) => {
          const store = createModelStore()
          for (let index = 0; index < before; index += 1) {
            store.append(
              { role: 'visitor', id: 'vera' },
              { content: `old ${index}`, clientMessageId: `old-${index}` },
            )
          }
          const all: Participant[] = []
          for (const person of people) all.push(participate(store, all, person))
          try {
            for (const { client, person } of all) {
              void client.start()
              if (person.role === 'commercial') client.watch(CHAT)
            }
            await settled()
            for (const step of steps) await act(store, all[step.who] as Participant, step)
            await calm(all)
            for (const participant of all) expectConverged(store, participant)
          } finally {
            for (const { client } of all) client.close()
          }
        },
      ),
      { numRuns: 600 },
    )
  }, 120_000)
})

function told(message: ThreadMessage): object {
  const { delivery, ...rest } = message
  return { ...rest, ...(delivery !== 'sent' && { delivery }) }
}

function expectConverged(store: ModelStore, participant: Participant): void {
  const thread = shown(participant)
  if (thread.length > 0) expect(participant.client.state.get().connection).toEqual({ state: 'online' })
  expect(thread.filter(({ delivery }) => delivery !== 'sent')).toEqual([])
  const sent = thread.map((message) => told(message))
  const truth = store.messages(participant.person)
  // A visitor who never wrote has no chat to watch.
  if (participant.person.role === 'visitor' && thread.length === 0) return
  expect(sent).toEqual(truth.slice(truth.length - sent.length))
  expect(sent.length).toBeGreaterThanOrEqual(Math.min(truth.length, 50))
  // In the order in which they were written.
  const own = truth.filter(
    ({ senderId, content }) => senderId === participant.person.id && !/^(old|edited|$)/.test(content),
  )
  const expected = participant.written.filter((content) => own.some((message) => message.content === content))
  expect(own.map(({ content }) => content)).toEqual(expected)
}
