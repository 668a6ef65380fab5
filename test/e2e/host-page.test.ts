import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  launchBrowser,
  openConsole,
  openWidget,
  startHostSite,
  thread,
  write,
  type HostSite,
} from './pages.ts'
import { startProduct, type Product } from './product.ts'

let browser: Browser
let product: Product
let context: BrowserContext
const sites: HostSite[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  product = await startProduct({ RATE_LIMITS: 'off' })
})
afterEach(async () => {
  await context.close()
  for (const site of sites.splice(0)) site.close()
})
afterAll(async () => {
  await browser.close()
  await product.remove()
})

async function visit(csp?: string): Promise<{ page: Page; site: HostSite }> {
  const site = await startHostSite({ productUrl: product.url, ...(csp !== undefined && { csp }) })
  sites.push(site)
  context = await browser.newContext({ locale: 'es-ES' })
  return { page: await context.newPage(), site }
}

/** The strictest policy that site owners are told to use: nothing for styles, fonts or frames. */
function strictPolicy(): string {
  const origin = product.url
  const socket = origin.replace('http', 'ws')
  return [
    "default-src 'none'",
    `script-src ${origin}`,
    `connect-src ${origin} ${socket}`,
    `img-src ${origin} blob: data:`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')
}

declare global {
  interface Window {
    violations: string[]
  }
}

describe('a page of somebody else', () => {
  it('under the strictest policy shows the whole chat without one violation', async () => {
    const { page, site } = await visit(strictPolicy())
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()))
    await page.addInitScript(() => {
      window.violations = []
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
        window.violations.push(`${violatedDirective} ${blockedURI}`),
      )
    })
    await page.goto(site.url)
    await page.getByRole('button', { name: /abrir el chat/i }).click()
    await write(page, 'bajo la política más estricta https://example.com')
    const commercial = await openConsole(await browser.newContext({ locale: 'es-ES' }), product.url)
    await commercial.getByRole('tab', { name: /sin asignar/i }).click()
    await commercial.getByRole('tabpanel').getByRole('listitem').first().getByRole('button').click()
    await write(commercial, 'se ve')
    await thread(page).getByText('se ve', { exact: true }).waitFor()
    expect(await page.evaluate(() => window.violations)).toEqual([])
    expect(problems).toEqual([])
    await commercial.context().close()
  })

  it('H06: pays for one small script while its visitor does nothing and saves data', async () => {
    const { page, site } = await visit()
    const requests: string[] = []
    const sockets: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    page.on('websocket', (socket) => sockets.push(socket.url()))
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    )
    await page.goto(site.url)
    await page.getByRole('button', { name: /abrir el chat/i }).waitFor()
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    expect(requests.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual(['/widget.js'])
    expect(sockets).toEqual([])
  })

  it('keeps its own layout: nothing shifts, nothing is left when the chat stops', async () => {
    const { page, site } = await visit()
    await page.goto(site.url)
    const before = await page.getByRole('button', { name: 'Comprar' }).boundingBox()
    await page.getByRole('button', { name: /abrir el chat/i }).click()
    await page.getByRole('textbox').waitFor()
    expect(await page.getByRole('button', { name: 'Comprar' }).boundingBox()).toEqual(before)
    await page.evaluate(() =>
      (window as unknown as { ChatWidget: (verb: string) => Promise<void> }).ChatWidget('stop'),
    )
    expect(await page.locator('chat-widget').count()).toBe(0)
  })

  it('finds the open panel accessible', async () => {
    const { page, site } = await visit()
    await page.goto(site.url)
    await page.getByRole('button', { name: /abrir el chat/i }).click()
    await write(page, 'hola')
    await thread(page).getByText('hola', { exact: true }).waitFor()
    const { violations } = await new AxeBuilder({ page }).include('chat-widget').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  })

  it('gives the focus back where it was when the chat is closed with Escape', async () => {
    const { site } = await visit()
    const page = await openWidget(context, site.url)
    await page.keyboard.type('a medias')
    await page.keyboard.press('Escape')
    const focused = await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)
    expect(focused).toContain('launcher')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('textbox').inputValue()).toBe('a medias')
  })
})
