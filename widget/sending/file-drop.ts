import type { ReactiveController } from 'lit'
import type { FileStrings } from '../i18n/files.en.ts'
import '../parts/drop-zone/drop-zone.ts'
import type { FileHost } from './file-sending.ts'
import { carriesFiles, pastedFiles, takeFiles, type Taken } from './take-files.ts'

interface Dropping {
  readonly isOffered: () => boolean
  readonly isNote: () => boolean
  readonly maxBytes: () => number | undefined
  readonly words: () => FileStrings | undefined
  readonly onTaken: (taken: Taken) => void
}

/** Takes what is dropped on its host, or pasted into it; while something is held above it, a sign says so. */
export class FileDropController implements ReactiveController {
  readonly #host: FileHost
  readonly #dropping: Dropping
  /** Entered and not left: each element below counts. */
  #depth = 0
  #zone: HTMLElement | undefined

  constructor(host: FileHost, dropping: Dropping) {
    this.#host = host
    this.#dropping = dropping
  }

  hostConnected(): void {
    for (const [name, listener] of this.#listeners) this.#host.addEventListener(name, listener)
  }

  hostDisconnected(): void {
    for (const [name, listener] of this.#listeners) this.#host.removeEventListener(name, listener)
    this.#show(false)
  }

  readonly #handleEnter = (event: DragEvent): void => {
    if (!this.#isWelcome(event)) return
    event.preventDefault()
    this.#depth += 1
    this.#show(true)
  }

  readonly #handleOver = (event: DragEvent): void => {
    if (!this.#isWelcome(event) || event.dataTransfer === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
  }

  readonly #handleLeave = (): void => {
    this.#depth -= 1
    if (this.#depth <= 0) this.#show(false)
  }

  readonly #handleDrop = (event: DragEvent): void => {
    this.#show(false)
    if (!this.#isWelcome(event) || event.dataTransfer === null) return
    event.preventDefault()
    this.#dropping.onTaken(takeFiles(event.dataTransfer))
  }

  readonly #handlePaste = (event: ClipboardEvent): void => {
    const files = pastedFiles(event)
    if (files.length === 0 || !this.#dropping.isOffered()) return
    event.preventDefault()
    this.#dropping.onTaken({ files, folders: 0 })
  }

  readonly #listeners = [
    ['dragenter', this.#handleEnter],
    ['dragover', this.#handleOver],
    ['dragleave', this.#handleLeave],
    ['drop', this.#handleDrop],
    ['paste', this.#handlePaste],
  ] as [string, EventListener][]

  #isWelcome(event: DragEvent): boolean {
    return carriesFiles(event) && this.#dropping.isOffered()
  }

  #show(isShown: boolean): void {
    if (!isShown) {
      this.#depth = 0
      this.#zone?.remove()
      this.#zone = undefined
      return
    }
    if (this.#zone) return
    const { isNote, maxBytes, words } = this.#dropping
    this.#zone = Object.assign(document.createElement('chat-drop-zone'), {
      note: isNote(),
      maxBytes: maxBytes(),
      words: words(),
      l10n: this.#host.l10n,
    })
    this.#host.renderRoot.append(this.#zone)
  }
}
