import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { Selection } from '../bulk/selection.ts'

/** As long as telephones take a press for a long one. */
const LONG_PRESS_MS = 500
/** A finger that rests still moves a little; one that goes further scrolls. */
const REST_PX = 10

/** What closes by the back gesture of a telephone. Not every browser has one. */
interface BackWatcher extends EventTarget {
  destroy(): void
}
type BackWatcherClass = new () => BackWatcher

/** A browser may make a click of the end of a long press, somewhat later. */
const LATE_CLICK_MS = 350

/**
 * Picking without a mouse: a long press on a row begins it, taps then pick more rows or leave them out, and the back gesture ends it as
 * Escape does.
 */
export class TouchPicking implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #selection: Selection
  #timer: ReturnType<typeof setTimeout> | undefined
  #from = { x: 0, y: 0 }
  #isTouch = false
  /** The press that has just picked is no tap when it ends. */
  #hasPicked = false
  #isBeginning = false
  #watcher: BackWatcher | undefined

  constructor(host: ReactiveControllerHost, selection: Selection) {
    this.#host = host
    this.#selection = selection
    host.addController(this)
  }

  /** The finger that began it is still down: nothing may come under it, which its release would press. */
  get isBeginning(): boolean {
    return this.#isBeginning
  }

  hostDisconnected(): void {
    this.#rest()
    this.#isBeginning = false
    this.#watcher?.destroy()
    this.#watcher = undefined
  }

  hostUpdated(): void {
    const isPicking = this.#selection.size > 0
    if (isPicking && this.#isTouch) this.#watcher ??= this.#watchBack()
    if (isPicking || this.#watcher === undefined) return
    this.#watcher.destroy()
    this.#watcher = undefined
  }

  handleDown({ pointerType, isPrimary, clientX: x, clientY: y }: PointerEvent, chatId: ChatId): void {
    this.#rest()
    this.#isTouch = pointerType !== 'mouse'
    this.#hasPicked = false
    if (!this.#isTouch || !isPrimary) return
    this.#from = { x, y }
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, this.#rest, true)
    addEventListener('pointermove', this.#handleMove, true)
    this.#timer = setTimeout(() => this.#pick(chatId), LONG_PRESS_MS)
  }

  /** Whether a tap is about picking: it picks, or leaves out, and opens nothing. */
  takesTap({ detail }: MouseEvent, chatId: ChatId): boolean {
    const isOver = this.#hasPicked
    this.#hasPicked = false
    // A key presses zero times.
    if (detail === 0 || !this.#isTouch) return false
    if (isOver) return true
    if (this.#selection.size === 0) return false
    this.#selection.toggle(chatId)
    return true
  }

  /** A long press brings the browser's menu on some telephones, of which nothing is about a chat. */
  readonly handleMenu = (event: Event): void => {
    if (this.#isTouch) event.preventDefault()
  }

  #pick(chatId: ChatId): void {
    this.#rest()
    this.#hasPicked = true
    if (this.#selection.size === 0) this.#begin()
    this.#selection.toggle(chatId)
    // Felt under the finger, where the device can.
    navigator.vibrate?.(10)
  }

  #begin(): void {
    this.#isBeginning = true
    const end = () => {
      for (const name of ['pointerup', 'pointercancel']) removeEventListener(name, end, true)
      this.#isBeginning = false
      this.#host.requestUpdate()
      swallowClick()
    }
    for (const name of ['pointerup', 'pointercancel']) addEventListener(name, end, true)
  }

  readonly #handleMove = ({ clientX, clientY }: PointerEvent): void => {
    if (Math.hypot(clientX - this.#from.x, clientY - this.#from.y) > REST_PX) this.#rest()
  }

  readonly #rest = (): void => {
    clearTimeout(this.#timer)
    for (const end of ['pointerup', 'pointercancel']) removeEventListener(end, this.#rest, true)
    removeEventListener('pointermove', this.#handleMove, true)
  }

  #watchBack(): BackWatcher | undefined {
    const { CloseWatcher } = globalThis as { CloseWatcher?: BackWatcherClass }
    const watcher = CloseWatcher && new CloseWatcher()
    watcher?.addEventListener('close', () => this.#selection.clear())
    return watcher
  }
}

/** It would press what has come under the finger meanwhile. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, true), LATE_CLICK_MS)
}
