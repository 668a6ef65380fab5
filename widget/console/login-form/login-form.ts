import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { icon } from '../../parts/icon/icon.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { accountField } from '../account/account-field.ts'
import { accountFormStyles } from '../account/account-form.styles.ts'
import { focusFirstError, valuesOf } from '../account/account-values.ts'
import { PasswordReveal } from '../account/password-reveal.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import type { FormFailure } from '../form-failure.ts'
import { ALERT } from '../icon-paths.ts'
import { controls } from '../styles/controls.styles.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** Somebody wants to sign in. */
export class ChatSignInEvent extends Event {
  static readonly type = 'chat-sign-in'
  readonly credentials: Credentials

  constructor(credentials: Credentials) {
    super(ChatSignInEvent.type, { bubbles: true })
    this.credentials = credentials
  }
}

/**
 * Asks who is there, by e-mail and password. It only asks: whoever holds it signs in, and tells it how that went.
 *
 * @fires chat-sign-in - with what was typed, once both fields hold something
 */
@element('chat-login-form')
export class ChatLoginForm extends LitElement {
  static override styles = [reset, controls, accountFormStyles]

  readonly #reveal = new PasswordReveal(this)
  #email = ''

  @state() private missing: Partial<Record<keyof Credentials, string>> = {}

  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  /** The answer is on its way. */
  @property({ type: Boolean, attribute: 'is-busy' }) isBusy = false
  /** Why the last try was refused. */
  @property({ attribute: false }) failure: FormFailure | null = null
  /** Asked over the work, because a session has ended: then the e-mail is known, and nothing is lost. */
  @property({ attribute: 'expired-email' }) expiredEmail = ''

  /** To the first thing to say: the password, when it is known whose. */
  override focus(options?: FocusOptions): void {
    this.renderRoot
      .querySelector<HTMLElement>(this.expiredEmail === '' ? '#email' : '#password')
      ?.focus(options)
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('failure') && this.failure !== null) focusFirstError(this.renderRoot, '#password')
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.isBusy) return
    const { email = '', password = '' } = valuesOf(this.renderRoot)
    this.#email = email
    const strings = this.l10n.console
    this.missing = {
      ...(email.trim() === '' ? { email: strings.missingEmail } : {}),
      ...(password === '' ? { password: strings.missingPassword } : {}),
    }
    if (Object.keys(this.missing).length === 0)
      this.dispatchEvent(new ChatSignInEvent({ email: email.trim(), password }))
    else void this.updateComplete.then(() => focusFirstError(this.renderRoot))
  }

  override render() {
    const strings = this.l10n.console
    const isExpired = this.expiredEmail !== ''
    return html`<form novalidate aria-labelledby="title" @submit=${this.#handleSubmit}>
      <div class="head">
        <span class="mark" aria-hidden="true">S</span>
        <h1 id="title">${isExpired ? strings.sessionExpired : strings.welcomeBack}</h1>
        <p class="intro">${isExpired ? strings.sessionExpiredIntro : strings.signInIntro}</p>
        <div role="alert">${this.#renderRefusal()}</div>
      </div>
      ${accountField({
        name: 'email',
        label: strings.email,
        type: 'email',
        autocomplete: 'username',
        value: this.#email || this.expiredEmail,
        error: this.missing.email,
      })}
      ${accountField({
        name: 'password',
        label: strings.password,
        type: this.#reveal.inputType,
        autocomplete: 'current-password',
        error: this.missing.password,
        tool: this.#reveal.button(strings),
      })}
      <button class="button primary large" type="submit" aria-disabled=${this.isBusy ? 'true' : nothing}>
        ${this.isBusy ? strings.signingIn : strings.signIn}
      </button>
      <p class="small">${strings.noAccess}</p>
    </form>`
  }

  #renderRefusal() {
    if (this.failure === null) return nothing
    return html`<p class="error refusal">${icon(ALERT)}<span>${this.failure.message}</span></p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-login-form': ChatLoginForm
  }
  interface HTMLElementEventMap {
    'chat-sign-in': ChatSignInEvent
  }
}
