import type { Browser } from 'playwright-core'
import type { Contestant } from './contestant.ts'
import { medianOf } from './median.ts'
import { settle, visit } from './visit.ts'

const RUNS = 5

/** From a click on the launcher until the text field takes keys: once the page is quiet, and the moment the launcher shows. */
export interface Opening {
  readonly preloadedMs: number
  readonly coldMs: number
}

export async function measureOpening(
  browser: Browser,
  site: string,
  contestant: Contestant,
): Promise<Opening> {
  return {
    preloadedMs: await medianOf(RUNS, () => open(browser, site, { contestant, waits: true })),
    coldMs: await medianOf(RUNS, () => open(browser, site, { contestant, waits: false })),
  }
}

async function open(
  browser: Browser,
  site: string,
  { contestant, waits }: { contestant: Contestant; waits: boolean },
): Promise<number> {
  const { page } = await visit(browser, contestant.launcher, { savesData: !waits })
  await page.goto(site + contestant.path)
  await page.waitForFunction(() => window.seen.launcher !== undefined)
  if (waits) await settle(page)
  const usable = page.evaluate(
    (field) =>
      new Promise<number>((resolve) => {
        const look = (now: number) => {
          const found = window.lookFor(field)
          const isUsable = found !== undefined && found.clientHeight > 0 && !found.matches(':disabled')
          if (isUsable && window.clicked > 0) resolve(now - window.clicked)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    contestant.field,
  )
  const box = await page.evaluate((launcher) => {
    const { x, y, width, height } = window.lookFor(launcher)?.getBoundingClientRect() ?? new DOMRect()
    return { x: x + width / 2, y: y + height / 2 }
  }, contestant.launcher)
  await page.mouse.click(box.x, box.y)
  const took = await usable
  await page.context().close()
  return took
}
