import { html, LitElement, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { property } from 'lit/decorators.js'
import type { Attachment } from '#shared/message.ts'
import type { FileStrings } from '../../i18n/files.en.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { splitName } from '../attachment/file-kind.ts'
import { DOCUMENT, PICTURE, RETRY } from '../attachment/icon-paths.ts'
import type { UploadProgress } from '../attachment/upload-progress.ts'
import { uploadState } from '../attachment/upload-state.ts'
import { mayRetry } from '../attachment/why-failed.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { CLOSE, WARNING } from '../icon/paths.ts'
import { fire } from '../part-events.ts'
import { progressStyles } from '../progress.styles.ts'
import { fileTrayStyles } from './file-tray.styles.ts'
import './sound-button.ts'

/** A file that lies in the tray. */
export interface TrayFile {
  readonly id: string
  readonly file: File
  readonly progress: UploadProgress
  readonly preview?: { readonly url: string }
  /** As the server has it, which may be all that is left of it. */
  readonly attachment?: Attachment
}

/**
 * What will go with the next message: each file with how far it has come, to be taken out or tried again.
 *
 * @fires {PartEvent} chat-file-remove - It shall not be sent.
 * @fires {PartEvent} chat-file-retry - It failed and shall be tried again.
 */
@element('chat-file-tray')
export class ChatFileTray extends LitElement {
  static override styles = [reset, progressStyles, fileTrayStyles]

  @property({ attribute: false }) files: readonly TrayFile[] = []
  /** What could not be added, in sentences. */
  @property({ attribute: false }) notices: readonly string[] = []
  @property({ attribute: false }) l10n!: Localization
  @property({ attribute: false }) words!: FileStrings

  /** Where the one stood that was taken out just now. */
  #removed: number | undefined

  override render() {
    const { files, notices, words } = this
    return html`${notices.map((text) => html`<p class="notice">${icon(WARNING)}<span dir="auto">${text}</span></p>`)}
    ${
      files.length === 0
        ? nothing
        : html`<ul aria-label=${words.toSend} tabindex="-1">
            ${files.map((file) => this.#row(file))}
          </ul>`
    }`
  }

  #row({ id, file, progress, preview, attachment }: TrayFile) {
    const { words, l10n } = this
    const [stem, extension] = splitName(file.name)
    const isFailed = progress.state === 'failed'
    const isWaiting = progress.state === 'underway' && progress.isWaiting
    return html`<li class="${progress.state} ${isWaiting ? 'waiting' : ''}">
      ${this.#sign(file, { isFailed, url: preview?.url })}
      <div class="about">
        <p class="name" dir="auto" title=${file.name}><span>${stem}</span>${extension}</p>
        ${uploadState(progress, { size: attachment?.fileSize ?? file.size, name: file.name, words, l10n })}
      </div>
      ${
        isFailed && mayRetry(progress)
          ? html`<button
              type="button"
              aria-label=${fill(words.retry, { name: isolate(file.name) })}
              @click=${() => fire(this, 'chat-file-retry', { id })}
            >
              ${icon(RETRY)}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="remove"
        aria-label=${fill(words.remove, { name: isolate(file.name) })}
        @click=${() => this.#remove(id)}
      >
        ${icon(CLOSE)}
      </button>
    </li>`
  }

  #sign(file: File, { isFailed, url }: { isFailed: boolean; url: string | undefined }) {
    if (isFailed) return html`<span class="sign">${icon(WARNING)}</span>`
    if (file.type.startsWith('audio/') && file.size > 0)
      return html`<chat-sound-button .file=${file} .words=${this.words}></chat-sound-button>`
    if (url !== undefined) return html`<img class="sign" src=${url} alt="" />`
    return html`<span class="sign">${icon(file.type.startsWith('image/') ? PICTURE : DOCUMENT)}</span>`
  }

  /** The focus goes to the next one, once it is gone. */
  #remove(id: string): void {
    this.#removed = this.files.findIndex((file) => file.id === id)
    fire(this, 'chat-file-remove', { id })
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.#removed === undefined || !changed.has('files')) return
    const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.remove')
    buttons[Math.min(this.#removed, buttons.length - 1)]?.focus()
    this.#removed = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-file-tray': ChatFileTray
  }
}
