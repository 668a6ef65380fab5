import { LitElement, html } from 'lit'
import { property } from 'lit/decorators.js'
import type { Chat } from '#shared/chat.ts'
import { formatTime } from '../../../i18n/format.ts'
import type { Localization } from '../../../i18n/localization.ts'
import { fill } from '../../../i18n/plural.ts'
import type { VisitorStrings } from '../../../i18n/visitor.en.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { fire } from '../../../parts/part-events.ts'
import { reset } from '../../../styles/reset.styles.ts'
import { formStyles } from '../form.styles.ts'
import { RESUME } from '../icon-paths.ts'
import { chatEndedStyles } from './chat-ended.styles.ts'

/**
 * The end of a chat, and the way back into it.
 *
 * @fires {PartEvent} chat-resume - The visitor wants to go on writing.
 */
@element('chat-ended')
export class ChatEnded extends LitElement {
  static override styles = [reset, formStyles, chatEndedStyles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property({ attribute: false }) chat!: Chat
  @property({ attribute: false }) l10n!: Localization
  @property({ attribute: false }) words!: VisitorStrings

  override render() {
    const { words, chat } = this
    return html`
      <p class="ended">
        <span>${fill(words.endedAt, { time: formatTime(this.l10n, chat.closedAt ?? chat.updatedAt) })}</span>
      </p>
      <button type="button" class="second" @click=${() => fire(this, 'chat-resume', {})}>
        ${icon(RESUME)} ${words.resume}
      </button>
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-ended': ChatEnded
  }
}
