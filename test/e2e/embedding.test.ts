import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../server/build.ts'
import { chunkName } from '../size/measure.ts'
import { startServer, type TestServer } from '../server.ts'
import { composer, launchBrowser, openWidget, startHostSite, thread, write, type HostSite } from './pages.ts'

let browser: Browser
let server: TestServer
let context: BrowserContext
let complaints: string[]
let site: HostSite | undefined

beforeAll(async () => {
  await buildIfStale()
  browser = await launchBrowser()
  server = await startServer()
})
afterAll(async () => {
  await browser.close()
  await server.close()
})
beforeEach(async () => {
  complaints = []
  context = await browser.newContext({ viewport: { width: 1000, height: 800 } })
  context.on('weberror', (error) => complaints.push(error.error().message))
})
afterEach(async () => {
  await context.close()
  site?.close()
  site = undefined
})

async function host(options: { csp?: string; body?: string } = {}): Promise<string> {
  site = await startHostSite({ productUrl: server.url, ...options })
  return site.url
}

function launcher(page: Page) {
  return page.getByRole('button', { name: /abrir el chat/i })
}

/** The page's stub for calls before the script is there. */
const STUB = `window.ChatWidget=window.ChatWidget||function(){return new Promise((r,j)=>(ChatWidget.q=ChatWidget.q||[]).push([[].slice.call(arguments),r,j]))}`

declare global {
  interface Window {
    /** The address of each script that held up the page for 50 ms; empty for one that stands in the page. */
    longTasks: string[]
  }
}

function collectLongTasks(): void {
  interface Frame extends PerformanceEntry {
    readonly scripts: readonly { readonly sourceURL: string; readonly duration: number }[]
  }
  window.longTasks = []
  new PerformanceObserver((list) => {
    for (const { scripts } of list.getEntries() as Frame[])
      for (const { sourceURL, duration } of scripts) if (duration >= 50) window.longTasks.push(sourceURL)
  }).observe({ type: 'long-animation-frame', buffered: true })
}

/** A long task that is nobody's but the test's, which must be seen. */
function blockForLong(): void {
  const script = document.createElement('script')
  script.textContent =
    'requestAnimationFrame(() => { const end = performance.now() + 80; while (performance.now() < end); })'
  document.head.append(script)
}

