import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { field, openAt, say, states } from './states.ts'
import { useVisit } from './visit.ts'

const visit = useVisit()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
/** WCAG 2.2, 1.4.10: 1,280 pixels at 400 %. */
const NARROW = { viewport: { width: 320, height: 256 } } as const
const TALL_PAGE = '<div style="height: 4000px"></div>'

function box(page: Page, selector: string) {
  return page
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { x, y, width, height }
    })
}

/**
 * What of the chat, through all shadows, a finger or a pointer would have to aim at: its name, and by how much less than `size` it can be
 * hit. What cannot be seen because it is scrolled away is no target now.
 */
function tooSmall(page: Page, size: number): Promise<readonly string[]> {
  return page.evaluate((least) => {
    const small: string[] = []
    const hit = (x: number, y: number): Element | null => {
      let found: Element | null = document.elementFromPoint(x, y)
      while (found?.shadowRoot) {
        const inner: Element | null = found.shadowRoot.elementFromPoint(x, y)
        if (inner === null || inner === found) break
        found = inner
      }
      return found
    }
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot)
        if (
          !element.matches(
            'button, input:not(.sr, [type=checkbox]), select, textarea, label:has(.sr, [type=checkbox])',
          )
        )
          continue
        const { x, y, width, height } = element.getBoundingClientRect()
        const [cx, cy] = [x + width / 2, y + height / 2]
        // Hidden ones have no size.
        if (width < 2 || !element.contains(hit(cx, cy))) continue
        if (width >= least && height >= least) continue
        // More than is drawn may be there to be hit.
        const reach = least / 2 - 1
        const ends = [
          [cx - reach, cy],
          [cx + reach, cy],
          [cx, cy - reach],
          [cx, cy + reach],
        ] as const
        if (ends.every(([ex, ey]) => element.contains(hit(ex, ey)))) continue
        small.push(
          `${element.ariaLabel ?? element.textContent.trim()} ${Math.round(width)} × ${Math.round(height)}`,
        )
      }
    }
    look(document.querySelector('chat-widget')?.shadowRoot ?? document)
    return small
  }, size)
}

