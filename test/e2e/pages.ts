import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { BROWSER_ARGS, findBrowser } from '../browser.ts'
import { ADMIN } from '../server.ts'

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS })
}

/** A page of somebody else's site, on an origin of its own, with the product's script tag in it. */
export interface HostSite {
  readonly url: string
  close(): void
}

export async function startHostSite({
  productUrl,
  csp,
  body = '',
  nonce,
}: {
  productUrl: string
  csp?: string
  body?: string
  /** Of the tag. */
  nonce?: string
}): Promise<HostSite> {
  const page = `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Una tienda</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>Una tienda</h1><button id="own">Comprar</button>${body}
<script src="${productUrl}/widget.js" data-site="default"${nonce === undefined ? '' : ` nonce="${nonce}"`} async></script></body></html>`
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (csp !== undefined) response.setHeader('content-security-policy', csp)
    response.end(page)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export async function openWidget(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('button', { name: /abrir el chat|open chat/i }).click()
  await composer(page).waitFor()
  return page
}

/** Signs in at the console as the admin. */
export async function openConsole(
  context: BrowserContext,
  url: string,
  person: { email: string; password: string } = ADMIN,
): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/console`)
  await page.getByLabel(/correo|e-?mail/i).fill(person.email)
  await page.getByLabel(/^(contraseña|password)$/i).fill(person.password)
  await page.getByRole('button', { name: /^(entrar|sign in)$/i }).click()
  await page.getByRole('tab').first().waitFor()
  return page
}

export function composer(page: Page) {
  return page.getByRole('textbox', { name: /mensaje|message|respuesta|reply|nota|note/i })
}

export async function write(page: Page, text: string): Promise<void> {
  await composer(page).fill(text)
  await composer(page).press('Enter')
}

/** The texts in the thread on screen, in order. */
export function thread(page: Page) {
  return page.getByRole('log')
}