describe('the script tag in somebody else’s page', () => {
  it('H06: asks nothing of the server and stores nothing until somebody opens it, and keeps a token only once they write', async () => {
    const url = await host()
    const asked: string[] = []
    context.on('request', (request) => {
      if (request.url().includes('/v2/')) asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
    })
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    const kept = () => page.evaluate(() => [Object.keys(localStorage), document.cookie])
    expect([asked, await kept()]).toEqual([[], [[], '']])
    await launcher(page).click()
    await page.getByText('¿En qué te ayudamos?').waitFor()
    expect([asked, await kept()]).toEqual([['GET /v2/sites/default/public'], [[], '']])
    await write(page, 'hola')
    await thread(page).getByText('Enviado').waitFor()
    expect(await kept()).toEqual([[`sobremesa:default@${server.url}`], ''])
  })

  it('fetches ahead at idle what the page can bear, and nothing where data is saved', async () => {
    const url = await host()
    const fetched = async (page: Page) => {
      const requests: Request[] = []
      page.on('requestfinished', (request) => {
        if (request.url().startsWith(server.url)) requests.push(request)
      })
      await page.goto(url, { waitUntil: 'networkidle' })
      await launcher(page).waitFor()
      return requests
    }
    const ahead = (await fetched(await context.newPage())).slice(1)
    expect(ahead.map((request) => chunkName(request.url())).toSorted()).toEqual(['es.js', 'panel'])
    const sizes = await Promise.all(ahead.map((request) => request.sizes()))
    const bytes = sizes.reduce((sum, size) => sum + size.responseHeadersSize + size.responseBodySize, 0)
    expect(bytes).toBeLessThanOrEqual(25_000)
    const saving = await context.newPage()
    await saving.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    )
    expect((await fetched(saving)).map((request) => new URL(request.url()).pathname)).toEqual(['/widget.js'])
    await launcher(saving).click()
    await composer(saving).waitFor()
  })

  it('holds up nothing else of the page: no long task in it is of ours', async () => {
    // What a busy machine holds up is not ours either: of three visits the best one counts.
    const counts: number[] = []
    for (let visit = 0; visit < 3; visit++) {
      const page = await context.newPage()
      await page.addInitScript(collectLongTasks)
      await page.goto(await host(), { waitUntil: 'networkidle' })
      await launcher(page).click()
      await composer(page).waitFor()
      await page.evaluate(blockForLong)
      await page.waitForFunction(() => window.longTasks.some((address) => address === ''))
      counts.push(
        (await page.evaluate(() => window.longTasks)).filter((url) => url.startsWith(server.url)).length,
      )
      site?.close()
    }
    expect(Math.min(...counts)).toBe(0)
  })

  it('is not there at all on a page that asks for consent first, until it has it', async () => {
    const url = await host({ body: `<script>window.ChatWidgetSettings = { autostart: 'false' }</script>` })
    const asked: string[] = []
    context.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    expect(asked.filter((path) => !/^\/(favicon.ico)?$/.test(path))).toEqual(['/widget.js'])
    expect(await page.evaluate(() => [localStorage.length, document.querySelector('chat-widget')])).toEqual([
      0,
      null,
    ])
    await page.evaluate(() =>
      (window as unknown as { ChatWidget: (verb: string) => Promise<void> }).ChatWidget('start'),
    )
    await launcher(page).click()
    await composer(page).waitFor()
  })

  it('is there once when it is included twice', async () => {
    const page = await openWidget(
      context,
      await host({ body: `<script src="${server.url}/widget.js?again" data-site="default" async></script>` }),
    )
    expect(await page.locator('chat-widget').count()).toBe(1)
    expect(complaints).toEqual([])
  })

  it('answers what the page asked before it was there, in order', async () => {
    const url = await host({
      body: `<script>${STUB};window.answers=[];ChatWidget('get').then(s=>answers.push(s.open));ChatWidget('open',{text:'Hola, '}).then(()=>ChatWidget('get')).then(s=>answers.push(s.open))</script>`,
    })
    const page = await context.newPage()
    await page.goto(url)
    await page.waitForFunction('answers.length === 2')
    expect(await page.evaluate('answers')).toEqual([false, true])
    expect(await composer(page).inputValue()).toBe('Hola, ')
  })

  it('stays open, with its draft, when a router swaps the body', async () => {
    const page = await openWidget(context, await host())
    await composer(page).fill('a medio escribir')
    await page.evaluate(() => {
      const body = document.createElement('body')
      body.textContent = 'Otra página'
      document.body.replaceWith(body)
    })
    await composer(page).waitFor()
    expect(await composer(page).inputValue()).toBe('a medio escribir')
    expect(await page.locator('chat-widget').count()).toBe(1)
  })

  it('comes back when a router swaps the body before anybody has opened it', async () => {
    const page = await context.newPage()
    await page.goto(await host())
    await launcher(page).waitFor()
    await page.evaluate(() => document.body.replaceWith(document.createElement('body')))
    await launcher(page).click()
    await composer(page).waitFor()
  })

  it('owns nothing of the page but its launcher', async () => {
    const page = await context.newPage()
    await page.goto(await host())
    const box = await launcher(page).boundingBox()
    const owned = await page.evaluate(() => {
      const points: [number, number][] = []
      for (let x = 5; x < innerWidth; x += 20) {
        for (let y = 5; y < innerHeight; y += 20) {
          if (document.elementFromPoint(x, y)?.localName === 'chat-widget') points.push([x, y])
        }
      }
      return points
    })
    const outside = owned.filter(([x, y]) => box === null || x < box.x - 1 || y < box.y - 1)
    expect(outside).toEqual([])
  })

  it('keeps typing from the page’s shortcuts', async () => {
    const page = await openWidget(context, await host())
    await page.evaluate(() => {
      Object.assign(window, { heard: [] })
      for (const type of ['keydown', 'keypress', 'keyup']) {
        addEventListener(type, (event) => Reflect.get(window, 'heard').push((event as KeyboardEvent).key))
      }
    })
    await composer(page).pressSequentially('s/?j')
    expect(await composer(page).inputValue()).toBe('s/?j')
    expect(await page.evaluate('heard')).toEqual([])
  })

  it('works where the browser blocks storage', async () => {
    await context.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, storage, {
          get() {
            throw new DOMException('no', 'SecurityError')
          },
        })
    })
    const page = await openWidget(context, await host())
    await write(page, 'hola')
    await thread(page).getByText('Enviado').waitFor()
    expect(complaints).toEqual([])
  })

  it('has the size that it has, whatever a rem is on the page', async () => {
    const page = await context.newPage()
    await page.goto(await host({ body: '<script>document.documentElement.style.fontSize="50%"</script>' }))
    const box = await launcher(page).boundingBox()
    expect([box?.width, box?.height]).toEqual([60, 60])
  })
})
