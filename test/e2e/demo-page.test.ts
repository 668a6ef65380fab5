import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../server/build.ts'
import { startServer, type TestServer } from '../server.ts'
import { composer, launchBrowser, thread, write } from './pages.ts'

const marta = { email: 'marta@olmoehijas.example', password: 'a long enough password' }

let browser: Browser
let server: TestServer
let context: BrowserContext | undefined
const complaints: string[] = []

beforeAll(async () => {
  await buildIfStale()
  browser = await launchBrowser()
  server = await startServer({
    DEMO: 'on',
    SITE_NAME: 'Olmo & Hijas',
    ADMIN_EMAIL: marta.email,
    ADMIN_PASSWORD: marta.password,
  })
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
afterEach(async () => {
  await context?.close()
  complaints.length = 0
})

interface Look {
  readonly locale?: string
  readonly width?: number
  readonly colorScheme?: 'light' | 'dark'
}

async function open(path: string, look: Look = {}): Promise<Page> {
  const { locale = 'es-ES', width = 1440, colorScheme = 'light' } = look
  const viewport = { width, height: 960 }
  context = await browser.newContext({ locale, viewport, colorScheme, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(server.url + path)
  return page
}

describe('the demo’s page', () => {
  it('brings what is written on one side to the other, and back, and says how long it took', async () => {
    const page = await open('/demo')
    const visitor = page.locator('chat-widget')
    const commercial = page.locator('chat-console')

    await visitor.getByRole('textbox').fill('¿Funciona en Shopify?')
    await visitor.getByRole('textbox').press('Enter')
    await commercial.getByRole('log').getByText('¿Funciona en Shopify?').waitFor()
    await page.getByText(/^Recibido en \d+ ms$/).waitFor()
    await commercial.getByText('Tú, desde la demo').first().waitFor()
    // Opening the chat on the other side must not take the visitor’s next keystroke.
    await page.keyboard.type('Gracias')
    expect(await visitor.getByRole('textbox').inputValue()).toBe('Gracias')

    await commercial.getByRole('textbox').fill('Sí: pega la línea y listo')
    await commercial.getByRole('textbox').press('Enter')
    await visitor.getByRole('log').getByText('Sí: pega la línea y listo').waitFor()
    expect(complaints).toEqual([])
  })

  it('finds the same chat on both sides after a reload', async () => {
    const page = await open('/demo?lang=en')
    const visitor = page.locator('chat-widget')
    await visitor.getByRole('textbox').fill('Still here?')
    await visitor.getByRole('textbox').press('Enter')
    await page.getByText(/^Received in \d+ ms$/).waitFor()
    await page.reload()
    await visitor.getByRole('log').getByText('Still here?').waitFor()
    await page.locator('chat-console').getByRole('log').getByText('Still here?').waitFor()
  })

  it('shows the line that works with this very server, and what it weighs', async () => {
    const page = await open('/demo')
    expect(await page.locator('.snippet pre').innerText()).toBe(
      `<script src="${server.url}/widget.js" data-site="default" async></script>`,
    )
    await page.getByText(/^\d([,.]\d)? KB$/).waitFor()
  })

  it('asks for an account where the server is not in demo mode', async () => {
    const plain = await startServer()
    context = await browser.newContext({ locale: 'es-ES' })
    const page = await context.newPage()
    await page.goto(`${plain.url}/demo`)
    await page.getByText('Este servidor no está en modo demo').waitFor()
    await page.locator('chat-console').getByRole('button', { name: 'Entrar' }).waitFor()
    await context.close()
    await plain.close()
  })
})

describe('the demo’s shop', () => {
  it('has the chat by its script tag alone', async () => {
    const page = await open('/demo/shop.html')
    await page.getByRole('button', { name: 'Abrir el chat' }).click()
    await composer(page).waitFor()
    await write(page, '¿La enviáis a Sagunto?')
    await thread(page).getByText('¿La enviáis a Sagunto?').waitFor()
    expect(complaints).toEqual([])
  })

  it('counts what is put in the basket, and says that nothing is charged', async () => {
    const page = await open('/demo/shop.html?lang=en')
    await page.getByRole('button', { name: 'Add to basket' }).click()
    await page.getByText('nothing is charged').waitFor()
    expect(await page.locator('#basket').innerText()).toBe('1')
  })
})

describe.each(['/demo', '/demo/shop.html'])('%s', (path) => {
  it('speaks the browser’s language unless the address asks for another', async () => {
    const languageOf = async (page: Page) => {
      const language = await page.locator('html').getAttribute('lang')
      await context?.close()
      return language
    }
    expect(await languageOf(await open(path, { locale: 'es-MX' }))).toBe('es')
    expect(await languageOf(await open(path, { locale: 'de-DE' }))).toBe('en')
    expect(await languageOf(await open(`${path}?lang=es`, { locale: 'en-GB' }))).toBe('es')
    expect(await languageOf(await open(`${path}?lang=xx`, { locale: 'es-ES' }))).toBe('es')
  })

  it('leaves nothing in Spanish for those who read English', async () => {
    const texts = async (page: Page) => {
      await page.locator('html[data-translated]').waitFor()
      const named = await page
        .locator('[data-text]')
        .evaluateAll((elements) =>
          elements.map((element) => [element.getAttribute('data-text') ?? '', element.textContent.trim()]),
        )
      await context?.close()
      return named as [string, string][]
    }
    const spanish = new Map(await texts(await open(`${path}?lang=es`)))
    const english = await texts(await open(`${path}?lang=en`))
    const same = english.filter(([name, text]) => spanish.get(name) === text).map(([name]) => name)
    // Measurements read alike in both.
    expect(same).toEqual(path === '/demo' ? [] : ['size'])
  })

  it.each([
    { lang: 'es', width: 1440, colorScheme: 'light' },
    { lang: 'en', width: 320, colorScheme: 'dark' },
  ] as const)('has no barrier that axe can find ($lang, $width px, $colorScheme), and fits', async (look) => {
    const page = await open(`${path}?lang=${look.lang}`, look)
    await page.locator('html[data-translated]').waitFor()
    if (path === '/demo') await page.locator('chat-console').getByRole('tablist').waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
  })
})
