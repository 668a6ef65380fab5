import { html, LitElement } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { MAX_TAG_LENGTH } from '#shared/limits.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { Modal } from '../modal.ts'
import { controls } from '../styles/controls.styles.ts'
import { dialogStyles } from '../styles/dialog.styles.ts'

/** A tag was chosen, for all that are picked. */
export class ChatTagChosenEvent extends Event {
  static readonly type = 'chat-tag-chosen'
  readonly tag: string

  constructor(tag: string) {
    super(ChatTagChosenEvent.type, { bubbles: true })
    this.tag = tag
  }
}

/**
 * Asks for a tag: one of those in use, or a new one.
 *
 * @fires {ChatTagChosenEvent} chat-tag-chosen
 * @fires close - it is not on screen any more
 */
@element('chat-tag-dialog')
export class ChatTagDialog extends LitElement {
  static override styles = [reset, controls, dialogStyles]

  readonly #modal = new Modal(this)

  @query('input') private field: HTMLInputElement | undefined
  @state() private tags: readonly string[] = []

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override firstUpdated(): void {
    void this.#read()
  }

  async #read(): Promise<void> {
    try {
      const answer = await this.client?.call('GET /v2/tags')
      this.tags = answer?.tags.map(({ tag }) => tag) ?? []
    } catch {
      // Without them one can still write a tag out.
    }
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    // As the server spells it: one tag is not two for a capital or a space.
    const tag = this.field?.value.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase() ?? ''
    if (tag === '') return
    this.dispatchEvent(new ChatTagChosenEvent(tag))
    this.#modal.leave()
  }

  override render() {
    const strings = this.l10n.console
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#handleSubmit}>
        <h2 id="title">${strings.addTag}</h2>
        <div class="field">
          <label for="tag">${strings.tag}</label>
          <input id="tag" list="tags" required maxlength=${MAX_TAG_LENGTH} autocomplete="off" autofocus />
          <datalist id="tags">${this.tags.map((tag) => html`<option value=${tag}></option>`)}</datalist>
        </div>
        <div class="answers">
          <button class="button" type="button" @click=${this.#modal.leave}>${strings.cancel}</button>
          <button class="button primary">${strings.addTag}</button>
        </div>
      </form>
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-tag-dialog': ChatTagDialog
  }
  interface HTMLElementEventMap {
    'chat-tag-chosen': ChatTagChosenEvent
  }
}
