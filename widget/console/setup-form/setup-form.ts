import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { MIN_PASSWORD_LENGTH } from '#shared/limits.ts'
import { fill } from '../../i18n/plural.ts'
import { icon } from '../../parts/icon/icon.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { accountField } from '../account/account-field.ts'
import { accountFormStyles } from '../account/account-form.styles.ts'
import { focusFirstError, valuesOf } from '../account/account-values.ts'
import { PasswordReveal } from '../account/password-reveal.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { issueOf, type FormFailure } from '../form-failure.ts'
import { ALERT } from '../icon-paths.ts'
import { controls } from '../styles/controls.styles.ts'

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Somebody wants the first account. */
export class ChatSetUpEvent extends Event {
  static readonly type = 'chat-set-up'
  readonly account: NewAccount

  constructor(account: NewAccount) {
    super(ChatSetUpEvent.type, { bubbles: true })
    this.account = account
  }
}

/** The link is of no use any more, and somebody wants the usual entrance. */
export class ChatLeaveSetUpEvent extends Event {
  static readonly type = 'chat-leave-set-up'

  constructor() {
    super(ChatLeaveSetUpEvent.type, { bubbles: true })
  }
}

/** Refusals that say that the link, not what was typed, is to blame. */
const LINK_IS_OVER = new Set(['not_found', 'invalid_token', 'token_expired'])

/**
 * Makes the first account, for whoever came with the one-time link that the server printed.
 *
 * @fires chat-set-up - with what was typed, once it can be an account
 * @fires chat-leave-set-up - when the link turned out to be over
 */
@element('chat-setup-form')
export class ChatSetupForm extends LitElement {
  static override styles = [reset, controls, accountFormStyles]

  readonly #reveal = new PasswordReveal(this)

  @state() private wrong: Partial<Record<keyof NewAccount, string>> = {}

  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ type: Boolean, attribute: 'is-busy' }) isBusy = false
  /** Why the last try was refused. */
  @property({ attribute: false }) failure: FormFailure | null = null

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('failure')) return
    const fields = ['name', 'email', 'password'] as const
    const issues = fields.map((field) => [field, issueOf(this.failure, field)] as const)
    this.wrong = Object.fromEntries(issues.filter(([, issue]) => issue !== undefined))
    if (this.failure?.code === 'email_taken') this.wrong = { email: this.failure.message }
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('failure') && this.failure !== null) focusFirstError(this.renderRoot)
  }

  readonly #handleSubmit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.isBusy) return
    const { name = '', email = '', password = '' } = valuesOf(this.renderRoot)
    const account = { name: name.trim(), email: email.trim(), password }
    this.wrong = this.#check(account)
    if (Object.keys(this.wrong).length === 0) this.dispatchEvent(new ChatSetUpEvent(account))
    else void this.updateComplete.then(() => focusFirstError(this.renderRoot))
  }

  #check({ name, email, password }: NewAccount): Partial<Record<keyof NewAccount, string>> {
    const strings = this.l10n.console
    const tooShort = fill(strings.shortPassword, { count: String(MIN_PASSWORD_LENGTH) })
    return {
      ...(name === '' ? { name: strings.missingName } : {}),
      ...(email === '' ? { email: strings.missingEmail } : {}),
      // Only what cannot be one; the server has the last word.
      ...(email !== '' && !/^\S+@\S+$/.test(email) ? { email: strings.oddEmail } : {}),
      ...(password.length < MIN_PASSWORD_LENGTH ? { password: tooShort } : {}),
    }
  }

  override render() {
    const strings = this.l10n.console
    return html`<form novalidate aria-labelledby="title" @submit=${this.#handleSubmit}>
      <div class="head">
        <span class="mark" aria-hidden="true">S</span>
        <h1 id="title">${strings.createFirstAccount}</h1>
        <p class="intro">${strings.setUpIntro}</p>
        <div role="alert">${this.#renderRefusal()}</div>
      </div>
      ${this.#renderFields()}
      <button class="button primary large" type="submit" aria-disabled=${this.isBusy ? 'true' : nothing}>
        ${this.isBusy ? strings.creatingAccount : strings.createAccount}
      </button>
    </form>`
  }

  #renderFields() {
    const strings = this.l10n.console
    return [
      accountField({
        name: 'name',
        label: strings.name,
        type: 'text',
        autocomplete: 'name',
        error: this.wrong.name,
        hint: strings.nameHint,
      }),
      accountField({
        name: 'email',
        label: strings.email,
        type: 'email',
        autocomplete: 'username',
        error: this.wrong.email,
      }),
      accountField({
        name: 'password',
        label: strings.password,
        type: this.#reveal.inputType,
        autocomplete: 'new-password',
        error: this.wrong.password,
        hint: fill(strings.passwordHint, { count: String(MIN_PASSWORD_LENGTH) }),
        tool: this.#reveal.button(strings),
      }),
    ]
  }

  #renderRefusal() {
    if (this.failure === null || Object.keys(this.wrong).length > 0) return nothing
    const strings = this.l10n.console
    if (!LINK_IS_OVER.has(this.failure.code)) {
      return html`<p class="error refusal">${icon(ALERT)}<span>${this.failure.message}</span></p>`
    }
    return html`<p class="error refusal">
      ${icon(ALERT)}<span
        >${strings.setUpOver}
        <button class="link-button" type="button" @click=${this.#handleLeave}>
          ${strings.goToSignIn}
        </button></span
      >
    </p>`
  }

  readonly #handleLeave = (): void => {
    this.dispatchEvent(new ChatLeaveSetUpEvent())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-setup-form': ChatSetupForm
  }
  interface HTMLElementEventMap {
    'chat-set-up': ChatSetUpEvent
    'chat-leave-set-up': ChatLeaveSetUpEvent
  }
}
