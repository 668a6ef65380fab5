import type { Browser, CDPSession, Page } from 'playwright-core'
import { openEyes } from './eyes.ts'

/** Slow 4G as Lighthouse has it. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }

export interface Circumstances {
  /** How many times slower the processor is. */
  readonly slowdown?: number
  readonly isSlow4g?: boolean
  readonly savesData?: boolean
}

export interface Visit {
  readonly page: Page
  readonly devTools: CDPSession
}

/** A person who has never been here: nothing cached, nothing stored. */
export async function visit(
  browser: Browser,
  launcher: string,
  { slowdown = 1, isSlow4g = false, savesData = false }: Circumstances = {},
): Promise<Visit> {
  const context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1_280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(openEyes, launcher)
  if (savesData) {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
    )
  }
  const devTools = await context.newCDPSession(page)
  await devTools.send('Performance.enable')
  await devTools.send('Network.enable')
  if (isSlow4g) await devTools.send('Network.emulateNetworkConditions', SLOW_4G)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, devTools }
}

/** Longer than the loader waits for an idle moment. */
const SETTLE_MS = 3_000

export function settle(page: Page): Promise<void> {
  return page.waitForTimeout(SETTLE_MS)
}
