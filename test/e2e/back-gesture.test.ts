import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openAt, states } from './states.ts'
import { launcher, useVisit } from './visit.ts'

const visit = useVisit()

/** As much of the element as is asked of it here. */
interface Widget extends HTMLElement {
  readonly open: boolean
  readonly updateComplete: Promise<unknown>
  openWith(): Promise<void>
  close(): void
  stop(): void
  once(name: 'close', listener: (event: Event) => void): void
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

/** A browser without `CloseWatcher`, as Safari is; the page is on its second view. */
async function comeWithout(state: unknown = { view: 'mesas' }): Promise<Page> {
  const page = await visit.come({ ...PHONE, prepare: withoutCloseWatcher })
  await page.evaluate((own) => {
    history.replaceState({ view: 'home' }, '', '/')
    history.pushState(own, '', '/mesas')
    Object.assign(window, { isSameDocument: true })
  }, state)
  return page
}

function withoutCloseWatcher(page: Page): Promise<unknown> {
  return page.addInitScript(() => Reflect.deleteProperty(window, 'CloseWatcher'))
}

/** From here on the page notes what reaches it. Chromium calls a window's listeners in the order in which they came, WebKit as they capture. */
async function open(page: Page): Promise<void> {
  await openAt(page, 'chat-composer textarea')
  await page.waitForFunction(() => 'sobremesa' in (history.state as object))
  await page.evaluate(() => {
    const heard: string[] = []
    addEventListener('popstate', () => heard.push(location.pathname))
    Object.assign(window, { heard })
  })
}

const isOpen = (page: Page) => page.evaluate(() => document.querySelector<Widget>('chat-widget')?.open)
const closed = (page: Page) => expect.poll(() => isOpen(page)).toBe(false)
const heard = (page: Page) => page.evaluate<string[]>('heard')
/** Where the page is, by its address and its own state; the last says that it was never loaded again. */
const place = (page: Page) =>
  page.evaluate(() => [
    location.pathname,
    (history.state as { view: string } | null)?.view,
    'isSameDocument' in window,
  ])

/** The gesture itself cannot be made in a test: it is a step back in the history. */
async function goBack(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(window, { before: JSON.stringify([location.href, history.state]) })
    history.back()
  })
  await page.waitForFunction(
    () => JSON.stringify([location.href, history.state]) !== (window as unknown as { before: string }).before,
  )
}

describe('where the browser does not close what covers the screen', () => {
  it('a step back closes the chat, and is nothing to the page', async () => {
    const page = await comeWithout()
    await open(page)
    await goBack(page)
    await closed(page)
    expect(await place(page)).toEqual(['/mesas', 'mesas', true])
    expect(await heard(page)).toEqual([])
    await goBack(page)
    expect(await place(page)).toEqual(['/', 'home', true])
  })

  it('it does so again the next time', async () => {
    const page = await comeWithout()
    for (const _time of [1, 2]) {
      await open(page)
      await goBack(page)
      await closed(page)
    }
    expect(await place(page)).toEqual(['/mesas', 'mesas', true])
  })

  it('closed by its button, the chat leaves the way back as it was', async () => {
    const page = await comeWithout()
    await open(page)
    await page.locator('chat-panel .minimize').click()
    await closed(page)
    await page.waitForFunction(() => !('sobremesa' in (history.state as object)))
    expect(await heard(page)).toEqual([])
    await goBack(page)
    expect(await place(page)).toEqual(['/', 'home', true])
    expect(await heard(page)).toEqual(['/'])
  })

  it('opened again at once, it is still closed by a step back', async () => {
    const page = await comeWithout()
    await open(page)
    const first = await page.evaluate(async () => {
      const widget = document.querySelector<Widget>('chat-widget')
      widget?.close()
      await widget?.updateComplete
      await widget?.openWith()
      return (history.state as { sobremesa?: string }).sobremesa
    })
    await page.waitForFunction((old) => {
      const { sobremesa } = history.state as { sobremesa?: string }
      return sobremesa !== undefined && sobremesa !== old
    }, first)
    await goBack(page)
    await closed(page)
    expect(await place(page)).toEqual(['/mesas', 'mesas', true])
  })

  it('a page that goes on behind the open chat has its own way back', async () => {
    const page = await comeWithout()
    await open(page)
    await page.evaluate(() => history.pushState({ view: 'sillas' }, '', '/sillas'))
    await goBack(page)
    await closed(page)
    await page.waitForFunction(() => !('sobremesa' in (history.state as object)))
    expect(await place(page)).toEqual(['/mesas', 'mesas', true])
    expect(await heard(page)).toEqual(['/mesas'])
    await goBack(page)
    expect(await place(page)).toEqual(['/', 'home', true])
  })

  it('an address with a # closes nothing', async () => {
    const page = await comeWithout()
    await open(page)
    await page.evaluate(() => (location.hash = 'medidas'))
    await expect.poll(() => heard(page)).toEqual(['/mesas'])
    expect(await isOpen(page)).toBe(true)
  })

  it('a page that objects keeps the chat open, and is asked again', async () => {
    const page = await comeWithout()
    await open(page)
    await page.evaluate(() =>
      document.querySelector<Widget>('chat-widget')?.once('close', (event) => event.preventDefault()),
    )
    await goBack(page)
    expect(await isOpen(page)).toBe(true)
    await goBack(page)
    await closed(page)
    expect(await place(page)).toEqual(['/mesas', 'mesas', true])
  })

  it('what lies over the chat goes first', async () => {
    const page = await states['question before deleting'](visit, { ...PHONE, prepare: withoutCloseWatcher })
    await page.waitForFunction(() => 'sobremesa' in ((history.state as object | null) ?? {}))
    await goBack(page)
    await page.locator('chat-visitor-menu dialog[open]').waitFor({ state: 'detached' })
    expect(await isOpen(page)).toBe(true)
    await goBack(page)
    await closed(page)
  })

  it('a chat that is stopped while it is open leaves nothing in the history', async () => {
    const page = await comeWithout()
    await open(page)
    await page.evaluate(() => document.querySelector<Widget>('chat-widget')?.stop())
    await page.waitForFunction(() => !('sobremesa' in (history.state as object)))
    expect(await place(page)).toEqual(['/mesas', 'mesas', true])
  })

  it('a page that keeps something else than a plain object has its history left alone', async () => {
    const page = await comeWithout(['mesas'])
    await openAt(page, 'chat-composer textarea')
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('close-on-back')),
    )
    await page.locator('chat-panel .minimize').click()
    await closed(page)
    expect(await page.evaluate(() => history.state as unknown)).toEqual(['mesas'])
  })
})

describe('where the browser does it by itself', () => {
  it('the chat leaves the history alone', async () => {
    const page = await visit.come(PHONE)
    const before = await page.evaluate(() => history.length)
    await openAt(page, 'chat-composer textarea')
    await launcher(page).waitFor({ state: 'hidden' })
    expect(await page.evaluate(() => history.length)).toBe(before)
  })
})
