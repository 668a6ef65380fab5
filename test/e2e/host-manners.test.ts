import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../server.ts'
import { composer, launchBrowser, startHostSite, thread, write, type HostSite } from './pages.ts'

let browser: Browser
let server: TestServer
let context: BrowserContext
let complaints: string[]
let site: HostSite | undefined

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  complaints = []
  context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1000, height: 800 } })
  context.on('weberror', (error) => complaints.push(error.error().message))
})
afterEach(async () => {
  await context.close()
  site?.close()
  site = undefined
  expect(complaints).toEqual([])
})

async function visit(
  options: { csp?: string; body?: string; nonce?: string } = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  site = await startHostSite({ productUrl: server.url, ...options })
  const page = await context.newPage()
  await prepare?.(page)
  await page.goto(site.url)
  await launcher(page).waitFor()
  return page
}

function launcher(page: Page) {
  return page.getByRole('button', { name: /abrir el chat/i })
}

/** Whether somebody who points at the middle of this would hit the chat, and nothing that lies over it. */
function isHit(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((inside) => {
    const widget = document.querySelector('chat-widget')
    const box = widget?.shadowRoot?.querySelector(inside)?.getBoundingClientRect()
    if (box === undefined) return false
    return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === widget
  }, selector)
}

async function talks(page: Page, text: string): Promise<void> {
  await launcher(page).click()
  await write(page, text)
  await thread(page).getByText('Enviado').waitFor()
}

describe('a page that is not kind', () => {
  it('does not bend the chat with its own rules', async () => {
    const page = await visit({
      body: `<style>
        html { font-size: 62.5%; color-scheme: dark; direction: rtl; zoom: 1.1 }
        * { box-sizing: content-box !important; margin: 7px !important; padding: 9px !important; border-radius: 0 !important;
            font: italic 30px/3 cursive !important; color: red !important; text-transform: uppercase !important; letter-spacing: 5px !important }
        button, div, section, dialog { display: inline !important; position: static !important; float: left !important; width: 10px !important }
      </style>`,
    })
    const box = await page.evaluate(() => {
      const inside = document.querySelector('chat-widget')?.shadowRoot
      const size = (selector: string) => {
        const element = inside?.querySelector<HTMLElement>(selector)
        return [element?.offsetWidth, element?.offsetHeight]
      }
      return { launcher: size('.launcher') }
    })
    expect(box.launcher).toEqual([60, 60])
    await launcher(page).click()
    await composer(page).waitFor()
    const look = await page.evaluate(() => {
      const panel = document.querySelector('chat-widget')?.shadowRoot?.querySelector<HTMLElement>('.panel')
      if (!panel) return null
      const { position, fontStyle, letterSpacing, textTransform } = getComputedStyle(panel)
      return { width: panel.offsetWidth, position, fontStyle, letterSpacing, textTransform }
    })
    expect(look).toEqual({
      width: 392,
      position: 'fixed',
      fontStyle: 'normal',
      letterSpacing: 'normal',
      textTransform: 'none',
    })
  })

  it('does not win from the open panel with transforms, clipping and a layer over everything', async () => {
    const page = await visit({
      body: `<style>
        body { transform: translateX(0); overflow: hidden; height: 300px; position: relative }
        #over { position: fixed; inset: 0; z-index: 2147483647; background: #0003 }
      </style>`,
    })
    await page.evaluate(() =>
      (window as unknown as { ChatWidget: (verb: string) => Promise<void> }).ChatWidget('open'),
    )
    await composer(page).waitFor()
    await page.evaluate(() => {
      const over = document.createElement('div')
      over.id = 'over'
      document.body.append(over)
    })
    expect(await isHit(page, '.panel')).toBe(true)
    const inView = await page.evaluate(() => {
      const panel = document.querySelector('chat-widget')?.shadowRoot?.querySelector('.panel')
      const { top = -1, bottom = 0, right = 0 } = panel?.getBoundingClientRect() ?? {}
      return top >= 0 && bottom <= innerHeight && right <= innerWidth
    })
    expect(inView).toBe(true)
  })

  it('breaks nothing by what it hangs on every object', async () => {
    const page = await visit({}, (fresh) =>
      fresh.addInitScript(() => {
        const shared = Object.prototype as unknown as Record<string, unknown>
        shared['site'] = 'nobody'
        shared['inherited'] = () => 'surprise'
        const arrays = Array.prototype as unknown as Record<string, unknown>
        arrays['last'] = function last(this: unknown[]) {
          return this.at(-1)
        }
      }),
    )
    await talks(page, 'aunque la página sea rara')
  })

  it.each(['中文, creo', 'es_ES.UTF-8', 'x'])('may say of its language that it is «%s»', async (lang) => {
    site = await startHostSite({
      productUrl: server.url,
      body: `<script>document.documentElement.lang = ${JSON.stringify(lang)}</script>`,
    })
    const page = await context.newPage()
    await page.goto(site.url)
    await page.getByRole('button', { name: /open the chat|abrir el chat/i }).click()
    await write(page, 'en lo que sea')
    await thread(page)
      .getByText(/Sent|Enviado/)
      .waitFor()
  })

  it('D09: with a full storage still gets the chat for as long as it lasts', async () => {
    const page = await visit({}, (fresh) =>
      fresh.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('Full', 'QuotaExceededError')
        }
      }),
    )
    await talks(page, 'sin sitio')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  it('keeps its own dialog, with its own Escape, above a closed chat', async () => {
    const page = await visit({ body: '<dialog><button>Aceptar</button></dialog>' })
    await page.evaluate(() => document.querySelector('dialog')?.showModal())
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(false)
  })

  it('keeps its focus and its place when the chat is opened by a call', async () => {
    const page = await visit({ body: '<input id="typing"><div style="height: 3000px"></div>' })
    await page.locator('#typing').focus()
    await page.evaluate(() => scrollTo(0, 500))
    await page.evaluate(() =>
      (window as unknown as { ChatWidget: (verb: string) => Promise<void> }).ChatWidget('open'),
    )
    await composer(page).waitFor()
    expect(await page.evaluate(() => [document.activeElement?.id, scrollY])).toEqual(['typing', 500])
  })
})

