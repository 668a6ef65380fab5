import { html, LitElement } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { Chat } from '#shared/chat.ts'
import type { Commercial } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { assignGroups } from '../chat-header/assign-groups.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { Modal } from '../modal.ts'
import { controls } from '../styles/controls.styles.ts'
import { dialogStyles } from '../styles/dialog.styles.ts'
import { visitorName } from '../visitor-name.ts'

/** As long as the server takes one. */
const MAX_REASON = 500

/**
 * Gives a chat to a colleague with a word on why, which the team reads in the chat.
 *
 * @fires close - it is not on screen any more
 */
@element('chat-hand-over')
export class ChatHandOver extends LitElement {
  static override styles = [reset, controls, dialogStyles]

  readonly #modal = new Modal(this)

  @query('#to') private person: HTMLSelectElement | undefined
  @query('#reason') private reason: HTMLInputElement | undefined
  @state() private problem = ''
  @state() private isBusy = false

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) chat: Chat | undefined
  @property({ attribute: false }) team: readonly Commercial[] = []
  @property({ attribute: 'viewer-id' }) viewerId = ''
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  readonly #handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { client, chat, person, reason } = this
    if (client === undefined || chat === undefined || !person?.value || this.isBusy) return
    this.isBusy = true
    this.problem = ''
    try {
      await client.commercial.assign(chat.chatId, person.value, { reason: reason?.value.trim() ?? '' })
      this.#modal.leave()
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
    } finally {
      this.isBusy = false
    }
  }

  override render() {
    const { chat, team, viewerId, l10n } = this
    const strings = l10n.console
    if (chat === undefined) return undefined
    const [people] = assignGroups({ chat, team, viewerId, l10n })
    const others = people?.items.filter(({ id, isChecked }) => id !== viewerId && isChecked !== true) ?? []
    const name = isolate(visitorName(chat.visitor, strings.visitor))
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#handleSubmit}>
        <h2 id="title">${fill(strings.handOverOf, { name })}</h2>
        <div class="field">
          <label for="to">${strings.handOverTo}</label>
          <select id="to" required autofocus>
            ${others.map(({ id, label, note }) => html`<option value=${id}>${label} · ${note}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="reason">${strings.handOverReason}</label>
          <input
            id="reason"
            maxlength=${MAX_REASON}
            autocomplete="off"
            placeholder=${strings.handOverReasonHint}
          />
        </div>
        <p class="problem" role="alert">${others.length === 0 ? strings.nobodyElse : this.problem}</p>
        <div class="answers">
          <button class="button" type="button" @click=${this.#modal.leave}>${strings.cancel}</button>
          <button class="button primary" ?disabled=${this.isBusy || others.length === 0}>
            ${strings.handOver}
          </button>
        </div>
      </form>
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-hand-over': ChatHandOver
  }
}
