import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Commercial } from '#shared/person.ts'
import type { ThreadMessage } from '../../core/state.ts'
import { formatMoment, formatTime } from '../../i18n/format.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { attachment } from '../../parts/attachment/attachment.ts'
import { icon } from '../../parts/icon/icon.ts'
import { messageTextStyles } from '../../parts/message-text/message-text.styles.ts'
import { messageText } from '../../parts/message-text/message-text.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { LOCK } from '../icon-paths.ts'
import { noteInPieces } from '../mentions/named-in.ts'
import { internalNoteStyles } from './internal-note.styles.ts'

/**
 * What the team says among itself in a chat. Another species than a message: paper, not a bubble, across the whole width, so that
 * nobody takes one for the other.
 *
 * @csspart note - The paper.
 */
@element('chat-internal-note')
export class ChatInternalNote extends LitElement {
  static override styles = [reset, messageTextStyles, internalNoteStyles]

  @property({ attribute: false }) message: ThreadMessage | undefined
  @property({ attribute: false }) team: readonly Commercial[] = []
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override render() {
    const { message, l10n } = this
    if (message === undefined) return nothing
    const strings = l10n.console
    const isDeleted = message.delivery === 'sent' && message.deletedAt !== undefined
    return html`<div part="note" class="note ${message.delivery}" role="note">
      <p class="head">
        ${icon(LOCK)}
        <span
          >${fill(strings.noteBy, { name: isolate(message.senderName) })}
          <span class="audience">· ${strings.onlyTeamSees}</span></span
        >
        <span class="state">${this.#renderState(message)}</span>
      </p>
      <span class="text" dir="auto"
        >${isDeleted ? html`<em>${strings.deletedMessage}</em>` : this.#renderText(message)}</span
      >
      ${message.attachment && !isDeleted ? attachment(message.attachment, l10n) : nothing}
    </div>`
  }

  /** Names in it stand out. Where a note has lists, pieces of it would be no lists any more: it stays whole. */
  #renderText({ content, mentions = [] }: ThreadMessage) {
    const people = this.team.filter(({ commercialId }) => mentions.includes(commercialId))
    if (people.length === 0 || /^\s*(?:[-*•]|\d+[.)])\s/m.test(content)) return messageText(content, this)
    return noteInPieces(content, people).map(({ text, person }) =>
      person === null ? messageText(text, this) : html`<mark>${text}</mark>`,
    )
  }

  #renderState(message: ThreadMessage) {
    const strings = this.l10n.console
    if (message.delivery !== 'sent')
      return message.delivery === 'sending' ? strings.savingNote : strings.noteNotSaved
    const isEdited = message.editedAt !== undefined && message.deletedAt === undefined
    return html`${isEdited ? `${strings.edited} · ` : nothing}<time
        datetime=${message.sentAt}
        title=${formatMoment(this.l10n, message.sentAt)}
        >${formatTime(this.l10n, message.sentAt)}</time
      >`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-internal-note': ChatInternalNote
  }
}
