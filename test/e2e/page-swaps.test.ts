import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { field, openAt, say } from './states.ts'
import { useVisit, type Coming } from './visit.ts'

const visit = useVisit()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

/** How routers put another page in the place of this one. */
const SWAPS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a new body': (page) => page.evaluate(() => document.body.replaceWith(document.createElement('body'))),
  'a new body with the script tag in it': (page) =>
    page.evaluate(() => {
      const body = document.createElement('body')
      const script = document.createElement('script')
      script.src = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? ''
      body.append(script)
      document.body.replaceWith(body)
    }),
  'a body that is made like the new one, node by node': (page) =>
    page.evaluate(() => document.body.replaceChildren(document.createElement('main'))),
  'a view transition': (page) =>
    page.evaluate(async () => {
      const swap = () => document.body.replaceWith(document.createElement('body'))
      if ('startViewTransition' in document) await document.startViewTransition(swap).finished
      else swap()
    }),
}

/** An open chat with a draft in it, and how many connections it has made. */
async function talk(coming: Coming = {}) {
  let connections = 0
  const page = await visit.come({
    ...coming,
    prepare: async (fresh) => fresh.on('websocket', () => (connections += 1)),
  })
  await openAt(page, 'chat-composer textarea')
  await say(page, 'hola')
  await page.locator('.group.out time').waitFor()
  await field(page).fill('a medias')
  const before = connections
  return { page, newConnections: () => connections - before }
}

describe('a page that is another one without being loaded', () => {
  it.each(Object.entries(SWAPS))(
    'by %s keeps one chat: open, with its draft, on the same line',
    async (_way, swap) => {
      const { page, newConnections } = await talk()
      await swap(page)
      await visit.desk.say('sigo aquí')
      await page.locator('.group.in').getByText('sigo aquí').waitFor()
      expect(await field(page).inputValue()).toBe('a medias')
      expect(await page.locator('.group.in .bubble').count()).toBe(1)
      expect([await page.locator('chat-widget').count(), newConnections()]).toEqual([1, 0])
    },
  )

  it('keeps a chat that covers a phone’s screen above it', async () => {
    const { page } = await talk(PHONE)
    await SWAPS['a new body']?.(page)
    await expect
      .poll(() => page.locator('chat-widget dialog').evaluate((dialog) => dialog.matches(':modal')))
      .toBe(true)
    expect(await field(page).inputValue()).toBe('a medias')
  })
})

describe('a device that is turned', () => {
  it('has the chat beside the page, and over it again, with its draft', async () => {
    const { page } = await talk(PHONE)
    const layer = () =>
      page.evaluate(() => {
        const root = document.querySelector('chat-widget')?.shadowRoot
        return [
          root?.querySelector('dialog')?.matches(':modal'),
          root?.querySelector('.panel')?.matches(':popover-open'),
        ]
      })
    expect(await layer()).toEqual([true, false])
    await page.setViewportSize({ width: 844, height: 390 })
    await expect.poll(layer).toEqual([false, true])
    await page.setViewportSize(PHONE.viewport)
    await expect.poll(layer).toEqual([true, false])
    expect(await field(page).inputValue()).toBe('a medias')
  })
})

describe('the page’s own elements', () => {
  it.each([
    ['desktop', {}],
    ['phone', PHONE],
  ])('are to the letter what they were once the chat was open on a %s', async (_device, coming) => {
    const page = await visit.come({ ...coming, body: '<div style="height: 4000px"></div>' })
    const tags = () =>
      page.evaluate(() =>
        [document.documentElement, document.body, ...document.body.children]
          .filter(({ localName }) => localName !== 'chat-widget')
          .map((element) => (element.cloneNode() as Element).outerHTML),
      )
    await page.evaluate(() => scrollTo(0, 700))
    const before = await tags()
    await openAt(page, 'chat-composer textarea')
    await page.locator('chat-panel .minimize').click()
    await page.locator('chat-composer textarea').waitFor({ state: 'hidden' })
    expect(await tags()).toEqual(before)
    expect(await page.evaluate(() => scrollY)).toBe(700)
  })
})
