import type { ReactiveController } from 'lit'
import { carriesFiles } from '../sending/take-files.ts'

/** A file that is let go beside the chat would be opened by the browser in the console's place. */
export class StrayDrops implements ReactiveController {
  readonly #host: HTMLElement

  constructor(host: HTMLElement) {
    this.#host = host
  }

  hostConnected(): void {
    for (const name of ['dragover', 'drop'] as const) this.#host.addEventListener(name, refuse)
  }

  hostDisconnected(): void {
    for (const name of ['dragover', 'drop'] as const) this.#host.removeEventListener(name, refuse)
  }
}

function refuse(event: DragEvent): void {
  if (event.defaultPrevented || !carriesFiles(event)) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
}
