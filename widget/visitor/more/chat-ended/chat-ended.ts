import { LitElement, html, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Chat } from '#shared/chat.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import { keepFocus } from '../../../controllers/keep-focus.ts'
import { formatTime } from '../../../i18n/format.ts'
import type { Localization } from '../../../i18n/localization.ts'
import { fill } from '../../../i18n/plural.ts'
import type { VisitorStrings } from '../../../i18n/visitor.en.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { WARNING } from '../../../parts/icon/paths.ts'
import { fire } from '../../../parts/part-events.ts'
import { reset } from '../../../styles/reset.styles.ts'
import { tell } from '../../widget-events.ts'
import { formStyles } from '../form.styles.ts'
import { RESUME } from '../icon-paths.ts'
import { chatEndedStyles } from './chat-ended.styles.ts'

const FACES = ['😞', '😕', '🙂', '😊', '🤩']

/**
 * The end of a chat: how it was, and the way back into it.
 *
 * @fires {PartEvent} chat-resume - The visitor wants to go on writing.
 */
@element('chat-ended')
export class ChatEnded extends LitElement {
  static override styles = [reset, formStyles, chatEndedStyles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) chat!: Chat
  /** Whether the site asks how it was. */
  @property({ attribute: false }) canRate = true
  @property({ attribute: false }) l10n!: Localization
  @property({ attribute: false }) words!: VisitorStrings

  @state() private score = 0
  @state() isSending = false
  @state() private hasFailed = false
  /** The server's answer may come before, or after, the chat that carries the rating. */
  @state() private isRated = false
  #comment = ''

  constructor() {
    super()
    keepFocus(this, () => this.renderRoot.querySelector<HTMLElement>('.second')?.focus())
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault()
    if (this.isSending || this.score === 0) return
    this.isSending = true
    const comment = this.#comment.trim()
    try {
      await this.client.call('PUT /v2/chats/:chatId/rating', {
        params: { chatId: this.chat.chatId },
        body: { score: this.score, ...(comment && { comment }) },
      })
      this.isRated = true
      this.hasFailed = false
      tell(this, 'chat-rating', { score: this.score, comment })
    } catch {
      this.hasFailed = true
    }
    this.isSending = false
  }

  override render() {
    const { words, chat } = this
    const isDone = this.isRated || chat.rating !== undefined
    return html`
      <p class="ended">
        <span>${fill(words.endedAt, { time: formatTime(this.l10n, chat.closedAt ?? chat.updatedAt) })}</span>
      </p>
      <p class=${isDone ? 'thanks' : 'sr'} role="status">${isDone ? words.thanks : nothing}</p>
      ${this.canRate && !isDone ? this.#form() : nothing}
      <button type="button" class="second" @click=${() => fire(this, 'chat-resume', {})}>
        ${icon(RESUME)} ${words.resume}
      </button>
    `
  }

  #form() {
    const { words } = this
    const names = [words.score1, words.score2, words.score3, words.score4, words.score5]
    return html`<form @submit=${this.#send}>
      <fieldset>
        <legend>
          <h3>${words.howWasIt}</h3>
          <span class="lead">${words.onlyTeam}</span>
        </legend>
        <div class="faces">${names.map((name, index) => this.#face(index + 1, name))}</div>
      </fieldset>
      ${
        this.score === 0
          ? nothing
          : html`<label>
              <span class="sr">${words.comment}</span>
              <input
                class="input"
                dir="auto"
                maxlength="1000"
                placeholder=${words.comment}
                @input=${(event: Event) => (this.#comment = (event.target as HTMLInputElement).value)}
              />
            </label>`
      }
      ${this.hasFailed ? html`<p class="error" role="alert">${icon(WARNING)} ${words.notDone}</p>` : nothing}
      <button class="main" aria-disabled=${this.score === 0 || this.isSending}>${words.sendRating}</button>
    </form>`
  }

  #face(score: number, name: string) {
    return html`<label title=${name}>
      <input
        class="sr"
        type="radio"
        name="score"
        value=${score}
        .checked=${this.score === score}
        @change=${() => (this.score = score)}
      />
      <span aria-hidden="true">${FACES[score - 1]}</span>
      <span class="sr">${name}</span>
    </label>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-ended': ChatEnded
  }
}
