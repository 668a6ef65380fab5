import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { AttentionWatch } from '../attention.ts'

/** Marks as read what somebody has seen; what came on screen while nobody was at the page waits until somebody is. */
export class AttendedReading implements ReactiveController {
  readonly #attention = new AttentionWatch(() => this.#readOn())
  #waiting: (() => void) | null = null

  constructor(host: ReactiveControllerHost) {
    host.addController(this)
  }

  hostConnected(): void {
    this.#attention.start()
  }

  hostDisconnected(): void {
    this.#attention.stop()
    this.leave()
  }

  seen(mark: () => void): void {
    this.#waiting = mark
    if (this.#attention.level === 'focused') this.#readOn()
  }

  /** Something else is on screen. */
  leave(): void {
    this.#waiting = null
  }

  #readOn(): void {
    const mark = this.#waiting
    this.#waiting = null
    mark?.()
  }
}
