import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Of the processor that its thread used, microseconds; absent where the system does not say. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Of a browser's own record: its tasks, and which thread is which. */
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline']

/**
 * How long each task of a page's main thread kept the processor, in milliseconds, while this was done. Not how long it took: on a machine
 * that does other things besides, a task waits in the middle for its turn, and that is not the page's doing.
 */
export async function workOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: CATEGORIES })
  await act()
  const trace = await browser.stopTracing()
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] }
  const tasks = new Map<string, number[]>()
  for (const { name, args, ...event } of traceEvents)
    if (name === 'thread_name' && args?.name === 'CrRendererMain') tasks.set(threadOf(event), [])
  for (const { name, ph, tdur, ...event } of traceEvents)
    if (name === 'RunTask' && ph === 'X') tasks.get(threadOf(event))?.push((tdur ?? 0) / 1_000)
  // Other pages of the browser have a main thread, too, and nothing to do.
  return [...tasks.values()].toSorted((a, b) => b.length - a.length)[0] ?? []
}

function threadOf({ pid, tid }: Pick<TraceEvent, 'pid' | 'tid'>): string {
  return `${pid} ${tid}`
}
