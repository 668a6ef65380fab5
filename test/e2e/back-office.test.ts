import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ADMIN } from '../server.ts'
import { composer, openWidget, thread, write } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()

/** A back office on an origin of its own, with a policy of its own, whose server signs its people in. */
async function openBackOffice() {
  const { url } = stage.product
  const page = `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Back office</title>
<style>button { border: 5px solid red } .theme { display: none }</style>
<script src="/token.js"></script><script type="module" src="${url}/console/chat-console.js"></script></head>
<body><h1>Pedidos</h1><div id="place"><chat-console api-url="${url}" get-token="consoleToken"></chat-console></div></body></html>`
  const script = `window.consoleToken = async () => (await (await fetch('/token')).json()).token
window.heard = []
for (const name of ['console-login', 'console-unread', 'console-navigate'])
  document.addEventListener(name, ({ detail }) => window.heard.push([name, detail]))`
  const policy = `default-src 'none'; script-src 'self' ${url}; style-src 'unsafe-inline'; connect-src 'self' ${url} ${url.replace('http', 'ws')}; img-src ${url} data: blob:`
  const server = createServer((request, response) => {
    if (request.url === '/token') {
      void tokenOf(url).then((token) => response.end(JSON.stringify({ token })))
      return
    }
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', request.url === '/token.js' ? 'text/javascript' : 'text/html')
    response.end(request.url === '/token.js' ? script : page)
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

/** As the host's own server gets it, for whoever has signed in there. */
async function tokenOf(url: string): Promise<string> {
  const signedIn = await fetch(`${url}/v2/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  })
  const { accessToken } = (await signedIn.json()) as { accessToken: string }
  return accessToken
}

const heard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: [string, object][] }).heard.map(([name]) => name))

describe('the console in a back office', () => {
  it('works with the host’s own sign-in, and leaves its title, address and storage alone', async () => {
    const office = await openBackOffice()
    const person = await stage.newPerson()
    const page = await person.newPage()
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    await page.goto(office.url)
    await page.getByRole('tab', { name: /sin asignar 0/i }).click()
    const visitor = await openWidget(await stage.newPerson(), stage.site.url)
    await write(visitor, 'Hola')
    await page.getByRole('tabpanel').getByRole('listitem').getByRole('button').click()
    await thread(page).getByText('Hola').waitFor()
    await composer(page).fill('Buenas')
    await composer(page).press('Enter')
    await thread(visitor).getByText('Buenas').waitFor()

    expect([await page.title(), page.url()]).toEqual(['Back office', `${office.url}/`])
    expect(new Set(await heard(page))).toEqual(
      new Set(['console-login', 'console-unread', 'console-navigate']),
    )
    expect(await person.cookies()).toEqual([])
    expect(
      await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
    ).not.toContain('sobremesa-console')
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
    expect(problems).toEqual([])
    office.close()
  })
})
