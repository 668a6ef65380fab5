import { html, LitElement } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { MAX_CONTENT_LENGTH } from '#shared/limits.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { SentMessage } from '../../core/state.ts'
import { isComposing } from '../../parts/composing.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { Modal } from '../modal.ts'
import { controls } from '../styles/controls.styles.ts'
import { dialogStyles } from '../styles/dialog.styles.ts'

/**
 * Changes a message that was sent, or asks once more before it is deleted.
 *
 * @fires close - it is not on screen any more
 */
@element('chat-message-dialog')
export class ChatMessageDialog extends LitElement {
  static override styles = [reset, controls, dialogStyles]

  readonly #modal = new Modal(this)

  @query('textarea') private field: HTMLTextAreaElement | null | undefined
  @state() private problem = ''
  @state() private isBusy = false

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) message: SentMessage | undefined
  @property() what: 'edit' | 'delete' = 'edit'
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  readonly #handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { client, message } = this
    if (client === undefined || message === undefined || this.isBusy) return
    const content = this.field?.value.trim() ?? ''
    if (this.what === 'edit' && (content === '' || content === message.content)) return this.#modal.leave()
    this.isBusy = true
    this.problem = ''
    try {
      if (this.what === 'edit') await client.edit(message.messageId, content)
      else await client.remove(message.messageId)
      this.#modal.leave()
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
    } finally {
      this.isBusy = false
    }
  }

  /** As in the field where one writes: Enter is done, Shift+Enter a new line. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    this.renderRoot.querySelector('form')?.requestSubmit()
  }

  override render() {
    const { message } = this
    if (message === undefined) return undefined
    const strings = this.l10n.console
    const isEdit = this.what === 'edit'
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#handleSubmit}>
        <h2 id="title">${isEdit ? strings.editMessage : strings.deleteMessageAsk}</h2>
        ${isEdit ? this.#renderField(message.content) : html`<p class="explained">${strings.deleteMessageHint}</p>`}
        <p class="problem" role="alert">${this.problem}</p>
        <div class="answers">
          <button class="button" type="button" ?autofocus=${!isEdit} @click=${this.#modal.leave}>
            ${strings.cancel}
          </button>
          <button class="button ${isEdit ? 'primary' : 'danger'}" ?disabled=${this.isBusy}>
            ${isEdit ? strings.save : strings.deleteMessage}
          </button>
        </div>
      </form>
    </dialog>`
  }

  #renderField(content: string) {
    return html`<div class="field">
      <textarea
        aria-label=${this.l10n.console.editMessage}
        rows="4"
        dir="auto"
        maxlength=${MAX_CONTENT_LENGTH}
        .value=${content}
        autofocus
        @keydown=${this.#handleKey}
      ></textarea>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-message-dialog': ChatMessageDialog
  }
}
