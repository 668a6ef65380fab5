import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import type { ChatId } from '#shared/ids.ts'
import { buildIfStale } from '../server/build.ts'
import { BROWSER_ARGS, findBrowser } from '../test/browser.ts'
import { ADMIN, startServer, type TestServer } from '../test/server.ts'
import { readHeap, type Heap } from './heap.ts'
import { workOf } from './main-thread.ts'

/**
 * What the console costs whoever answers, in a Chromium: its weight, its first paint over a long list, a stream of events, a long chat, a
 * day of work. Printed, never asserted.
 */
const CHATS = Number(process.env['CHATS'] ?? 10_000)
const MESSAGES = Number(process.env['MESSAGES'] ?? 10_000)
const STREAM_SECONDS = Number(process.env['SECONDS'] ?? 20)
const EVENTS_PER_SECOND = 50
/** Eight hours at one message in two seconds. */
const DAY_MESSAGES = Number(process.env['DAY'] ?? 14_400)
/** Who writes in the stream and all day. */
const WRITERS = 40
const RUNS = 5
/** As browsers count them. */
const LONG_TASK_MS = 50

/** In the page: looks into the shadows frame by frame, and notes long tasks. */
const IN_PAGE = `globalThis.bench = (() => {
  const long = []
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
  const deep = (...path) => path.reduce((found, selector) => found && (found.shadowRoot ?? found).querySelector(selector), document)
  const rows = () => deep('chat-console', 'chat-console-desk', 'chat-list')?.shadowRoot?.querySelectorAll('.row') ?? []
  const bubbles = () => deep('chat-console', 'chat-console-desk', 'chat-pane', 'chat-message-list')?.shadowRoot?.querySelectorAll('.message') ?? []
  const until = (is) => new Promise((resolve) => {
    const look = () => (is() ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look))
    look()
  })
  let painted
  addEventListener('DOMContentLoaded', () => until(() => rows().length > 0).then((at) => (painted = at)))
  return {
    long,
    untilRows: () => until(() => rows().length > 0),
    painted: () => until(() => painted !== undefined).then(() => painted),
    paint: () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    async open(index) {
      const began = performance.now()
      rows()[index].click()
      return (await until(() => bubbles().length > 20)) - began
    },
    async show(id) {
      location.hash = 'list=all'
      await until(() => bubbles().length === 0)
      const began = performance.now()
      location.hash = 'chat=' + id + '&list=all'
      return (await until(() => bubbles().length > 20)) - began
    },
  }
})()`

await buildIfStale()
const server = await startServer({ LOG_LEVEL: 'silent' })
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
try {
  printWeight()
  const { writers, longChatId } = await fill(server)
  const page = await signIn(server)
  await measureFirstPaint(page)
  await measureStream(page, writers)
  await measureLongChat(page, longChatId)
  await measureDay(page, writers)
} finally {
  await browser.close()
  await server.close()
}

interface Writer {
  readonly token: string
  readonly chatId: string
}

/** What a browser loads before it shows the list: the entry and what it imports at once. */
function printWeight(): void {
  const folder = new URL('../dist/console/', import.meta.url)
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
  const found = new Set<string>()
  const queue = [...read('index.html').matchAll(/(?:src|href)="\/console\/([^"]+\.(?:js|css))"/g)].map(
    ([, file = '']) => file,
  )
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue
    found.add(name)
    const imports = read(name).matchAll(/(?:^|[;}])import(?:[^"'`;()]*from)?["'`]\.\/([^"'`]+)["'`]/g)
    if (name.endsWith('.js')) for (const [, file = ''] of imports) queue.push(`assets/${file}`)
  }
  const bytes = [...found].reduce((sum, name) => sum + brotliCompressSync(read(name)).length, 0)
  const all = readdirSync(new URL('assets/', folder)).filter((name) => name.endsWith('.js'))
  const later = all.length - [...found].filter((name) => name.endsWith('.js')).length
  console.log(
    `weight before the list shows: ${kb(bytes)} brotli in ${found.size} files; ${later} more come when wanted`,
  )
}

/** Open chats, one of them very long, and the people who will write. */
async function fill({
  server: { storage, started },
  url,
}: TestServer): Promise<{ writers: Writer[]; longChatId: string }> {
  const { siteId } = started.site
  const visit = async (index: number) => {
    const session = await storage.createVisitorSession(siteId, `bench ${index}`, {}, Number.MAX_SAFE_INTEGER)
    const { visitorId: userId } = session.visitor
    return { role: 'visitor', userId, siteId, sessionId: session.sessionId, name: '' } as const
  }
  let long: { chatId: ChatId; visitor: Awaited<ReturnType<typeof visit>> } | undefined
  for (let done = 0; done < CHATS; done += 500) {
    const batch = Array.from({ length: Math.min(500, CHATS - done) }, async (_, index) => {
      const visitor = await visit(done + index)
      const content = `Hola, soy la visita ${done + index}`
      const { chat } = await storage.openChat(visitor, { content, clientMessageId: undefined })
      long ??= { chatId: chat.chatId, visitor }
    })
    await Promise.all(batch)
  }
  if (long === undefined) throw new Error('No chats')
  const { chatId, visitor } = long
  const plain = { type: 'text', isInternal: false, clientMessageId: undefined, seenSeq: undefined } as const
  for (let done = 0; done < MESSAGES; done += 500) {
    const batch = Array.from({ length: Math.min(500, MESSAGES - done) }, (_, index) =>
      storage.appendMessage(visitor, {
        chatId,
        content: `Mensaje ${done + index}, de una conversación larga`,
        ...plain,
      }),
    )
    await Promise.all(batch)
  }
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => openWriter(url)))
  return { writers, longChatId: chatId }
}

