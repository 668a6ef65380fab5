import { html, LitElement } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { ChatId } from '#shared/ids.ts'
import { MAX_CONTENT_LENGTH } from '#shared/limits.ts'
import type { Visitor } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { Modal } from '../modal.ts'
import { controls } from '../styles/controls.styles.ts'
import { dialogStyles } from '../styles/dialog.styles.ts'
import { visitorName } from '../visitor-name.ts'

/** A chat has been begun. */
export class ChatBegunEvent extends Event {
  static readonly type = 'chat-begun'
  readonly chatId: ChatId

  constructor(chatId: ChatId) {
    super(ChatBegunEvent.type, { bubbles: true })
    this.chatId = chatId
  }
}

/**
 * The first word to somebody who is only looking.
 *
 * @fires {ChatBegunEvent} chat-begun
 * @fires close - it is not on screen any more
 */
@element('chat-start-dialog')
export class ChatStartDialog extends LitElement {
  static override styles = [reset, controls, dialogStyles]

  readonly #modal = new Modal(this)

  @query('textarea') private field: HTMLTextAreaElement | undefined
  @state() private problem = ''
  @state() private isBusy = false
  /** The same word sent twice is one message. */
  #key = `${Date.now()}-${Math.random().toString(36).slice(2)}`

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) visitor: Visitor | undefined
  /** They have only looked so far: the word makes a visitor of them. */
  @property({ type: Boolean, attribute: 'is-onlooker' }) isOnlooker = false
  /** Meanwhile; nothing would reach them. */
  @property({ type: Boolean, attribute: 'has-left' }) hasLeft = false
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  readonly #handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { client, visitor, field } = this
    const content = field?.value.trim() ?? ''
    if (client === undefined || visitor === undefined || content === '' || this.isBusy) return
    this.isBusy = true
    this.problem = ''
    try {
      const message = { content, clientMessageId: this.#key }
      const { chatId } = await client.call('POST /v2/chats', {
        body: { visitorId: visitor.visitorId, message },
      })
      this.#modal.leave()
      this.dispatchEvent(new ChatBegunEvent(chatId))
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
    } finally {
      this.isBusy = false
    }
  }

  override render() {
    const { visitor, l10n } = this
    if (visitor === undefined) return undefined
    const strings = l10n.console
    const name = isolate(visitorName(visitor, strings.visitor))
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#handleSubmit}>
        <h2 id="title">${fill(strings.writeTo, { name })}</h2>
        <p class="explained">${this.isOnlooker ? strings.writeToOnlooker : strings.writeToHint}</p>
        <div class="field">
          <label for="text">${strings.firstMessage}</label>
          <textarea
            id="text"
            required
            rows="3"
            dir="auto"
            maxlength=${MAX_CONTENT_LENGTH}
            autofocus
          ></textarea>
        </div>
        <p class="problem" role="alert">${this.hasLeft ? strings.hasLeft : this.problem}</p>
        <div class="answers">
          <button class="button" type="button" @click=${this.#modal.leave}>${strings.cancel}</button>
          <button class="button primary" ?disabled=${this.isBusy || this.hasLeft}>${strings.send}</button>
        </div>
      </form>
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-start-dialog': ChatStartDialog
  }
  interface HTMLElementEventMap {
    'chat-begun': ChatBegunEvent
  }
}
