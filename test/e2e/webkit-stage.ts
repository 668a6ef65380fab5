import { afterAll, beforeAll, expect } from 'vitest'
import { startServer, type TestServer } from '../server.ts'
import { openDesk, type Desk } from './desk.ts'
import { startHostSite, type HostSite } from './pages.ts'
import { hasWebKit, startWebKit, type WebKit } from './webkit-driver.ts'

if (!hasWebKit)
  console.warn(
    'WebKit is not tried: it needs `apt-get install --no-install-recommends webkit2gtk-driver xvfb` (Debian 12: WebKitGTK 2.50).',
  )

/** Where things are, through the shadows, as expressions of the page. */
export const WIDGET = `document.querySelector('chat-widget')`
export const LAUNCHER = `${WIDGET}?.shadowRoot?.querySelector('.launcher')`
export const PANEL = `${WIDGET}.shadowRoot.querySelector('chat-panel')?.shadowRoot`
export const COMPOSER = `${PANEL}?.querySelector('chat-composer')?.shadowRoot`
export const FIELD = `${COMPOSER}?.querySelector('textarea')`

/** The product, a page with the chat in its corner, and one WebKit for all tests of a file. */
export function useWebKit(size?: { width: number; height: number }) {
  let server: TestServer
  let desk: Desk
  let site: HostSite
  let webkit: WebKit

  beforeAll(async () => {
    server = await startServer()
    desk = await openDesk(server.url)
    site = await startHostSite({ productUrl: server.url })
    webkit = await startWebKit(size)
  })
  afterAll(async () => {
    await webkit?.close()
    site.close()
    await server.close()
  })

  const eventually = (expression: string) =>
    expect.poll(() => webkit.run(`return ${expression}`), { timeout: 20_000 })

  return {
    get desk() {
      return desk
    },
    get webkit() {
      return webkit
    },
    eventually,
    /** A page that has just been loaded. */
    async come(): Promise<void> {
      await webkit.goTo(site.url)
      await eventually(`!!${LAUNCHER}`).toBe(true)
    },
    async open(): Promise<void> {
      await webkit.press(LAUNCHER)
      await eventually(`!!${FIELD}`).toBe(true)
    },
  }
}
