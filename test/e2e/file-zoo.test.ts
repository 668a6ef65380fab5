import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, call } from '../contract/call.ts'
import { uploadOf } from '../contract/requests.ts'
import { zoo } from '../file-zoo.ts'
import { startServer, type TestServer } from '../server.ts'
import { launchBrowser, openConsole } from './pages.ts'

let browser: Browser
let server: TestServer
let context: BrowserContext
const kept: { readonly name: string; readonly url: string }[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
  context = await browser.newContext({ acceptDownloads: true })
  const session = await call(server.url, 'POST /v2/visitors/session', { body: {} })
  const headers = bearer(String(session.body['token']))
  const opened = await call(server.url, 'POST /v2/chats', { body: {}, headers })
  for (const { name, type, content } of zoo) {
    const file = new File([new Uint8Array(content)], name, { type })
    const body = uploadOf(String(opened.body['chatId']), file)
    const answer = await call(server.url, 'POST /v2/files/upload', { body, headers })
    if (answer.status === 201) kept.push({ name, url: String(answer.body['url']) })
  }
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

describe('T31: whatever of the zoo was kept, opened by somebody who is signed in', () => {
  it('runs nowhere: not by itself, not in a frame, not as a script', async () => {
    const desk = await openConsole(context, server.url)
    expect(kept.length).toBeGreaterThan(10)
    for (const { name, url } of kept) {
      const page = await context.newPage()
      page.on('dialog', (dialog) => {
        throw new Error(`${name} opened a dialog: ${dialog.message()}`)
      })
      const download = page.waitForEvent('download', { timeout: 2_000 }).catch(() => null)
      const shown = await page.goto(url).catch(() => null)
      // Shown in place, or saved; nothing in between.
      if (shown === null) expect((await download)?.suggestedFilename(), name).toBeTruthy()
      else expect(shown.headers()['content-type'], name).toMatch(/^image\//)
      expect(await page.title(), name).not.toBe('RAN')
      await page.close()

      const host = await context.newPage()
      await host.goto(`${server.url}/healthz`)
      await host.evaluate(async (address) => {
        document.title = 'host'
        for (const tag of ['iframe', 'script', 'object', 'embed'] as const) {
          const element = document.createElement(tag)
          element.setAttribute(tag === 'object' ? 'data' : 'src', address)
          const done = new Promise((resolve) => {
            element.addEventListener('load', resolve)
            element.addEventListener('error', resolve)
          })
          document.body.append(element)
          // A frame that saves what it is given never says that it has loaded.
          await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 150))])
        }
      }, url)
      expect(await host.title(), name).toBe('host')
      await host.close()
    }
    expect(await desk.title()).not.toBe('RAN')
  })

  it('would be seen to run (the control: the same page from a server that says text/html)', async () => {
    const page = await context.newPage()
    await page.route('**/control', (route) =>
      route.fulfill({ contentType: 'text/html', body: String(zoo[0]?.content) }),
    )
    await page.goto(`${server.url}/control`)
    expect(await page.title()).toBe('RAN')
  })
})
