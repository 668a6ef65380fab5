/** What a page saw of itself, in milliseconds since its navigation began. */
export interface Seen {
  firstPaint: number
  /** Undefined until the launcher has a place on the screen. */
  launcher?: number
  shift: number
  longTasks: number[]
}

declare global {
  interface Window {
    seen: Seen
    /** The first that matches, in the document or in any open shadow root. */
    lookFor(selector: string): HTMLElement | undefined
    /** Clicks came at these times. */
    clicked: number
  }
}

/** Runs in the page before anything of it does. `launcher`: what to look for; empty: there is nothing to wait for. */
export function openEyes(launcher: string): void {
  window.seen = { firstPaint: 0, shift: 0, longTasks: [] }
  window.lookFor = (selector) => lookIn(document, selector)
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
  watch('paint', ({ startTime }) => (window.seen.firstPaint ||= startTime))
  watch(
    'layout-shift',
    (entry) => (window.seen.shift += (entry as { value?: number } & PerformanceEntry).value ?? 0),
  )
  watch('longtask', ({ duration }) => window.seen.longTasks.push(duration))
  addEventListener('click', ({ timeStamp }) => (window.clicked = timeStamp), { capture: true })
  const lookForLauncher = (now: number) => {
    if ((window.lookFor(launcher)?.getBoundingClientRect().width ?? 0) > 20) window.seen.launcher = now
    else requestAnimationFrame(lookForLauncher)
  }
  if (launcher !== '') requestAnimationFrame(lookForLauncher)

  function lookIn(root: ParentNode, selector: string): HTMLElement | undefined {
    const found = root.querySelector<HTMLElement>(selector)
    if (found !== null) return found
    for (const { shadowRoot } of root.querySelectorAll('*')) {
      const inside = shadowRoot === null ? undefined : lookIn(shadowRoot, selector)
      if (inside !== undefined) return inside
    }
    return undefined
  }
}
