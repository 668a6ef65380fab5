import { html, LitElement, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Attachment } from '#shared/message.ts'
import { StoreController } from '../../controllers/selector.ts'
import type { FileStrings } from '../../i18n/files.en.ts'
import { loadFileWords } from '../../i18n/load-files.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { progressStyles } from '../progress.styles.ts'
import { CLOSE } from '../icon/paths.ts'
import { attachmentStyles } from './attachment.styles.ts'
import './chat-lightbox.ts'
import { fileAddress } from './file-address.ts'
import { fileKind, splitName } from './file-kind.ts'
import { formatSize } from './format-size.ts'
import { DOCUMENT, DOWNLOAD, PICTURE } from './icon-paths.ts'
import { pictureSize } from './picture-size.ts'
import { isOutgoing, type UploadProgress } from './upload-progress.ts'
import { uploadState } from './upload-state.ts'

/**
 * A file of a message: a picture that opens large, a player, or a card to download it from. What does not load, because of its kind
 * or of the page's policy, is a card.
 *
 * @csspart image - A picture.
 * @csspart file - A card.
 */
@element('chat-attachment')
export class ChatAttachment extends LitElement {
  static override styles = [reset, progressStyles, attachmentStyles]

  @property({ attribute: false }) file!: Attachment
  @property({ attribute: false }) l10n!: Localization
  @state() private words: FileStrings | undefined
  @state() private hasFailed = false
  @state() private isLarge = false
  readonly #upload = new StoreController<UploadProgress, UploadProgress>(this, (progress) => progress)

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('file'))
      this.#upload.watch(isOutgoing(this.file) ? this.file.outgoing.progress : undefined)
    if (changed.has('l10n') && changed.get('l10n')?.locale !== this.l10n.locale) void this.#loadWords()
    if (changed.has('file') && changed.get('file')?.fileId !== this.file.fileId) this.hasFailed = false
  }

  override render() {
    const { file } = this
    const kind = this.hasFailed ? 'card' : fileKind(file)
    if (kind === 'picture') return this.#picture()
    if (kind === 'card' || file.url === '' || isOutgoing(file)) return this.#card()
    const src = fileAddress(file.url, this)
    const label = file.fileName
    return html`${
      kind === 'video'
        ? html`<video
            part="file"
            src=${src}
            aria-label=${label}
            controls
            playsinline
            preload="metadata"
            @error=${this.#handleError}
          ></video>`
        : html`<audio
            src=${src}
            aria-label=${label}
            controls
            preload="metadata"
            @loadedmetadata=${findLength}
            @error=${this.#handleError}
          ></audio>`
    }${kind === 'video' ? this.#card() : this.#caption()}`
  }

  /** Of a sound: a card would be larger than what it is about. */
  #caption() {
    const { file, words, l10n } = this
    return html`<a
      class="caption"
      href=${fileAddress(file.url, this)}
      download=${file.fileName}
      target="_blank"
      rel="noopener noreferrer"
      aria-label=${words ? fill(words.download, { name: file.fileName }) : file.fileName}
      ><bdi>${file.fileName}</bdi> · <bdi>${formatSize(l10n.locale, file.fileSize)}</bdi></a
    >`
  }

  /** Whether this shows a picture, which a lightbox may leaf to. */
  get isPicture(): boolean {
    return !this.hasFailed && fileKind(this.file) === 'picture'
  }

  #picture() {
    const { file, l10n, words } = this
    const { width, height } = pictureSize(file)
    return html`<button
        type="button"
        class="picture"
        part="image"
        aria-haspopup="dialog"
        @click=${() => (this.isLarge = true)}
      >
        <img
          src=${fileAddress(file.thumbnailUrl ?? file.url, this)}
          alt=${file.fileName}
          width=${width}
          height=${height}
          loading="lazy"
          decoding="async"
          @error=${this.#handleError}
        />
      </button>
      ${isOutgoing(file) ? html`<div class="over">${this.#underway()}${this.#cancel()}</div>` : nothing}
      ${
        this.isLarge
          ? html`<chat-lightbox
              .pictures=${this.#pictures()}
              .file=${file}
              .l10n=${l10n}
              .words=${words}
              @close=${() => (this.isLarge = false)}
            ></chat-lightbox>`
          : nothing
      }`
  }

  /** Those of the same list, as they stand in it. */
  #pictures(): readonly Attachment[] {
    const root = this.getRootNode()
    const all = root instanceof ShadowRoot ? root.querySelectorAll('chat-attachment') : [this]
    return [...all].filter(({ isPicture }) => isPicture).map(({ file }) => file)
  }

  #card() {
    const { file, l10n } = this
    const [stem, extension] = splitName(file.fileName)
    const type = extension.slice(1).toUpperCase()
    const size = formatSize(l10n.locale, file.fileSize)
    return html`<div class="card" part="file">
      <span class="sign">${icon(file.mimeType.startsWith('image/') ? PICTURE : DOCUMENT)}</span>
      <span class="about">
        <span class="name" dir="auto" title=${file.fileName}><span>${stem}</span>${extension}</span>
        ${
          this.#underway() ??
          html`<span class="size">${type ? html`<bdi>${type}</bdi> · ` : nothing}<bdi>${size}</bdi></span>`
        }
      </span>
      ${isOutgoing(file) ? this.#cancel() : this.#download()}
    </div>`
  }

  #download() {
    const { file, words } = this
    if (file.url === '') return nothing
    return html`<a
      class="download"
      href=${fileAddress(file.url, this)}
      download=${file.fileName}
      target="_blank"
      rel="noopener noreferrer"
      aria-label=${words ? fill(words.download, { name: file.fileName }) : file.fileName}
      >${icon(DOWNLOAD)}</a
    >`
  }

  #underway() {
    const { file, words, l10n } = this
    const progress = this.#upload.value
    if (words === undefined || progress?.state !== 'underway') return undefined
    return uploadState(progress, { size: file.fileSize, name: file.fileName, words, l10n })
  }

  #cancel() {
    const { file, words } = this
    return html`<button
      type="button"
      class="download"
      aria-label=${words ? fill(words.remove, { name: isolate(file.fileName) }) : nothing}
      @click=${() => isOutgoing(file) && file.outgoing.cancel()}
    >
      ${icon(CLOSE)}
    </button>`
  }

  readonly #handleError = (): void => {
    this.hasFailed = true
  }

  async #loadWords(): Promise<void> {
    // Without them a file's name stands for what is said of it.
    this.words = await loadFileWords(this.l10n.locale).catch(() => undefined)
  }
}

/** What Chromium records does not say how long it is, until somebody has been at its end. */
function findLength({ target }: Event): void {
  const sound = target as HTMLAudioElement
  if (sound.duration !== Infinity) return
  sound.currentTime = Number.MAX_SAFE_INTEGER
  sound.addEventListener('durationchange', () => (sound.currentTime = 0), { once: true })
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-attachment': ChatAttachment
  }
}
