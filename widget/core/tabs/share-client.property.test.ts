import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createModelStore } from '../model/model-store.ts'
import { settled } from '../model/test-environment.ts'
import { createFakeBrowser, vera, type FakeBrowser, type FakeTab } from './model/fake-browser.ts'

const marta = { role: 'commercial', id: 'marta' } as const

const actions = {
  move: 20,
  hear: 20,
  send: 8,
  answer: 2,
  wait: 5,
  open: 4,
  close: 2,
  crash: 2,
  freeze: 2,
  resume: 3,
  lose: 3,
  cut: 2,
} as const
type Action = keyof typeof actions

const step = fc.record({
  action: fc.oneof(
    ...Object.entries(actions).map(([action, weight]) => ({
      weight,
      arbitrary: fc.constant(action as Action),
    })),
  ),
  who: fc.nat({ max: 5 }),
  which: fc.nat({ max: 20 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
const story = fc.array(step, { minLength: 10, maxLength: 120 })

interface World {
  readonly browser: FakeBrowser
  readonly store: ReturnType<typeof createModelStore>
  /** What was written in each tab, in that order; those that are gone too. */
  readonly written: Map<FakeTab, string[]>
}

function write({ written }: World, tab: FakeTab): void {
  const texts = written.get(tab) ?? []
  const content = `${[...written.keys()].indexOf(tab)}: ${texts.length}`
  texts.push(content)
  tab.client.send({ content })
}

function openTab({ browser, written }: World): void {
  written.set(browser.open(), [])
}

async function act(world: World, { action, who, which }: Step): Promise<void> {
  const { browser, store } = world
  if (action === 'open' && browser.tabs.length < 5) openTab(world)
  if (action === 'answer') store.append(marta, { content: 'marta', clientMessageId: `m${which}` })
  if (action === 'wait') await browser.advance(which * 100)
  const tab = browser.tabs[who % Math.max(1, browser.tabs.length)]
  if (tab !== undefined) {
    if (action === 'send' && !tab.isFrozen()) write(world, tab)
    if (action === 'move') tab.inFlight.advance(which)
    if (action === 'lose') tab.inFlight.lose(which, () => true)
    if (action === 'close' || action === 'crash' || action === 'freeze' || action === 'resume') tab[action]()
    if (action === 'hear' || action === 'cut') tab[action]()
  }
  // A browser writes what it was given; only then may the page die.
  await settled()
}

async function play(steps: readonly Step[], isForgetful: boolean): Promise<World> {
  const store = createModelStore()
  const world: World = { browser: createFakeBrowser(store, { isForgetful }), store, written: new Map() }
  openTab(world)
  for (const step of steps) await act(world, step)
  for (const tab of world.browser.tabs) tab.resume()
  if (world.browser.tabs.length === 0) openTab(world)
  await world.browser.calm(25)
  return world
}

function expectOneTruth({ browser, store, written }: World): void {
  const truth = store.messages(vera).map(({ content }) => content)
  const own = truth.filter((content) => content !== 'marta')
  expect(new Set(own).size).toBe(own.length)
  for (const texts of written.values())
    expect(own.filter((text) => texts.includes(text))).toEqual(texts.filter((text) => own.includes(text)))
  if (own.length === 0) return
  for (const tab of browser.tabs) {
    const shown = tab.texts()
    expect(shown).toEqual(truth.slice(truth.length - shown.length))
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(50, truth.length))
    expect(tab.thread().every(({ delivery }) => delivery === 'sent')).toBe(true)
  }
  expect(browser.tabs.filter((tab) => tab.isOnline())).toHaveLength(1)
  expect(browser.tabs.filter(({ client }) => client.state.get().rings)).toHaveLength(1)
}

describe('whatever happens to the tabs of a browser', () => {
  it('all that was written is sent once, in the order it was written, and shown in every tab', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const world = await play(steps, false)
        const own = new Set(world.store.messages(vera).map(({ content }) => content))
        for (const texts of world.written.values()) for (const text of texts) expect(own).toContain(text)
        expectOneTruth(world)
        // What a leader that was robbed has written late is found at the next visit, and is there already.
        for (const tab of world.browser.tabs) tab.close()
        openTab(world)
        await world.browser.calm(4)
        expectOneTruth(world)
        expect(world.browser.kept.size).toBe(0)
      }),
      { numRuns: 200 },
    )
  }, 120_000)

  it('a browser that keeps nothing doubles nothing, and loses nothing of the tabs that are left', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        const world = await play(steps, true)
        const own = new Set(world.store.messages(vera).map(({ content }) => content))
        for (const tab of world.browser.tabs)
          for (const text of world.written.get(tab) ?? []) expect(own).toContain(text)
        expectOneTruth(world)
      }),
      { numRuns: 200 },
    )
  }, 120_000)
})
