import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../server.ts'
import { openDesk, type Desk } from './desk.ts'
import { startHostSite, type HostSite } from './pages.ts'
import { hasWebKit, startWebKit, type WebKit } from './webkit-driver.ts'

if (!hasWebKit)
  console.warn(
    'WebKit is not tried: it needs `apt-get install webkit2gtk-driver xvfb` (Debian, WebKitGTK 2.50).',
  )

/** Where things are, through the shadows. */
const WIDGET = `document.querySelector('chat-widget').shadowRoot`
const PANEL = `${WIDGET}.querySelector('chat-panel').shadowRoot`
const FIELD = `${PANEL}.querySelector('chat-composer').shadowRoot.querySelector('textarea')`
const THREAD = `${PANEL}.querySelector('chat-message-list')?.shadowRoot.querySelector('.log').textContent`

describe.skipIf(!hasWebKit)('in WebKit', () => {
  let server: TestServer
  let desk: Desk
  let site: HostSite
  let webkit: WebKit

  beforeAll(async () => {
    server = await startServer()
    desk = await openDesk(server.url)
    site = await startHostSite({ productUrl: server.url })
    webkit = await startWebKit()
  })
  afterAll(async () => {
    await webkit?.close()
    site.close()
    await server.close()
  })

  const eventually = (body: string) => expect.poll(() => webkit.run(`return ${body}`), { timeout: 20_000 })

  it('a visitor opens the chat, writes, is answered, picks an emoji and closes it again', async () => {
    await webkit.goTo(site.url)
    await eventually(
      `document.querySelector('chat-widget')?.shadowRoot?.querySelector('.launcher') !== null`,
    ).toBe(true)
    await webkit.press(`${WIDGET}.querySelector('.launcher')`)
    await eventually(
      `!!${WIDGET}.querySelector('chat-panel')?.shadowRoot?.querySelector('chat-composer')?.shadowRoot?.querySelector('textarea')`,
    ).toBe(true)
    await webkit.type(FIELD, 'hola desde WebKit\uE007')
    await eventually(THREAD).toContain('hola desde WebKit')
    await eventually(THREAD).toContain('Enviado')
    expect(await webkit.run(`return ${FIELD}.value`)).toBe('')

    await desk.say('buenas tardes')
    await eventually(THREAD).toContain('buenas tardes')

    await webkit.press(`${PANEL}.querySelector('chat-composer').shadowRoot.querySelector('.emoji')`)
    const picker = `${PANEL}.querySelector('chat-composer').shadowRoot.querySelector('chat-emoji-picker')`
    await eventually(`${picker}?.shadowRoot?.querySelectorAll('[role=option]').length > 100`).toBe(true)
    await webkit.press(`${picker}.shadowRoot.querySelector('[role=option]')`)
    await eventually(`${FIELD}.value`).toBe('😀')

    await webkit.type(FIELD, '\uE00C')
    await eventually(`document.querySelector('chat-widget').open`).toBe(false)
  })
})
