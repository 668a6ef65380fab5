import type { BrowserContext, Page } from 'playwright-core'
import { write } from '../../e2e/pages.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { startFaultProxy } from '../harness/fault-proxy.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { openShop, shownIn, type Shop } from '../harness/shop.ts'
import { startServer } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { readStored } from '../harness/stored.ts'
import { comesTrue } from '../harness/until.ts'

const TABS = 5
const CLOSE_EVERY = 10
const PATIENCE_MS = 20_000

interface Writing {
  readonly messages: number
  readonly patienceMs?: number
  /** Before each page. */
  readonly prepare?: (visitor: BrowserContext) => Promise<unknown>
}

async function run(
  setting: Setting,
  { messages, patienceMs = PATIENCE_MS, prepare }: Writing,
): Promise<Outcome> {
  const { random } = setting
  const server = await startServer(setting)
  const proxy = await startFaultProxy(setting, server.port)
  const shop = await openShop(setting, proxy.url)
  const visitor = await shop.newVisitor()
  await prepare?.(visitor)
  const history = new History()
  const faults = new Faults()
  let tabs = await openTabs(shop, visitor)
  let closed = 0
  for (let n = 1; n <= messages; n += 1) {
    const content = `m${n}`
    const tab = random.pick(tabs)
    const closesNow = n % CLOSE_EVERY === 0
    // What is written now leaves no page before one of them is closed.
    proxy.weather.swallow = closesNow ? ['up'] : []
    history.add({ type: 'invoke', who: 'the visitor', content })
    await write(tab, content)
    if (!closesNow) continue
    // Half of the time the very one that it was written in.
    const leaving = random.next() < 0.5 ? tab : random.pick(tabs)
    tabs = tabs.filter((other) => other !== leaving)
    await leaving.close()
    closed += 1
    proxy.weather.swallow = []
    proxy.cut()
    tabs.push(await shop.openTab(visitor))
  }
  faults.addAll(await settle({ history, screens: [], dataFile: server.dataFile }, patienceMs))
  const stored = readStored(server.dataFile).messages.map(({ content }) => content)
  for (const [n, tab] of tabs.entries()) await checkTab(tab, { stored, faults, name: `tab ${n + 1}` })
  return {
    figures: `${messages} messages in ${TABS} tabs, ${closed} of them closed, ${stored.length} rows`,
    faults: faults.list(),
  }
}

async function openTabs(shop: Shop, visitor: BrowserContext): Promise<Page[]> {
  const tabs: Page[] = []
  while (tabs.length < TABS) tabs.push(await shop.openTab(visitor))
  return tabs
}

/** The end of what is stored, each once, in that order. */
async function checkTab(
  tab: Page,
  { stored, faults, name }: { stored: readonly string[]; faults: Faults; name: string },
): Promise<void> {
  const look = () => shownIn(tab, /\bm\d+\b/g)
  await comesTrue(async () => (await look()).at(-1) === stored.at(-1), PATIENCE_MS)
  const seen = await look()
  faults.expect(new Set(seen).size === seen.length, 'dup', `${name} shows something twice`)
  const expected = stored.slice(stored.length - seen.length)
  faults.expect(
    seen.length > 0 && seen.join() === expected.join(),
    'order',
    `${name} shows ${seen.slice(-5).join()} for ${expected.slice(-5).join()}`,
  )
}

export const multiTab: Experiment = {
  id: 'T16',
  name: 'multi-tab',
  pass: '200 messages written in 5 tabs of one browser, one closed after every tenth, before that message has left: 200 rows, each once in every tab, in one order',
  run: (setting) => run(setting, { messages: 200 }),
  controls: [
    {
      broken: 'a browser that keeps nothing for the next tab',
      mustFind: 'stuck',
      run: (setting) =>
        run(setting, {
          messages: 60,
          patienceMs: 3_000,
          prepare: (visitor) =>
            visitor.addInitScript(() => {
              Object.defineProperty(window, 'indexedDB', { value: undefined })
              Object.defineProperty(window, 'BroadcastChannel', { value: undefined })
            }),
        }),
    },
  ],
}
