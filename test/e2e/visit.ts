import type { Socket } from 'node:net'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startServer, type TestServer } from '../server.ts'
import { openDesk, type Desk } from './desk.ts'
import { launchBrowser, startHostSite, type HostSite } from './pages.ts'

/** How a visitor comes, and to what kind of page. */
export interface Coming extends BrowserContextOptions {
  /** Of the chat: a full tag. */
  readonly language?: string
  readonly theme?: 'light' | 'dark'
  /** Whether the page lets the chat speak first. */
  readonly teaser?: boolean
  /** Of the page, before the script tag. */
  readonly body?: string
  /** Before the page is opened. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** For tests of what one visitor sees: the product in this process, a team without a browser, a new one of each for every test. */
export interface Visit {
  readonly desk: Desk
  readonly server: TestServer
  /** A page with the closed chat in its corner. */
  come(coming?: Coming): Promise<Page>
  /** Every connection breaks, and no new one is taken: the product is gone, as far as anybody can tell. */
  cutConnections(): void
  /** New ones are taken again. */
  restoreConnections(): void
}

export function useVisit(): Visit {
  let browser: Browser
  let server: TestServer
  let desk: Desk
  const contexts: BrowserContext[] = []
  const sites: HostSite[] = []
  const connections = new Set<Socket>()
  let isCut = false

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    server = await startServer()
    connections.clear()
    isCut = false
    server.server.http.on('connection', (connection) => {
      if (isCut) connection.destroy()
      else connections.add(connection)
    })
    desk = await openDesk(server.url)
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
    for (const site of sites.splice(0)) site.close()
    await server.close()
  })

  return {
    get desk() {
      return desk
    },
    get server() {
      return server
    },
    async come({ language = 'es', theme = 'light', teaser = false, body = '', prepare, ...rest } = {}) {
      const settings = { locale: language, theme, teaser: String(teaser) }
      const site = await startHostSite({
        productUrl: server.url,
        body: `${body}<script>window.ChatWidgetSettings = ${JSON.stringify(settings)}</script>`,
      })
      sites.push(site)
      const context = await browser.newContext({ locale: language, ...rest })
      contexts.push(context)
      const page = await context.newPage()
      await prepare?.(page)
      await page.goto(site.url)
      await launcher(page).waitFor()
      return page
    },
    cutConnections() {
      isCut = true
      for (const connection of connections) connection.destroy()
      connections.clear()
    },
    restoreConnections() {
      isCut = false
    },
  }
}

/** The button in the corner, in whatever language. */
export function launcher(page: Page) {
  return page.locator('chat-widget .launcher')
}
