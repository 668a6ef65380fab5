import type { ReactiveController, ReactiveControllerHost } from 'lit'

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
  readonly #viewport: () => HTMLElement | null
  /** The first item in view, and how many pixels below the upper edge it begins. */
  #anchor: { readonly key: string; readonly top: number } | undefined
  /** Where the list was left, by a person or by a correction. */
  #lastTop = 0
  readonly #resizes = new ResizeObserver(() => this.#restore())

  constructor(host: ReactiveControllerHost, viewport: () => HTMLElement | null) {
    this.#viewport = viewport
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#resizes.disconnect()
  }

  hostUpdate(): void {
    this.#remember()
  }

  hostUpdated(): void {
    this.#restore()
    const viewport = this.#viewport()
    if (viewport === null) return
    this.#resizes.disconnect()
    for (const element of [viewport, ...viewport.children]) this.#resizes.observe(element)
  }

  toEnd(): void {
    this.isAtEnd = true
    this.#restore()
  }

  /** Puts an element at the top of the view, a little below its edge. */
  toTop(element: Element): void {
    const viewport = this.#shown
    if (viewport === undefined) return
    viewport.scrollTop += topOf(element) - topOf(viewport) - END_SLACK_PX
    this.isAtEnd = isNearEnd(viewport)
    this.#remember()
  }

  handleScroll(): void {
    const viewport = this.#shown
    if (viewport === undefined) return
    const { scrollTop } = viewport
    // The echo of a correction. What has moved since then has to be corrected too, and not to become the new place.
    if (scrollTop === this.#lastTop) return this.#restore()
    // Only a person scrolls up. Content that has grown since our own jump to the end must not look like somebody leaving it.
    if (isNearEnd(viewport)) this.isAtEnd = true
    else if (scrollTop < this.#lastTop) this.isAtEnd = false
    this.#lastTop = scrollTop
    return this.#remember()
  }

  /** A hidden list has no positions; those from before it was hidden stay good. */
  get #shown(): HTMLElement | undefined {
    const viewport = this.#viewport()
    return viewport?.clientHeight ? viewport : undefined
  }

  #remember(): void {
    const viewport = this.#shown
    if (viewport === undefined) return
    const edge = topOf(viewport)
    const isBelow = (element: Element) => element.getBoundingClientRect().bottom > edge
    // Pages are asked first, so that those off screen are not laid out for this.
    for (const page of [...viewport.children].filter(isBelow)) {
      const items = page.querySelectorAll<HTMLElement>('[data-key]')
      // A page that is not drawn stands for its messages.
      const item = [...items].find(isBelow) ?? (page as HTMLElement)
      if (item.dataset['key'] === undefined) continue
      this.#anchor = { key: item.dataset['key'] ?? '', top: topOf(item) - edge }
      return
    }
    this.#anchor = undefined
  }

  #restore(): void {
    const viewport = this.#shown
    if (viewport === undefined) return
    const { key = '', top = 0 } = this.#anchor ?? {}
    const item = viewport.querySelector(`[data-key="${CSS.escape(key)}"]`)
    const moved = item === null ? 0 : topOf(item) - topOf(viewport) - top
    if (this.isAtEnd) viewport.scrollTop = viewport.scrollHeight
    // A phone's momentum ends when this is written, even to where it is.
    else if (Math.abs(moved) >= 0.5) viewport.scrollTop += moved
    this.#lastTop = viewport.scrollTop
  }
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top
}

function isNearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight < END_SLACK_PX
}