describe('a page with a nonce', () => {
  it('needs it on the one tag', async () => {
    const csp = [
      "default-src 'none'",
      "script-src 'nonce-abc' 'strict-dynamic'",
      `connect-src ${server.url} ${server.url.replace('http', 'ws')}`,
      `img-src ${server.url}`,
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ')
    const page = await visit({ csp, nonce: 'abc' }, (fresh) =>
      fresh.addInitScript(() => {
        const list: string[] = []
        Object.assign(window, { refused: list })
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          list.push(`${violatedDirective} ${blockedURI}`),
        )
      }),
    )
    await talks(page, 'con nonce')
    expect(await page.evaluate('refused')).toEqual([])
  })
})

describe('a chat that comes and goes a hundred times', () => {
  it('leaves no listener, no node and no memory behind', async () => {
    const page = await visit()
    const cdp = await context.newCDPSession(page)
    await page.evaluate(() =>
      (window as unknown as { ChatWidget: (verb: string) => Promise<void> }).ChatWidget('open'),
    )
    await composer(page).waitFor()
    await page.evaluate(() =>
      (window as unknown as { ChatWidget: (verb: string) => Promise<void> }).ChatWidget('stop'),
    )
    await comeAndGo(page, 20)
    const before = await counts(cdp)
    await comeAndGo(page, 100)
    // An element that was moved is back within seconds; until then it is held.
    const listeners = async () => (await counts(cdp)).JSEventListeners
    await expect
      .poll(listeners, { timeout: 20_000, interval: 500 })
      .toBeLessThanOrEqual(before.JSEventListeners)
    const after = await counts(cdp)
    expect(after.Nodes).toBeLessThanOrEqual(before.Nodes)
    // A hundred elements that stayed would be more than ten megabytes.
    expect(after.JSHeapUsedSize).toBeLessThan(before.JSHeapUsedSize + 2_000_000)
  })
})

/** The element by itself, opened and stopped, as a page of many views has it. */
async function comeAndGo(page: Page, times: number): Promise<void> {
  await page.evaluate(
    async ({ rounds, apiUrl }) => {
      for (let round = 0; round < rounds; round += 1) {
        const widget = document.createElement('chat-widget') as HTMLElement & {
          openWith(): Promise<void>
          stop(): void
          updateComplete: Promise<unknown>
        }
        widget.setAttribute('api-url', apiUrl)
        document.body.append(widget)
        await widget.updateComplete
        await widget.openWith()
        widget.stop()
      }
    },
    { rounds: times, apiUrl: server.url },
  )
}

async function counts(
  cdp: CDPSession,
): Promise<Record<'JSEventListeners' | 'Nodes' | 'JSHeapUsedSize', number>> {
  await cdp.send('HeapProfiler.enable')
  // More than once: what finalizers let go of goes with the next.
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return {
    JSEventListeners: value('JSEventListeners'),
    Nodes: value('Nodes'),
    JSHeapUsedSize: value('JSHeapUsedSize'),
  }
}
