import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { FileStrings } from '../../i18n/files.en.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { formatSize } from '../attachment/format-size.ts'
import { CLOUD_UP } from '../attachment/icon-paths.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { dropZoneStyles } from './drop-zone.styles.ts'

/** Lies over a chat while somebody holds files above it. Whoever cannot drag has a button for the same. */
@element('chat-drop-zone')
export class ChatDropZone extends LitElement {
  static override styles = [reset, dropZoneStyles]

  /** Of one file; absent where that is not known. */
  @property({ attribute: false }) maxBytes: number | undefined
  /** Whether it would become part of a note. */
  @property({ type: Boolean, reflect: true }) note = false
  @property({ attribute: false }) l10n!: Localization
  @property({ attribute: false }) words!: FileStrings

  override render() {
    const { maxBytes, words, l10n } = this
    return html`<span class="sign">${icon(CLOUD_UP)}</span><b>${words.drop}</b> ${
        maxBytes === undefined
          ? nothing
          : html`<p>${fill(words.dropLimit, { size: formatSize(l10n.locale, maxBytes) })}</p>`
      }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-drop-zone': ChatDropZone
  }
}
