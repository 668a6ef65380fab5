import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../server/build.ts'
import { startServer, type TestServer } from '../server.ts'
import { bearer, call } from '../contract/call.ts'
import { uploadOf } from '../contract/requests.ts'
import { attach, pictureFile } from './files.ts'
import { composer, launchBrowser, openConsole, openWidget, startHostSite, thread, write } from './pages.ts'

let browser: Browser
let server: TestServer
let context: BrowserContext | undefined
const violations: string[] = []

beforeAll(async () => {
  await buildIfStale()
  browser = await launchBrowser()
  server = await startServer({ DEMO: 'on', SITE_NAME: 'Olmo' })
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
afterEach(() => context?.close())

/** Somebody with a browser in which every violation of every document is written down, those of frames too. */
async function newPerson(): Promise<BrowserContext> {
  violations.length = 0
  context = await browser.newContext({ locale: 'es-ES', reducedMotion: 'reduce' })
  await context.exposeFunction('noteViolation', (text: string) => violations.push(text))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      window.noteViolation(`${violatedDirective} ${blockedURI} ${sample}`),
    )
  })
  // What happened before that script, or in a worker, the browser tells its console.
  context.on('console', (line) => {
    if (/content security policy|trusted ?type/i.test(line.text())) violations.push(line.text())
  })
  return context
}

declare global {
  interface Window {
    noteViolation(text: string): void
  }
}

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=()',
}
const PAGE = {
  ...ALWAYS,
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
}
/** Pictures and films of messages come from here; a picture that is about to be sent is a blob, the tab’s icon with a badge is data. */
const OWN_PAGE =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' blob: data:; " +
  "media-src 'self' blob:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; " +
  "require-trusted-types-for 'script'; "
const CONSOLE =
  OWN_PAGE + "manifest-src 'self'; worker-src 'self'; trusted-types lit-html console-worker console-preview"
const NO_PAGE = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"

