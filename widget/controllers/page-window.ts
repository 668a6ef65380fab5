import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Shorter lists are drawn whole. */
const MOST_PAGES = 6
/** Drawn before the page in view, and after it. */
const AROUND = 2
/** The newest pages always stand: there the list opens, and there a screen reader reads. */
const AT_END = 2
/** Of a page that was never drawn, until one has been measured. The style sheet says the same. */
const ESTIMATE_PX = 3_200

/**
 * Which pages of a long list are in the document. The others are empty boxes as tall as they were, so that nothing moves and ten
 * thousand messages weigh no more than a few hundred.
 */
export class PageWindowController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #viewport: () => HTMLElement | null
  /** Of the page in view; undefined: where the list opens. */
  #key: string | undefined
  readonly #heights = new Map<string, number>()

  constructor(host: ReactiveControllerHost, viewport: () => HTMLElement | null) {
    this.#host = host
    this.#viewport = viewport
    host.addController(this)
  }

  /** Tells which of these pages to draw; `opensAt` is the place of the one that the list opens at. */
  shown(keys: readonly string[], opensAt: number): (index: number) => boolean {
    if (keys.length <= MOST_PAGES) return () => true
    const held = this.#key === undefined ? -1 : keys.indexOf(this.#key)
    const middle = held === -1 ? opensAt : held
    return (index) => Math.abs(index - middle) <= AROUND || index >= keys.length - AT_END
  }

  handleScroll(): void {
    const pages = this.#pages()
    if (pages.length <= MOST_PAGES) return
    const edge = this.#viewport()?.getBoundingClientRect().top ?? 0
    const key = pages.find((page) => page.getBoundingClientRect().bottom > edge)?.dataset['key']
    if (key === this.#key) return
    this.#key = key
    this.#host.requestUpdate()
  }

  hostUpdate(): void {
    for (const page of this.#pages()) {
      if (page.clientHeight > 0 && page.ariaHidden === null) {
        this.#heights.set(page.dataset['key'] ?? '', page.offsetHeight)
      }
    }
  }

  hostUpdated(): void {
    for (const page of this.#pages()) {
      const isEmpty = page.ariaHidden !== null
      page.style.blockSize = isEmpty ? `${this.#heights.get(page.dataset['key'] ?? '') ?? ESTIMATE_PX}px` : ''
    }
  }

  #pages(): readonly HTMLElement[] {
    return [...(this.#viewport()?.querySelectorAll<HTMLElement>('.page') ?? [])]
  }
}
