import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { write } from '../../e2e/pages.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { signIn, type Person } from '../harness/cast.ts'
import { startFaultProxy, type FaultProxy } from '../harness/fault-proxy.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inMs } from '../harness/numbers.ts'
import { say } from '../harness/say.ts'
import { openShop, shownIn } from '../harness/shop.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { readStored } from '../harness/stored.ts'
import { comesTrue, until } from '../harness/until.ts'

const IN_STEP_WITHIN_MS = 2_000
const PATIENCE_MS = 30_000
/** Longer than a client's patience between two tries grows in that time. */
const LONG_OFFLINE_MS = 10_000

interface Nights {
  readonly sleepers: number
  readonly sleepMs: number
  /** How often the network goes and comes back; now and then it stays away for long. */
  readonly outages: number
  readonly longEvery: number
  readonly prepare?: (visitor: BrowserContext) => Promise<unknown>
}

interface Sleeper {
  readonly page: Page
  readonly context: BrowserContext
  readonly proxy: FaultProxy
  readonly chatId: string
  readonly name: string
}

interface Bedroom {
  readonly server: ServerProcess
  readonly commercial: Person
  readonly faults: Faults
  readonly waits: Record<'sleep' | 'return' | 'outage', number[]>
}

async function run(setting: Setting, nights: Nights): Promise<Outcome> {
  const server = await startServer(setting)
  const faults = new Faults()
  const commercial = await signIn(server.url)
  const room: Bedroom = { server, commercial, faults, waits: { sleep: [], return: [], outage: [] } }
  const sleepers: Sleeper[] = []
  for (let n = 1; n <= nights.sleepers; n += 1)
    sleepers.push(await arrive(setting, room, { name: `v${n}`, prepare: nights.prepare }))
  await Promise.all(sleepers.map((sleeper) => sleep(room, sleeper, nights.sleepMs)))
  for (const sleeper of sleepers) await leaveAndReturn(room, sleeper)
  for (let n = 1; n <= nights.outages; n += 1) {
    await loseNetwork(
      room,
      setting.random.pick(sleepers),
      n % nights.longEvery === 0 ? LONG_OFFLINE_MS : setting.random.int(50, 800),
    )
  }
  for (const { page, name } of sleepers) {
    const seen = await shownIn(page, /\bc\d+\b/g)
    faults.expect(new Set(seen).size === seen.length, 'dup', `${name} sees something twice`)
  }
  const figures = Object.entries(room.waits).map(([what, waits]) => {
    const name = { sleep: `frozen ${nights.sleepMs / 1_000} s`, return: 'gone and back', outage: 'offline' }[
      what
    ]
    return waits.length === 0
      ? ''
      : `${waits.length} × ${name}: in step after ${inMs(Math.max(...waits))} at most`
  })
  return { figures: figures.filter(Boolean).join('; '), faults: faults.list() }
}

let words = 0

/** Somebody of the team writes; the visitor has until then and a moment to see it. */
async function tell({ commercial }: Bedroom, { chatId }: Sleeper): Promise<string> {
  words += 1
  const content = `c${words}`
  const { status, text } = await say(commercial, { chatId, content })
  if (status !== 201) throw new Error(`Not said: ${text}`)
  return content
}

async function arrive(
  setting: Setting,
  { server }: Bedroom,
  { name, prepare }: { name: string; prepare: Nights['prepare'] },
): Promise<Sleeper> {
  const proxy = await startFaultProxy(setting, server.port)
  const shop = await openShop(setting, proxy.url)
  const context = await shop.newVisitor()
  await prepare?.(context)
  const page = await shop.openTab(context)
  await write(page, `hola de ${name}`)
  const own = () =>
    readStored(server.dataFile).messages.find(({ content }) => content === `hola de ${name}`)?.chatId
  await until('the first message is stored', () => own() !== undefined)
  return { page, context, proxy, name, chatId: own() ?? '' }
}

/** From now: when this is on the page. */
async function expectSoon(
  { faults, waits }: Bedroom,
  { page, name }: Sleeper,
  { content, after }: { content: string; after: keyof Bedroom['waits'] },
): Promise<void> {
  const begun = performance.now()
  const isThere = await comesTrue(
    async () => (await shownIn(page, /\bc\d+\b/g)).includes(content),
    PATIENCE_MS,
  )
  const ms = isThere ? performance.now() - begun : Infinity
  waits[after].push(ms)
  faults.expect(isThere, 'gap', `${name} does not see what was said meanwhile (${after})`)
  faults.expect(ms <= IN_STEP_WITHIN_MS, 'limit', `${name} is in step ${inMs(ms)} after ${after}`)
}

/** As a closed laptop: the page does nothing at all, and the server gives it up. */
async function sleep(room: Bedroom, sleeper: Sleeper, ms: number): Promise<void> {
  if (ms === 0) return
  const session = await sleeper.context.newCDPSession(sleeper.page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await pause(ms / 2)
  await tell(room, sleeper)
  await pause(ms / 2)
  const content = await tell(room, sleeper)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await expectSoon(room, sleeper, { content, after: 'sleep' })
}

/** To another page, and back by the browser's button. */
async function leaveAndReturn(room: Bedroom, sleeper: Sleeper): Promise<void> {
  const { page } = sleeper
  await page.goto('about:blank')
  const content = await tell(room, sleeper)
  await page.goBack()
  const log = page.getByRole('log')
  // A page that was loaded anew, and not kept by the browser, has the chat closed.
  if (!(await log.isVisible()))
    await page
      .getByRole('button', { name: /abrir el chat|chat/i })
      .first()
      .click()
  await log.waitFor()
  await expectSoon(room, sleeper, { content, after: 'return' })
}

async function loseNetwork(room: Bedroom, sleeper: Sleeper, ms: number): Promise<void> {
  const { context, proxy } = sleeper
  proxy.weather.isDown = true
  proxy.cut()
  await context.setOffline(true)
  const content = await tell(room, sleeper)
  await pause(ms)
  proxy.weather.isDown = false
  await context.setOffline(false)
  await expectSoon(room, sleeper, { content, after: 'outage' })
}

/** A page to which nobody says that it is awake or online again. */
function deafen(visitor: BrowserContext): Promise<unknown> {
  return visitor.addInitScript(() => {
    for (const name of ['online', 'visibilitychange', 'pageshow', 'focus']) {
      for (const target of [window, document])
        target.addEventListener(name, (event) => event.stopImmediatePropagation(), true)
    }
  })
}

export const sleepWake: Experiment = {
  id: 'T15',
  name: 'sleep, wake',
  pass: 'in Chromium: 3 pages frozen 60 s, left and come back to, 50 × offline and online: what was said meanwhile is there ≤ 2 s after, nothing twice',
  run: (setting) => run(setting, { sleepers: 3, sleepMs: 60_000, outages: 50, longEvery: 25 }),
  controls: [
    {
      broken: 'a page that hears nothing of being online again',
      mustFind: 'limit',
      run: (setting) => run(setting, { sleepers: 1, sleepMs: 0, outages: 5, longEvery: 1, prepare: deafen }),
    },
  ],
}
