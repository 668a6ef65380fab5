import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Of a page that was never drawn. The style sheet says the same. */
const ESTIMATE_PX = 3_200

/**
 * Knows which page of a long list is in view, and keeps those that are not drawn as tall as they were, so that nothing moves. Comes with
 * the first list that is long enough to need it.
 */
export class PageWindowController implements ReactiveController {
  /** Of the page in view; undefined: where the list opened. */
  key: string | undefined
  readonly #host: ReactiveControllerHost
  readonly #viewport: () => HTMLElement | null
  readonly #heights = new Map<string, number>()

  constructor(host: ReactiveControllerHost, viewport: () => HTMLElement | null) {
    this.#host = host
    this.#viewport = viewport
    host.addController(this)
  }

  handleScroll(): void {
    const edge = this.#viewport()?.getBoundingClientRect().top ?? 0
    const inView = this.#pages().find((page) => page.getBoundingClientRect().bottom > edge)
    const key = inView && nameOf(inView)
    if (key === this.key) return
    this.key = key
    this.#host.requestUpdate()
  }

  hostUpdate(): void {
    for (const page of this.#pages()) {
      if (page.clientHeight > 0 && isDrawn(page)) this.#heights.set(nameOf(page), page.offsetHeight)
    }
  }

  hostUpdated(): void {
    for (const page of this.#pages()) {
      page.style.blockSize = isDrawn(page) ? '' : `${this.#heights.get(nameOf(page)) ?? ESTIMATE_PX}px`
    }
  }

  #pages(): readonly HTMLElement[] {
    return [...(this.#viewport()?.querySelectorAll<HTMLElement>('.page') ?? [])]
  }
}

function isDrawn(page: HTMLElement): boolean {
  return page.ariaHidden === null
}

function nameOf(page: HTMLElement): string {
  return page.dataset['key'] ?? ''
}
