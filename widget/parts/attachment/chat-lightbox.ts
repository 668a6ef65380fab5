import { html, LitElement, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { Attachment } from '#shared/message.ts'
import type { FileStrings } from '../../i18n/files.en.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { CLOSE } from '../icon/paths.ts'
import { fileAddress } from './file-address.ts'
import { DOWNLOAD, NEXT, PREVIOUS, ZOOM_IN, ZOOM_OUT } from './icon-paths.ts'
import { lightboxStyles } from './lightbox.styles.ts'

/**
 * Pictures large, over everything: arrows leaf, plus and minus come nearer and go back, and so does a press on the picture. Escape, a
 * press beside it or the button close it; the browser keeps the focus inside meanwhile, and gives it back to what opened it.
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

  /** Larger than the screen, to be moved about. */
  @state() private isNear = false

  @query('dialog') private dialog!: HTMLDialogElement
  @query('.stage') private stage!: HTMLElement
  @query('img') private picture!: HTMLImageElement

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('file')) return
    this.isNear = false
    if (this.hasUpdated) this.picture.style.inlineSize = ''
  }

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
        ${
          pictures.length > 1
            ? html`<span class="count" role="status" dir="ltr">${this.#place + 1} / ${pictures.length}</span>`
            : nothing
        }
        <button
          type="button"
          aria-label=${(this.isNear ? words?.zoomOut : words?.zoomIn) ?? nothing}
          aria-pressed=${this.isNear}
          @click=${() => this.#zoom(!this.isNear)}
        >
          ${icon(this.isNear ? ZOOM_OUT : ZOOM_IN)}
        </button>
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
      <div class="stage ${this.isNear ? 'near' : ''}" tabindex=${this.isNear ? 0 : nothing}>
        <img src=${fileAddress(file.url, this)} alt=${fileName} @click=${this.#handlePress} />
      </div>
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

  /** Among the others. */
  get #place(): number {
    return this.pictures.findIndex(({ fileId }) => fileId === this.file.fileId)
  }

  #beside(step: number): Attachment | undefined {
    return this.#place === -1 ? undefined : this.pictures[this.#place + step]
  }

  #leaf(step: number): void {
    this.file = this.#beside(step) ?? this.file
  }

  /** `at`: what of the picture comes into the middle, from 0 to 1 each way. */
  #zoom(isNear: boolean, at = { x: 0.5, y: 0.5 }): void {
    const { picture, stage } = this
    const { naturalWidth, clientWidth } = picture
    this.isNear = isNear
    picture.style.inlineSize = isNear ? `${Math.max(naturalWidth / devicePixelRatio, clientWidth * 2)}px` : ''
    void this.updateComplete.then(() => {
      // From the left in either direction of writing.
      const left = stage.scrollWidth * at.x - stage.clientWidth / 2
      const hidden = stage.scrollWidth - stage.clientWidth
      stage.scrollLeft = this.l10n.dir === 'rtl' ? left - hidden : left
      stage.scrollTop = stage.scrollHeight * at.y - stage.clientHeight / 2
    })
  }

  readonly #handlePress = ({ offsetX, offsetY }: MouseEvent): void => {
    const { clientWidth, clientHeight } = this.picture
    this.#zoom(!this.isNear, { x: offsetX / clientWidth, y: offsetY / clientHeight })
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    // Escape closes this, and not what lies beneath.
    event.stopPropagation()
    const { key } = event
    if (key === '+' || key === '=') this.#zoom(true)
    if (key === '-' || key === '0') this.#zoom(false)
    if (!key.startsWith('Arrow')) return
    if (this.isNear) return this.#move(event)
    const forward = this.l10n.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (key === 'ArrowLeft' || key === 'ArrowRight') this.#leaf(key === forward ? 1 : -1)
  }

  #move(event: KeyboardEvent): void {
    const { key } = event
    event.preventDefault()
    const step = (backward: string, forward: string) => (key === forward ? 1 : 0) - (key === backward ? 1 : 0)
    const { clientWidth, clientHeight } = this.stage
    this.stage.scrollBy({
      left: (step('ArrowLeft', 'ArrowRight') * clientWidth) / 4,
      top: (step('ArrowUp', 'ArrowDown') * clientHeight) / 4,
    })
  }

  readonly #handleClick = ({ target }: Event): void => {
    if (target === this.dialog || target === this.stage) this.dialog.close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-lightbox': ChatLightbox
  }
}
