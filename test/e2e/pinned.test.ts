import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../server.ts'
import { launchBrowser, thread, write } from './pages.ts'

interface Release {
  readonly version: string
  readonly integrity: string
}

let browser: Browser
let server: TestServer
let release: Release
let page: Page
let host: Server | undefined
let middleman: Server | undefined

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
  release = (await (await fetch(`${server.url}/build.json`)).json()) as Release
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
afterEach(async () => {
  await page.context().close()
  host?.close()
  middleman?.close()
})

async function listen(answer: Parameters<typeof createServer>[1]): Promise<[Server, string]> {
  const made = createServer(answer).listen(0, '127.0.0.1')
  await once(made, 'listening')
  return [made, `http://127.0.0.1:${(made.address() as AddressInfo).port}`]
}

/** A page of a site that has pinned the release, as Settings and the docs tell it to; from `origin`. */
async function visit(origin: string): Promise<readonly string[]> {
  const tag = `<script src="${origin}/widget@${release.version}.js" integrity="${release.integrity}" crossorigin="anonymous" data-api="${server.url}" async></script>`
  const [made, url] = await listen((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="es"><title>Una tienda</title>${tag}</html>`)
  })
  host = made
  page = await (await browser.newContext({ locale: 'es-ES' })).newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url, { waitUntil: 'load' })
  return complaints
}

/** Somebody between the page and the server, who changes one byte of the script. */
async function tamper(): Promise<string> {
  const [made, url] = await listen((request, response) => {
    void fetch(`${server.url}${request.url}`).then(async (genuine) => {
      const script = Buffer.from(await genuine.arrayBuffer())
      script[0] = (script[0] ?? 0) ^ 1
      response.setHeader('content-type', 'text/javascript')
      response.setHeader('access-control-allow-origin', '*')
      response.end(script)
    })
  })
  middleman = made
  return url
}

describe('a page that has pinned a release by its hash', () => {
  it('has the chat', async () => {
    const complaints = await visit(server.url)
    await page.getByRole('button', { name: /abrir el chat/i }).click()
    await write(page, 'desde una página fijada')
    await thread(page).getByText('Enviado').waitFor()
    expect(complaints).toEqual([])
  })

  it('runs nothing when a single byte is another', async () => {
    const complaints = await visit(await tamper())
    await expect.poll(() => complaints.join('\n'), { timeout: 20_000 }).toContain('integrity')
    expect(
      await page.evaluate(() => ['ChatWidget' in window, document.querySelector('chat-widget')]),
    ).toEqual([false, null])
  })
})
