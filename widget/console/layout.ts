import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** How much fits: list, chat and details side by side; details as a drawer; or one of the three at a time. */
export type Layout = 'wide' | 'drawer' | 'phone'

const DRAWER_BELOW_PX = 1180
const PHONE_BELOW_PX = 760

export function layoutOf(width: number): Layout {
  if (width < PHONE_BELOW_PX) return 'phone'
  return width < DRAWER_BELOW_PX ? 'drawer' : 'wide'
}

/** The layout that fits an element's own width: it may be half of somebody's back office. */
export class LayoutController implements ReactiveController {
  layout: Layout = 'wide'
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #observer = new ResizeObserver(() => this.#measure())

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
  }

  hostConnected(): void {
    this.#measure()
    this.#observer.observe(this.#host)
  }

  hostDisconnected(): void {
    this.#observer.disconnect()
  }

  #measure(): void {
    const { clientWidth } = this.#host
    // Not on screen yet: no width to go by.
    if (clientWidth === 0) return
    const layout = layoutOf(clientWidth)
    if (layout === this.layout) return
    this.layout = layout
    this.#host.requestUpdate()
  }
}
