import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import type { ChatClient } from '../../widget/core/chat-client.ts'
import { commercialClient, closeClients, until } from '../contract/clients.ts'
import { ADMIN, startServer, type TestServer } from '../server.ts'
import { launchBrowser, openWidget, startHostSite, write, type HostSite } from './pages.ts'

/** As much of `<chat-widget>` as a page uses here. */
type ChatWidget = HTMLElement & {
  readonly unread: number
  close(): void
  stop(): void
  openWith(): Promise<void>
}

const PATIENCE = { timeout: 15_000 }

let browser: Browser
let server: TestServer
let site: HostSite
let context: BrowserContext
let connections: ReadonlySet<Duplex>

beforeAll(async () => {
  browser = await launchBrowser()
})
beforeEach(async () => {
  server = await startServer()
  connections = countConnections(server.server.http)
  site = await startHostSite({ productUrl: server.url })
  context = await browser.newContext({ locale: 'es-ES' })
})
afterEach(async () => {
  closeClients()
  await context.close()
  site.close()
  await server.close()
})
afterAll(() => browser.close())

/** What is connected now, by WebSocket. */
function countConnections(http: Server): ReadonlySet<Duplex> {
  const open = new Set<Duplex>()
  http.on('upgrade', (_request, socket: Duplex) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return open
}

async function openTab(): Promise<Page> {
  return openWidget(context, site.url)
}

/** The texts of one's messages in the thread, in the order shown. */
async function shown(page: Page): Promise<readonly string[]> {
  const log = await page.getByRole('log').innerText()
  return log.match(/\bm\d+\b/g) ?? []
}

/** What the server has stored, told by somebody of the team. */
async function stored(): Promise<readonly string[]> {
  const commercial = await commercialClient(server.url, ADMIN)
  commercial.commercial.showList('all')
  const { chats } = await until(commercial, ({ inbox }) => inbox?.chats.length === 1 && inbox)
  expect(chats).toHaveLength(1)
  const [chat] = chats
  if (chat === undefined) return []
  commercial.watch(chat.chatId)
  const texts = () =>
    commercial.state
      .get()
      .chats.get(chat.chatId)
      ?.thread.map(({ content }) => content) ?? []
  await expect
    .poll(() => commercial.state.get().chats.get(chat.chatId)?.history.state, PATIENCE)
    .toBe('ready')
  while (commercial.state.get().chats.get(chat.chatId)?.hasOlder) await commercial.loadOlder(chat.chatId)
  const all = texts()
  commercial.close()
  return all
}

/** The same chances in every run. */
function createRandom(seed: number): (below: number) => number {
  let last = seed
  return (below) => (last = (last * 16_807) % 2_147_483_647) % below
}

const random = createRandom(20_260)

const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1))

async function answerFrom(commercial: ChatClient): Promise<void> {
  commercial.commercial.showList('all')
  const { chats } = await until(commercial, ({ inbox }) => inbox?.chats.length === 1 && inbox)
  for (const { chatId } of chats) commercial.send({ chatId, content: 'hola' })
  await until(commercial, ({ inbox }) => inbox?.chats[0]?.lastMessage?.content === 'hola')
}

describe('the tabs of one browser', () => {
  it('hold one connection, and show each message once', async () => {
    const tabs = [await openTab(), await openTab(), await openTab(), await openTab(), await openTab()]
    await write(tabs[0] as Page, 'm1')
    for (const tab of tabs) await expect.poll(() => shown(tab), PATIENCE).toEqual(['m1'])
    await write(tabs[3] as Page, 'm2')
    for (const tab of tabs) await expect.poll(() => shown(tab), PATIENCE).toEqual(['m1', 'm2'])
    await expect.poll(() => connections.size, PATIENCE).toBe(1)
    expect(await stored()).toEqual(['m1', 'm2'])
  })

  it('agree on 200 messages written in tabs that are closed at random', async () => {
    let tabs = [await openTab(), await openTab(), await openTab(), await openTab(), await openTab()]
    const commercial = await commercialClient(server.url, ADMIN)
    for (let count = 1; count <= 200; count += 1) {
      const tab = tabs[random(tabs.length)] as Page
      await write(tab, `m${count}`)
      if (count === 100) await answerFrom(commercial)
      if (count % 10 !== 0) continue
      const closed = tabs[random(tabs.length)] as Page
      tabs = tabs.filter((other) => other !== closed)
      await closed.close()
      tabs.push(await openTab())
    }
    const all = Array.from({ length: 200 }, (_, index) => `m${index + 1}`)
    await expect.poll(stored, { timeout: 20_000 }).toHaveLength(201)
    const texts = (await stored()).filter((text) => text !== 'hola')
    expect(texts.toSorted(byNumber)).toEqual(all)
    for (const tab of tabs) {
      await expect.poll(async () => (await shown(tab)).at(-1), PATIENCE).toBe(texts.at(-1))
      const seen = await shown(tab)
      expect(seen).toEqual(texts.slice(-seen.length))
    }
    await expect.poll(() => connections.size - 1, PATIENCE).toBe(1)
  }, 120_000)

  it('know the same of what is unread', async () => {
    const tabs = [await openTab(), await openTab(), await openTab()]
    await write(tabs[0] as Page, 'm1')
    for (const tab of tabs) await expect.poll(() => shown(tab), PATIENCE).toEqual(['m1'])
    for (const tab of tabs)
      await tab.evaluate(() => document.querySelector<ChatWidget>('chat-widget')?.close())
    await answerFrom(await commercialClient(server.url, ADMIN))
    const unread = () =>
      Promise.all(
        tabs.map((tab) => tab.evaluate(() => document.querySelector<ChatWidget>('chat-widget')?.unread)),
      )
    await expect.poll(unread, { timeout: 1_000 + 4_000 }).toEqual([1, 1, 1])
    await tabs[1]?.bringToFront()
    await tabs[1]?.evaluate(() => document.querySelector<ChatWidget>('chat-widget')?.openWith())
    await expect.poll(unread, PATIENCE).toEqual([0, 0, 0])
  })

  it('have no chat any more when the page of one of them wants none', async () => {
    const [first, second] = [await openTab(), await openTab()]
    await write(first, 'm1')
    await expect.poll(() => shown(second), PATIENCE).toEqual(['m1'])
    await second.evaluate(() => document.querySelector<ChatWidget>('chat-widget')?.stop())
    for (const tab of [first, second]) {
      await expect.poll(() => tab.locator('chat-widget').count(), PATIENCE).toBe(0)
    }
    await expect.poll(() => connections.size, PATIENCE).toBe(0)
  })

  it('go on while the one that leads is frozen, and with it once it is back', async () => {
    const [first, second] = [await openTab(), await openTab()]
    await write(first, 'm1')
    await expect.poll(() => shown(second), PATIENCE).toEqual(['m1'])
    const session = await context.newCDPSession(first)
    await session.send('Page.setWebLifecycleState', { state: 'frozen' })
    await write(second, 'm2')
    await expect.poll(stored, PATIENCE).toEqual(['m1', 'm2'])
    await session.send('Page.setWebLifecycleState', { state: 'active' })
    await expect.poll(() => shown(first), PATIENCE).toEqual(['m1', 'm2'])
    await write(first, 'm3')
    await expect.poll(() => shown(second), PATIENCE).toEqual(['m1', 'm2', 'm3'])
  })

  it('take a page up again that somebody goes back to', async () => {
    const [first, second] = [await openTab(), await openTab()]
    await write(first, 'm1')
    await expect.poll(() => shown(second), PATIENCE).toEqual(['m1'])
    await first.goto(`${site.url}/elsewhere`)
    await write(second, 'm2')
    await expect.poll(stored, PATIENCE).toEqual(['m1', 'm2'])
    await first.goBack()
    await first.waitForFunction(() => 'openWith' in (document.querySelector('chat-widget') ?? {}))
    await first.evaluate(() => document.querySelector<ChatWidget>('chat-widget')?.openWith())
    await expect.poll(() => shown(first), PATIENCE).toEqual(['m1', 'm2'])
    await write(first, 'm3')
    await expect.poll(() => shown(second), PATIENCE).toEqual(['m1', 'm2', 'm3'])
  })
})