async function openWriter(url: string): Promise<Writer> {
  const { token } = (await post(url, '/v2/visitors/session', {})) as { token: string }
  const { chatId } = (await post(url, '/v2/chats', { message: { content: 'Hola' } }, token)) as {
    chatId: string
  }
  return { token, chatId }
}

async function post(url: string, path: string, body: object, token?: string): Promise<unknown> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const ask = async () =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify(body),
    })
  // A connection that lay idle while a heap was looked at may be gone.
  const response = await ask().catch(ask)
  return response.json()
}

async function signIn({ url }: TestServer): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1440, height: 900 } })
  await context.addInitScript(IN_PAGE)
  const page = await context.newPage()
  await page.goto(`${url}/console`)
  await page.getByLabel(/correo/i).fill(ADMIN.email)
  await page.getByLabel(/^contraseña$/i).fill(ADMIN.password)
  await page.getByRole('button', { name: /^entrar$/i }).click()
  await page.getByRole('tab', { name: /todas/i }).click()
  await page.evaluate('bench.untilRows()')
  return page
}

/** Loaded again with everything in the browser's cache, as on every day but the first. */
async function measureFirstPaint(page: Page): Promise<void> {
  const listed: number[] = []
  const first: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    await page.goto('about:blank')
    await page.goto(`${server.url}/console#list=all`)
    listed.push(await page.evaluate<number>('bench.painted()'))
    first.push(await page.evaluate<number>('bench.paint()'))
  }
  console.log(`${CHATS} open chats: first paint ${ms(median(first))}, list shown after ${ms(median(listed))}`)
}

/** Long tasks are those of the page: what kept it waiting on a machine that is busy otherwise is told besides. */
async function measureStream(page: Page, writers: readonly Writer[]): Promise<void> {
  await page.evaluate('bench.long.length = 0')
  const work = await workOf(browser, page, () =>
    writeFor(writers, STREAM_SECONDS * EVENTS_PER_SECOND, EVENTS_PER_SECOND),
  )
  const waited = await page.evaluate<number[]>('bench.long')
  const long = work.filter((spent) => spent > LONG_TASK_MS).length
  const each = work.reduce((sum, spent) => sum + spent, 0) / (STREAM_SECONDS * EVENTS_PER_SECOND)
  console.log(
    `${EVENTS_PER_SECOND} messages a second for ${STREAM_SECONDS} s: ${long} long tasks, the longest ${ms(Math.max(...work))} of the processor, ${each.toFixed(1)} ms a message; ${waited.length} that took longer, waiting for the processor included`,
  )
}

async function measureLongChat(page: Page, id: string): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    times.push(await page.evaluate<number>(`bench.show(${JSON.stringify(id)})`))
  }
  console.log(
    `a chat of ${MESSAGES} messages opens in ${ms(median(times))} (${times.map((time) => Math.round(time)).join(', ')})`,
  )
}

/** Eight hours' messages as fast as they go, with chats opened in between; the heap after a tenth of it, and at the end. */
async function measureDay(page: Page, writers: readonly Writer[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const part = Math.round(DAY_MESSAGES / 10)
  const used: Heap[] = []
  for (let hour = 0; hour < 10; hour += 1) {
    await writeFor(writers, part, 200)
    await page.evaluate(`bench.open(${hour % 5})`).catch(() => undefined)
    used.push(await readHeap(session))
  }
  const growth = (of: keyof Heap) =>
    `${(((used.at(-1)?.[of] ?? 0) / (used[0]?.[of] ?? 1) - 1) * 100).toFixed(1)} %`
  const sizes = (of: keyof Heap) => used.map((heap) => (heap[of] / 1e6).toFixed(1)).join(' ')
  console.log(
    `a day of ${DAY_MESSAGES} messages: heap ${sizes('all')} MB, ${growth('all')} from first to last; without compiled code ${sizes('data')} MB, ${growth('data')}`,
  )
}

/** Messages of many visitors at a steady pace. */
async function writeFor(writers: readonly Writer[], count: number, perSecond: number): Promise<void> {
  const began = performance.now()
  const under: Promise<unknown>[] = []
  for (let sent = 0; sent < count; sent += 1) {
    const due = began + (sent / perSecond) * 1_000
    const early = due - performance.now()
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early))
    const writer = writers[sent % writers.length]
    if (writer === undefined) break
    const { token, chatId } = writer
    under.push(post(server.url, '/v2/messages', { chatId, content: `Mensaje ${sent}` }, token))
  }
  await Promise.all(under)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

function ms(value: number): string {
  return `${Math.round(value)} ms`
}

function kb(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`
}
