import { html, LitElement, nothing } from 'lit'
import { property, query } from 'lit/decorators.js'
import type { Attachment } from '#shared/message.ts'
import type { FileStrings } from '../../i18n/files.en.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { CLOSE } from '../icon/paths.ts'
import { fileAddress } from './file-address.ts'
import { DOWNLOAD, NEXT, PREVIOUS } from './icon-paths.ts'
import { lightboxStyles } from './lightbox.styles.ts'

/**
 * Pictures large, over everything. Escape, a press beside the picture or the button close it; the browser gives the focus back to
 * what opened it.
 *
 * @fires close - It has been closed, and is to be taken away.
 */
@element('chat-lightbox')
export class ChatLightbox extends LitElement {
  static override styles = [reset, lightboxStyles]

  @property({ attribute: false }) pictures: readonly Attachment[] = []
  /** The one that is shown. */
  @property({ attribute: false }) file!: Attachment
  @property({ attribute: false }) l10n!: Localization
  @property({ attribute: false }) words: FileStrings | undefined

  @query('dialog') private dialog!: HTMLDialogElement

  override firstUpdated(): void {
    this.dialog.showModal()
  }

  override render() {
    const { file, words, l10n, pictures } = this
    const { fileName } = file
    return html`<dialog
      dir=${l10n.dir}
      aria-label=${fileName}
      @keydown=${this.#handleKey}
      @click=${this.#handleClick}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <header>
        <span class="name" dir="auto">${fileName}</span>
        <a
          href=${fileAddress(file.url, this)}
          download=${fileName}
          target="_blank"
          rel="noopener noreferrer"
          aria-label=${words ? fill(words.download, { name: fileName }) : fileName}
          >${icon(DOWNLOAD)}</a
        >
        <button type="button" aria-label=${words?.close ?? nothing} @click=${() => this.dialog.close()}>
          ${icon(CLOSE)}
        </button>
      </header>
      <img src=${fileAddress(file.url, this)} alt=${fileName} />
      ${
        pictures.length > 1
          ? html`<button
                type="button"
                class="leaf previous"
                aria-label=${words?.previous ?? nothing}
                ?disabled=${this.#beside(-1) === undefined}
                @click=${() => this.#leaf(-1)}
              >
                ${icon(PREVIOUS)}
              </button>
              <button
                type="button"
                class="leaf next"
                aria-label=${words?.next ?? nothing}
                ?disabled=${this.#beside(1) === undefined}
                @click=${() => this.#leaf(1)}
              >
                ${icon(NEXT)}
              </button>`
          : nothing
      }
    </dialog>`
  }

  #beside(step: number): Attachment | undefined {
    const at = this.pictures.findIndex(({ fileId }) => fileId === this.file.fileId)
    return at === -1 ? undefined : this.pictures[at + step]
  }

  #leaf(step: number): void {
    this.file = this.#beside(step) ?? this.file
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    // Escape closes this, and not what lies beneath.
    event.stopPropagation()
    const forward = this.l10n.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.#leaf(event.key === forward ? 1 : -1)
  }

  readonly #handleClick = ({ target }: Event): void => {
    if (target === this.dialog) this.dialog.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-lightbox': ChatLightbox
  }
}