describe('what was written without a network', () => {
  it('is sent once at the next visit, in the order it was written', async () => {
    const page = await openTab()
    await write(page, 'm1')
    await expect.poll(stored, PATIENCE).toEqual(['m1'])
    await context.setOffline(true)
    await write(page, 'm2')
    await write(page, 'm3')
    await expect.poll(() => keptIn(page), PATIENCE).toBe(2)
    await page.close()
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(site.url)
    // Nobody opens anything: who has left something unsent has acted.
    await expect.poll(stored, PATIENCE).toEqual(['m1', 'm2', 'm3'])
    await expect.poll(() => keptIn(next), PATIENCE).toBe(0)
  })

  it('is sent at the next visit even if it was the first word', async () => {
    const page = await openTab()
    await context.setOffline(true)
    await write(page, 'm1')
    await expect.poll(() => keptIn(page), PATIENCE).toBe(1)
    await page.close()
    await context.setOffline(false)
    const next = await context.newPage()
    await next.goto(site.url)
    await expect.poll(stored, { timeout: 15_000 }).toEqual(['m1'])
  })

  it('is sent once after the browser was killed, by the one that is started next', async () => {
    const profile = mkdtempSync(join(tmpdir(), 'sobremesa-profile-'))
    const launch = () =>
      chromium.launchPersistentContext(profile, {
        executablePath: findBrowser(),
        args: BROWSER_ARGS,
        locale: 'es-ES',
      })
    const before = await launch()
    const page = await openWidget(before, site.url)
    await write(page, 'm1')
    await expect.poll(stored, PATIENCE).toEqual(['m1'])
    await before.setOffline(true)
    await write(page, 'm2')
    await write(page, 'm3')
    await expect.poll(() => keptIn(page), PATIENCE).toBe(2)
    // Chromium writes a page's storage, and with it the visitor's token, some seconds late.
    const token = () => readStorage(join(profile, 'Default/Local Storage/leveldb'))
    await expect.poll(token, { timeout: 40_000 }).toContain('sobremesa:default')
    const died = new Promise((resolve) => void before.once('close', resolve))
    // By its profile, which no other process has.
    const [pid] = execFileSync('pgrep', ['-o', '-f', profile], { encoding: 'utf8' }).split('\n')
    process.kill(Number(pid), 'SIGKILL')
    await died
    const after = await launch()
    try {
      await (await after.newPage()).goto(site.url)
      await expect.poll(stored, PATIENCE).toEqual(['m1', 'm2', 'm3'])
    } finally {
      await after.close()
      rmSync(profile, { recursive: true, force: true })
    }
  }, 120_000)
})

function readStorage(folder: string): string {
  const logs = readdirSync(folder).filter((file) => /\.(log|ldb)$/.test(file))
  return logs.map((file) => readFileSync(join(folder, file), 'latin1')).join('')
}

/** How many unsent messages the page's database holds. */
function keptIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('sobremesa')
        opening.addEventListener('error', () => reject(new Error('No database')))
        opening.addEventListener('success', () => {
          const counting = opening.result.transaction('unsent').objectStore('unsent').count()
          counting.addEventListener('success', () => {
            opening.result.close()
            resolve(counting.result)
          })
        })
      }),
  )
}
