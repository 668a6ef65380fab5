import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commercialClient, closeClients, until } from '../contract/clients.ts'
import { ADMIN, startServer, type TestServer } from '../server.ts'
import { launchBrowser, openWidget, startHostSite, write, type HostSite } from './pages.ts'

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
  await expect.poll(() => commercial.state.get().chats.get(chat.chatId)?.history.state).toBe('ready')
  while (commercial.state.get().chats.get(chat.chatId)?.hasOlder) await commercial.loadOlder(chat.chatId)
  const all = texts()
  commercial.close()
  return all
}

describe('the tabs of one browser', () => {
  it('hold one connection, and show each message once', async () => {
    const tabs = [await openTab(), await openTab(), await openTab(), await openTab(), await openTab()]
    await write(tabs[0] as Page, 'm1')
    for (const tab of tabs) await expect.poll(() => shown(tab)).toEqual(['m1'])
    await write(tabs[3] as Page, 'm2')
    for (const tab of tabs) await expect.poll(() => shown(tab)).toEqual(['m1', 'm2'])
    await expect.poll(() => connections.size).toBe(1)
    expect(await stored()).toEqual(['m1', 'm2'])
  })
})
