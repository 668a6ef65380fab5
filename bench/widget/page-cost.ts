import type { Browser } from 'playwright-core'
import type { Contestant } from './contestant.ts'
import { medianOf } from './median.ts'
import { settle, visit, type Circumstances } from './visit.ts'
import { watchWire } from './wire.ts'

const RUNS = 5

/** What a page pays for a widget before anybody touches it. */
export interface PageCost {
  /** Until the page is quiet, for somebody who saves data: nothing is fetched ahead. */
  readonly requests: number
  /** Over the wire, fetched ahead once the page is idle. */
  readonly idleBytes: number
  /** Beyond the same page without it, on a processor six times slower. */
  readonly scriptMs: number
  /** Beyond the same page without it, on one four times slower. */
  readonly longTasks: number
  readonly shift: number
  /** From the first paint until the launcher shows, on slow 4G and a processor four times slower. */
  readonly launcherMs: number
}

interface Load {
  readonly requests: number
  readonly bytes: number
  readonly scriptMs: number
  readonly longTasks: number
  readonly shift: number
  readonly launcherMs: number
}

export async function measurePageCost(
  browser: Browser,
  site: string,
  contestant: Contestant,
): Promise<PageCost> {
  const bare: Contestant = { ...contestant, path: '/bare', launcher: '' }
  const loads = (how: Circumstances, what = contestant) => load(browser, site + what.path, what.launcher, how)
  /** Of pairs of loads one after the other, so that whatever else the machine does falls on both alike. */
  const more = (what: 'scriptMs' | 'longTasks', slowdown: number) =>
    medianOf(RUNS, async () => (await loads({ slowdown }))[what] - (await loads({ slowdown }, bare))[what])
  const calm = await loads({})
  const saving = await loads({ savesData: true })
  return {
    requests: saving.requests,
    idleBytes: calm.bytes - saving.bytes,
    scriptMs: await more('scriptMs', 6),
    longTasks: await more('longTasks', 4),
    shift: calm.shift,
    launcherMs: await medianOf(RUNS, async () => (await loads({ slowdown: 4, isSlow4g: true })).launcherMs),
  }
}

async function load(browser: Browser, address: string, launcher: string, how: Circumstances): Promise<Load> {
  const { page, devTools } = await visit(browser, launcher, how)
  const wire = watchWire(devTools)
  await page.goto(address)
  if (launcher !== '') await page.waitForFunction(() => window.seen.launcher !== undefined)
  await settle(page)
  const { metrics } = await devTools.send('Performance.getMetrics')
  const seen = await page.evaluate(() => window.seen)
  await page.context().close()
  return {
    ...wire(),
    scriptMs: 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN),
    longTasks: seen.longTasks.length,
    shift: seen.shift,
    launcherMs: (seen.launcher ?? Number.NaN) - seen.firstPaint,
  }
}