const surfaces: readonly (readonly [path: string, headers: Readonly<Record<string, string | null>>])[] = [
  ['/console', { ...PAGE, 'content-security-policy': CONSOLE }],
  ['/demo', { ...PAGE, 'content-security-policy': `${OWN_PAGE}trusted-types lit-html 'allow-duplicates'` }],
  [
    '/demo/shop.html',
    { ...PAGE, 'content-security-policy': `${OWN_PAGE}trusted-types lit-html 'allow-duplicates'` },
  ],
  [
    '/docs',
    {
      ...PAGE,
      'content-security-policy':
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    },
  ],
  ...['/openapi.json', '/asyncapi.json'].map(
    (path) =>
      [path, { ...ALWAYS, 'content-security-policy': NO_PAGE, 'access-control-allow-origin': '*' }] as const,
  ),
  [
    '/console/worker.js',
    {
      ...ALWAYS,
      'content-security-policy': "default-src 'none'; connect-src 'self'; img-src 'self'",
      'service-worker-allowed': '/console',
    },
  ],
  [
    '/widget.js',
    {
      ...ALWAYS,
      'content-security-policy': NO_PAGE,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  ],
  ...['/healthz', '/v2/chats', '/no-such-page', '/.well-known/jwks.json'].map(
    (path) =>
      [
        path,
        {
          ...ALWAYS,
          'content-security-policy': NO_PAGE,
          'cross-origin-resource-policy': 'same-origin',
          'access-control-allow-origin': null,
          'set-cookie': null,
        },
      ] as const,
  ),
]

function expectHeaders(headers: Headers, wanted: Readonly<Record<string, string | null>>): void {
  expect(Object.fromEntries(Object.keys(wanted).map((name) => [name, headers.get(name)]))).toEqual(wanted)
}

describe('the headers', () => {
  it.each(surfaces)('D06: of %s are exactly these', async (path, wanted) => {
    const { headers } = await fetch(server.url + path)
    expectHeaders(headers, wanted)
    expect(headers.get('strict-transport-security')).toBeNull()
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null])
  })

  it('bind browsers to https where they come by it, whatever they ask for', async () => {
    const secure = await startServer({ PUBLIC_URL: 'https://chat.example', DEMO: 'on' })
    for (const [path] of surfaces) {
      const { headers } = await fetch(secure.url + path)
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000')
    }
    await secure.close()
  })

  it('F03: of a file are those of no page at all', async () => {
    const session = await call(server.url, 'POST /v2/visitors/session', { body: {} })
    const headers = bearer(String(session.body['token']))
    const opened = await call(server.url, 'POST /v2/chats', { body: {}, headers })
    const chatId = String(opened.body['chatId'])
    const upload = async (file: File) => {
      const { body } = await call(server.url, 'POST /v2/files/upload', {
        body: uploadOf(chatId, file),
        headers,
      })
      return (await fetch(String(body['url']))).headers
    }
    const { buffer } = pictureFile('a.png')
    const sandbox = { ...ALWAYS, 'content-security-policy': "sandbox; default-src 'none'" }
    expectHeaders(await upload(new File([new Uint8Array(buffer)], 'a.png', { type: 'image/png' })), {
      ...sandbox,
      'content-type': 'image/png',
      'content-disposition': `inline; filename="a.png"; filename*=UTF-8''a.png`,
    })
    expectHeaders(await upload(new File(['hola'], 'a.html', { type: 'text/html' })), {
      ...sandbox,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="a.html.txt"; filename*=UTF-8''a.html.txt`,
    })
  })
})

/** A console whose admin has a chat open that a visitor began. */
async function aConversation(): Promise<Page> {
  const site = await startHostSite({ productUrl: server.url })
  const visitor = await openWidget(await browser.newContext({ locale: 'es-ES' }), site.url)
  await write(visitor, '¿Hay alguien? https://olmo.example')
  const marta = await openConsole(await newPerson(), server.url)
  await marta.getByRole('tab', { name: /todas/i }).click()
  await marta.getByRole('tabpanel').getByText('¿Hay alguien?').first().click()
  await composer(marta).waitFor()
  await visitor.context().close()
  site.close()
  return marta
}

describe('in Chromium, without one violation,', () => {
  it('E01: the console signs in, converses, shows pictures, searches and calls its commands', async () => {
    const marta = await aConversation()
    await write(marta, 'Sí: *dime* https://olmo.example')
    await attach(marta, [pictureFile('mesa.png')])
    await composer(marta).press('Enter')
    await thread(marta).getByRole('img', { name: 'mesa.png' }).click()
    await marta.getByRole('dialog').getByRole('img').first().waitFor()
    await marta.keyboard.press('Escape')
    await marta.keyboard.press('Control+k')
    await marta.getByRole('dialog').getByRole('combobox').fill('mesa')
    await marta.keyboard.press('Escape')
    expect(violations).toEqual([])
  })

  it('E01: every section of the console and every page of its settings is there', async () => {
    const marta = await openConsole(await newPerson(), server.url)
    for (const section of ['visitors', 'stats', 'settings']) {
      await marta.goto(`${server.url}/console#/${section}`)
      await marta.getByRole('heading').first().waitFor()
    }
    const settings = marta
      .getByRole('navigation', { name: 'Ajustes' })
      .getByRole('listitem')
      .getByRole('button')
    await settings.first().waitFor()
    const count = await settings.count()
    expect(count).toBeGreaterThan(10)
    for (let n = 0; n < count; n += 1) {
      await settings.nth(n).click()
      const name = (await settings.nth(n).innerText()).trim()
      await marta.getByRole('heading', { name, exact: true }).first().waitFor()
      if (name === 'Aspecto') await marta.frameLocator('iframe').getByRole('textbox').waitFor()
    }
    expect(violations).toEqual([])
  })

  it.each(['/demo', '/demo/shop.html'])('E01: %s is there, and its chat is written in', async (path) => {
    const page = await (await newPerson()).newPage()
    await page.goto(server.url + path)
    const launcher = page.getByRole('button', { name: /abrir el chat/i })
    const field = page.locator('chat-widget').getByRole('textbox')
    await launcher.or(field).first().waitFor()
    if (await launcher.isVisible()) await launcher.click()
    await field.fill('hola')
    await field.press('Enter')
    await page.locator('chat-widget').getByRole('log').getByText('hola', { exact: true }).waitFor()
    expect(violations).toEqual([])
  })

  it('a violation would be seen (the control)', async () => {
    const page = await (await newPerson()).newPage()
    await page.goto(`${server.url}/console`)
    await page.evaluate(() => {
      const frame = document.createElement('img')
      frame.src = 'https://evil.example/x.png'
      document.body.append(frame)
    })
    await expect.poll(() => violations.join()).toContain('img-src https://evil.example')
    await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>markup</b>'
      } catch {
        // As it should be.
      }
    })
    await expect.poll(() => violations.join()).toContain('require-trusted-types-for')
  })
})
