/** How much of somebody's attention this page has, from most to least. */
export type Attention = 'focused' | 'visible' | 'hidden'

/** Whoever has touched nothing for this long has gone, whatever window has the focus. */
export const IDLE_MS = 2 * 60_000
/** A wheel is turned over a window that has no focus: somebody reads it. */
export const GLANCE_MS = 10_000

const DELIBERATE = ['pointerdown', 'keydown', 'touchstart'] as const

/** Knows whether somebody is at this page: a window that merely shows is read by nobody. */
export class AttentionWatch {
  readonly #now: () => number
  readonly #onSign: () => void
  /** Milliseconds: anything was touched. */
  #activeAt = 0
  /** Milliseconds: somebody read on while another window had the focus. */
  #glancedAt = 0

  /** `onSign`: somebody has just given one; there may be more attention than before. */
  constructor(onSign: () => void = () => {}, now: () => number = Date.now) {
    this.#onSign = onSign
    this.#now = now
  }

  start(): void {
    // Whoever opens a page is there.
    if (document.hasFocus()) this.#activeAt = this.#now()
    for (const sign of DELIBERATE) addEventListener(sign, this.#noteSign, { capture: true, passive: true })
    addEventListener('wheel', this.#noteWheel, { capture: true, passive: true })
    addEventListener('pointermove', this.#noteMove, { capture: true, passive: true })
    addEventListener('focus', this.#noteSign)
  }

  stop(): void {
    for (const sign of DELIBERATE) removeEventListener(sign, this.#noteSign, true)
    removeEventListener('wheel', this.#noteWheel, true)
    removeEventListener('pointermove', this.#noteMove, true)
    removeEventListener('focus', this.#noteSign)
  }

  get level(): Attention {
    if (document.visibilityState === 'hidden') return 'hidden'
    const isThere = document.hasFocus()
      ? this.#now() - this.#activeAt < IDLE_MS
      : this.#now() - this.#glancedAt < GLANCE_MS
    return isThere ? 'focused' : 'visible'
  }

  readonly #noteSign = (): void => {
    this.#activeAt = this.#now()
    this.#onSign()
  }

  readonly #noteWheel = (): void => {
    if (!document.hasFocus()) this.#glancedAt = this.#now()
    this.#noteSign()
  }

  /** A pointer also crosses windows on its way to others. */
  readonly #noteMove = (): void => {
    if (document.hasFocus()) this.#noteSign()
  }
}
