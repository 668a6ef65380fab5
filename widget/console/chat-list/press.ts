import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Chat } from '#shared/chat.ts'

/**
 * Keeps the list still from the press of a pointer to its release: a chat that arrives in between must not put itself, or a
 * neighbour, under the finger.
 */
export class PressController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #live: () => readonly Chat[]
  #held: readonly Chat[] | null = null

  constructor(host: ReactiveControllerHost, live: () => readonly Chat[]) {
    this.#host = host
    this.#live = live
    host.addController(this)
  }

  /** What to show: the list as it is, or as it was when the press began. */
  get chats(): readonly Chat[] {
    return this.#held ?? this.#live()
  }

  hostDisconnected(): void {
    this.#release()
  }

  readonly handleDown = (event: PointerEvent): void => {
    // A press that opens a menu of the browser may end without a word.
    if (event.button !== 0) return
    this.#held = this.#live()
    addEventListener('pointerup', this.#handleUp, true)
    addEventListener('pointercancel', this.#handleUp, true)
  }

  readonly #handleUp = (): void => {
    removeEventListener('pointerup', this.#handleUp, true)
    removeEventListener('pointercancel', this.#handleUp, true)
    // The click comes after this event; only then may the rows move again.
    setTimeout(() => this.#release())
  }

  #release(): void {
    if (this.#held === null) return
    this.#held = null
    this.#host.requestUpdate()
  }
}
