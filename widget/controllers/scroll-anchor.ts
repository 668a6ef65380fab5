import type { ReactiveController, ReactiveControllerHost } from 'lit'

interface Anchor {
  readonly key: string
  /** Pixels from the top of the viewport. */
  readonly top: number
}

/** How near the end still counts as being there. */
const END_SLACK_PX = 24

/**
 * Keeps what a person reads where it is, whatever grows or shrinks above it, and keeps the end in view for whoever is there.
 *
 * By hand, because browsers do not anchor at the very top, which is where history arrives, and because pages that are skipped
 * off screen (`content-visibility`) stand in with estimated heights that change when they come near.
 */
export class ScrollAnchorController implements ReactiveController {
  /** Whether new messages are followed. */
  isAtEnd = true
  readonly #host: ReactiveControllerHost
  readonly #viewport: () => HTMLElement | null
  readonly #onScroll: () => void
  #anchor: Anchor | undefined
  #lastTop = 0
  #correctedTop: number | undefined
  #watched: HTMLElement | undefined
  readonly #resizes = new ResizeObserver(() => this.#restore())
  readonly #observed = new Set<Element>()

  constructor(host: ReactiveControllerHost, viewport: () => HTMLElement | null, onScroll: () => void) {
    this.#host = host
    this.#viewport = viewport
    this.#onScroll = onScroll
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#watched?.removeEventListener('scroll', this.#handleScroll)
    this.#watched = undefined
    this.#resizes.disconnect()
    this.#observed.clear()
  }

  hostConnected(): void {
    this.#host.requestUpdate()
  }

  hostUpdate(): void {
    this.#remember()
  }

  hostUpdated(): void {
    this.#watch()
    this.#restore()
  }

  toEnd(): void {
    this.isAtEnd = true
    this.#restore()
  }

  /** Puts an element at the top of the view, a little below its edge. */
  toTop(element: Element): void {
    const viewport = this.#viewport()
    if (viewport === null) return
    const distance = element.getBoundingClientRect().top - viewport.getBoundingClientRect().top
    viewport.scrollTop += distance - END_SLACK_PX
    this.isAtEnd = this.#isNearEnd(viewport)
    this.#remember()
  }

  #watch(): void {
    const viewport = this.#viewport()
    if (viewport === null) return
    if (this.#watched !== viewport) {
      this.#watched = viewport
      viewport.addEventListener('scroll', this.#handleScroll, { passive: true })
    }
    const now = new Set<Element>([viewport, ...viewport.children])
    for (const element of this.#observed) if (!now.has(element)) this.#resizes.unobserve(element)
    for (const element of now) if (!this.#observed.has(element)) this.#resizes.observe(element)
    this.#observed.clear()
    for (const element of now) this.#observed.add(element)
  }

  readonly #handleScroll = (): void => {
    const viewport = this.#viewport()
    if (viewport === null || viewport.clientHeight === 0) return
    // The echo of a correction. What has moved since then has to be corrected too, and not to become the new place.
    if (viewport.scrollTop === this.#correctedTop) {
      this.#restore()
      return this.#onScroll()
    }
    // Only a person scrolls up. Content that has grown since our own jump to the end must not look like somebody leaving it.
    if (this.#isNearEnd(viewport)) this.isAtEnd = true
    else if (viewport.scrollTop < this.#lastTop - 1) this.isAtEnd = false
    this.#lastTop = viewport.scrollTop
    this.#correctedTop = undefined
    this.#remember()
    return this.#onScroll()
  }

  #isNearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
    return scrollHeight - scrollTop - clientHeight < END_SLACK_PX
  }

  #remember(): void {
    const viewport = this.#viewport()
    // A hidden list has no positions; the one from before it was hidden stays good.
    if (viewport === null || viewport.clientHeight === 0) return
    const edge = viewport.getBoundingClientRect().top
    const item = firstBelow(viewport, edge)
    const key = item?.dataset['key']
    this.#anchor =
      key === undefined || item === undefined
        ? undefined
        : { key, top: item.getBoundingClientRect().top - edge }
  }

  #restore(): void {
    const viewport = this.#viewport()
    if (viewport === null || viewport.clientHeight === 0) return
    if (this.isAtEnd) viewport.scrollTop = viewport.scrollHeight
    else this.#restoreAnchor(viewport)
    this.#lastTop = viewport.scrollTop
  }

  #restoreAnchor(viewport: HTMLElement): void {
    if (this.#anchor === undefined) return
    const { key, top } = this.#anchor
    const item = viewport.querySelector(`[data-key="${CSS.escape(key)}"]`)
    if (item === null) return
    const moved = item.getBoundingClientRect().top - viewport.getBoundingClientRect().top - top
    if (Math.abs(moved) < 0.5) return
    viewport.scrollTop += moved
    this.#correctedTop = viewport.scrollTop
  }
}

/** The first item that reaches below an edge. Pages are asked first, so that those off screen are not laid out for this. */
function firstBelow(viewport: HTMLElement, edge: number): HTMLElement | undefined {
  for (const page of viewport.children) {
    if (page.getBoundingClientRect().bottom <= edge) continue
    for (const item of page.querySelectorAll<HTMLElement>('[data-key]')) {
      if (item.getBoundingClientRect().bottom > edge) return item
    }
  }
  return undefined
}
