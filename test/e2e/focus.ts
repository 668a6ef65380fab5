import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What a busy machine may take. */
const PATIENCE = { timeout: 15_000, interval: 50 }

/** What has the focus, as the browser tells a screen reader: `textbox "Mensaje"`; `nothing` for the page itself. */
async function focused(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page)
  try {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree')
    // The document counts as focused whatever in it is.
    const node = nodes.findLast(
      ({ role, properties = [] }) =>
        role?.value !== 'RootWebArea' &&
        properties.some(({ name, value }) => name === 'focused' && value.value === true),
    )
    if (node === undefined) return 'nothing'
    const name = String(node.name?.value ?? '').replaceAll(/[\u2066-\u2069]/g, '')
    return `${node.role?.value} "${name}"`
  } finally {
    await cdp.detach()
  }
}

/** Waits until that has the focus. */
export async function expectFocus(page: Page, what: string | RegExp): Promise<void> {
  const poll = expect.poll(() => focused(page), PATIENCE)
  await (typeof what === 'string' ? poll.toBe(what) : poll.toMatch(what))
}

/** One key after another, and where the focus is after each. */
export async function walk(page: Page, steps: readonly (readonly [key: string, leadsTo: string | RegExp])[]) {
  for (const [key, leadsTo] of steps) {
    await page.keyboard.press(key)
    await expectFocus(page, leadsTo)
  }
}

/** Presses a key until that has the focus: for ways on which more may stand later. Nowhere on them is the focus lost. */
export async function reach(page: Page, key: string, what: string | RegExp): Promise<void> {
  const way: string[] = [await focused(page)]
  const isThere = (at: string) => (typeof what === 'string' ? at === what : what.test(at))
  for (let steps = 0; steps < 20 && !isThere(way.at(-1) ?? ''); steps += 1) {
    await page.keyboard.press(key)
    way.push(await focused(page))
    if (way.at(-1) === 'nothing') break
  }
  if (!isThere(way.at(-1) ?? '')) throw new Error(`${key} does not lead to ${what}, but ${way.join(', ')}`)
}
