import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Readable } from '../core/store.ts'

/** Watches one part of a store for an element, which updates only when that part changes. */
export class StoreController<State, Part> implements ReactiveController {
  value: Part | undefined
  readonly #host: ReactiveControllerHost
  readonly #select: (state: State) => Part
  #store: Readable<State> | undefined
  #stop: (() => void) | undefined
  #isConnected = false

  constructor(host: ReactiveControllerHost, select: (state: State) => Part) {
    this.#host = host
    this.#select = select
    host.addController(this)
  }

  /** From here on this store; the same one again changes nothing. */
  watch(store: Readable<State> | undefined): void {
    if (store === this.#store) return
    this.#store = store
    if (this.#isConnected) this.#subscribe()
    else this.#read()
  }

  hostConnected(): void {
    this.#isConnected = true
    this.#subscribe()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    this.#stop?.()
    this.#stop = undefined
  }

  #subscribe(): void {
    this.#stop?.()
    this.#stop = this.#store?.subscribe(() => this.#read())
    this.#read()
  }

  #read(): void {
    const next = this.#store && this.#select(this.#store.get())
    if (Object.is(next, this.value)) return
    this.value = next
    this.#host.requestUpdate()
  }
}
