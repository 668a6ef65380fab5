import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
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

/**
 * Changes what is known of a visitor, or asks once more before they are erased.
 *
 * @fires close - it is not on screen any more
 */
@element('chat-visitor-dialog')
export class ChatVisitorDialog extends LitElement {
  static override styles = [reset, controls, dialogStyles]

  readonly #modal = new Modal(this)

  @state() private problem = ''
  @state() private isBusy = false

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) visitor: Visitor | undefined
  @property() mode: 'edit' | 'erase' = 'edit'
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  #valueOf(name: 'name' | 'email' | 'phone'): string | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)?.value.trim() || null
  }

  readonly #handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { client, visitor } = this
    if (client === undefined || visitor === undefined || this.isBusy) return
    this.isBusy = true
    this.problem = ''
    try {
      const params = { visitorId: visitor.visitorId }
      if (this.mode === 'erase') await client.call('DELETE /v2/visitors/:visitorId', { params })
      else await client.call('PATCH /v2/visitors/:visitorId', { params, body: this.#changes() })
      this.#modal.leave()
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
    } finally {
      this.isBusy = false
    }
  }

  #changes() {
    return { name: this.#valueOf('name'), email: this.#valueOf('email'), phone: this.#valueOf('phone') }
  }

  override render() {
    const { visitor, l10n } = this
    if (visitor === undefined) return undefined
    const strings = l10n.console
    const isErasing = this.mode === 'erase'
    const name = isolate(visitorName(visitor, strings.visitor))
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.#handleSubmit}>
        <h2 id="title">${fill(isErasing ? strings.eraseOf : strings.editOf, { name })}</h2>
        ${isErasing ? html`<p class="explained">${strings.eraseHint}</p>` : this.#renderFields(visitor)}
        <p class="problem" role="alert">${this.problem}</p>
        <div class="answers">
          <button class="button" type="button" ?autofocus=${isErasing} @click=${this.#modal.leave}>
            ${strings.cancel}
          </button>
          <button class="button ${isErasing ? 'danger' : 'primary'}" ?disabled=${this.isBusy}>
            ${isErasing ? strings.eraseForGood : strings.save}
          </button>
        </div>
      </form>
    </dialog>`
  }

  #renderFields({ name = '', email = '', phone = '' }: Visitor) {
    const strings = this.l10n.console
    return html`
      ${field({ id: 'name', label: strings.visitorsName, value: name, type: 'text', max: 120 })}
      ${field({ id: 'email', label: strings.emailAddress, value: email, type: 'email', max: 254 })}
      ${field({ id: 'phone', label: strings.phone, value: phone, type: 'tel', max: 40 })}
    `
  }
}

interface Field {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly type: 'text' | 'email' | 'tel'
  readonly max: number
}

function field({ id, label, value, type, max }: Field) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type=${type}
      maxlength=${max}
      autocomplete="off"
      .value=${value}
      ?autofocus=${id === 'name'}
    />
  </div>`
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-visitor-dialog': ChatVisitorDialog
  }
}