/** What stands out of the panel sideways, and what is cut off within itself. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.querySelector('chat-widget')?.shadowRoot
    const frame = root?.querySelector('.panel')?.getBoundingClientRect()
    const cut: string[] = []
    const look = (within: ParentNode): void => {
      for (const element of within.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) look(element.shadowRoot)
        if (frame === undefined || element.closest('.sr, [hidden]') || !element.checkVisibility()) continue
        const { left, right, width } = element.getBoundingClientRect()
        const isWide = width > 1 && (left < frame.left - 1 || right > frame.right + 1)
        const isClipped =
          getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
        if (isWide || (isClipped && !element.matches('textarea')))
          cut.push(`${element.localName}.${element.className}`)
      }
    }
    look(root?.querySelector('.panel') ?? document.createElement('div'))
    return cut
  })
}

describe('on a phone', () => {
  it('the chat covers the screen, and makes room for the keyboard', async () => {
    const page = await visit.come({ ...PHONE, reducedMotion: 'reduce', body: TALL_PAGE })
    await openAt(page, 'chat-composer textarea')
    expect(await box(page, 'chat-widget .panel')).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    await page.evaluate(() => {
      // What a keyboard does to the view.
      Object.defineProperty(visualViewport, 'height', { get: () => 500 })
      Object.defineProperty(visualViewport, 'offsetTop', { get: () => 40 })
      visualViewport?.dispatchEvent(new Event('resize'))
    })
    await expect.poll(() => box(page, 'chat-widget .panel')).toEqual({ x: 0, y: 40, width: 390, height: 500 })
    const { y, height } = await box(page, 'chat-composer textarea')
    expect(y + height).toBeLessThan(540)
  })

  it('the page behind stays where it is, and what is written is large enough not to be zoomed into', async () => {
    const page = await visit.come({ ...PHONE, isMobile: false, body: TALL_PAGE })
    await page.evaluate(() => scrollTo(0, 300))
    await openAt(page, 'chat-composer textarea')
    for (const selector of ['header', '.greeting', '.footer']) {
      await page.locator(`chat-panel ${selector}`).hover()
      await page.mouse.wheel(0, 400)
    }
    // The wheel is answered by the compositor, two frames later at most.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
    expect(await page.evaluate(() => scrollY)).toBe(300)
    expect(await field(page).evaluate((text) => getComputedStyle(text).fontSize)).toBe('16px')
  })

  it.each(Object.entries(states))('nothing in %s is too small for a finger', async (_name, arrive) => {
    expect(await tooSmall(await arrive(visit, PHONE), 44)).toEqual([])
  })

  it('nothing lies below what the device keeps for itself', async () => {
    const insets = { top: 47, bottom: 34, left: 0, right: 0 }
    const keep = async (page: Page) => {
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Emulation.setSafeAreaInsetsOverride', { insets })
    }
    const page = await visit.come({ ...PHONE, reducedMotion: 'reduce', prepare: keep })
    const lowest = PHONE.viewport.height - insets.bottom
    const end = async (selector: string) => {
      const { y, height } = await box(page, selector)
      return y + height
    }
    expect(await end('chat-widget .launcher')).toBeLessThanOrEqual(lowest - 20)
    await openAt(page, 'chat-composer textarea')
    expect((await box(page, 'chat-widget .panel')).y).toBe(0)
    expect((await box(page, 'chat-panel h2')).y).toBeGreaterThan(insets.top)
    expect(await end('chat-panel .footer')).toBeLessThanOrEqual(lowest)
    await say(page, 'hola')
    await page.locator('.group.out time').waitFor()
    await visit.desk.close()
    await page.locator('chat-ended .second').waitFor()
    expect(await end('chat-ended .second')).toBeLessThanOrEqual(lowest)
  })
})

describe('with a pointer', () => {
  it.each(Object.entries(states))('nothing in %s is too small to be hit', async (_name, arrive) => {
    expect(await tooSmall(await arrive(visit), 24)).toEqual([])
  })
})

describe('for whoever sees little', () => {
  it('nothing is cut off at 400 %', async () => {
    const page = await states.conversation(visit, NARROW)
    await say(page, 'Unapalabralarguísimaquenoacabanuncadeunavezportodasymásallá '.repeat(3))
    await page.locator('.group.out').nth(1).waitFor()
    expect(await cutOff(page)).toEqual([])
  })

  it('nothing is cut off where text is spaced out', async () => {
    const page = await states['questions with mistakes'](visit, PHONE)
    await page.evaluate(() => {
      // WCAG 2.2, 1.4.12.
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      )
      const space = (root: Document | ShadowRoot): void => {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
        for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) space(shadowRoot)
      }
      space(document)
    })
    expect(await cutOff(page)).toEqual([])
  })

  it('nothing moves for whoever wants no motion', async () => {
    const page = await states.conversation(visit, { reducedMotion: 'reduce' })
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  })

  it('bubbles, buttons and faces keep an edge in forced colours', async () => {
    const page = await states.conversation(visit, { forcedColors: 'active' })
    const edge = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth))
    for (const selector of [
      '.group.in .bubble',
      '.group.out .bubble',
      '.send',
      '.avatar',
      'chat-widget .panel',
    ])
      expect([selector, (await edge(selector)) > 0]).toEqual([selector, true])
  })
})

describe('the page', () => {
  it('is not moved by the chat, neither when it comes nor when it opens', async () => {
    const page = await visit.come({
      body: '<p>Mesas de roble</p><img width="400" height="300" alt="">',
      prepare: (fresh) =>
        fresh.addInitScript(() => {
          const moved: string[] = []
          Object.assign(window, { moved })
          type Shift = PerformanceEntry & { sources: readonly { node: Node | null }[] }
          new PerformanceObserver((list) => {
            const nodes = list
              .getEntries()
              .flatMap((entry) => (entry as Shift).sources.map(({ node }) => node))
            // What moves within the chat moves nothing of the page.
            for (const node of nodes) if (node?.getRootNode() === document) moved.push(node.nodeName)
          }).observe({ type: 'layout-shift', buffered: true })
        }),
    })
    await openAt(page, 'chat-composer textarea')
    await say(page, 'hola')
    await page.locator('.group.out time').waitFor()
    expect(await page.evaluate('moved')).toEqual([])
    // A page that is moved is seen to be.
    await page.evaluate(() =>
      document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 300px' })),
    )
    await expect.poll(() => page.evaluate('moved.length'), { timeout: 15_000 }).toBeGreaterThan(0)
  })
})
