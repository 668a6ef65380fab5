import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { EndpointResult } from '#shared/endpoints.ts'
import { MIN_PASSWORD_LENGTH } from '#shared/limits.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { formatList } from '../../i18n/format.ts'
import { invitationEn, type InvitationStrings } from '../../i18n/invitation.en.ts'
import { loadInvitationWords } from '../../i18n/load-invitation.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { reset } from '../../styles/reset.styles.ts'
import { accountField } from '../account/account-field.ts'
import { accountFormStyles } from '../account/account-form.styles.ts'
import { focusFirstError, valuesOf } from '../account/account-values.ts'
import { PasswordReveal } from '../account/password-reveal.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { issueOf, toFormFailure, type FormFailure } from '../form-failure.ts'
import { ALERT } from '../icon-paths.ts'
import { controls } from '../styles/controls.styles.ts'

type Offer = EndpointResult<'POST /v2/auth/invitation'>

/** Refusals that say that the link, not what was typed, is to blame. */
const LINK_IS_OVER = new Set(['invalid_token', 'token_expired', 'invitation_not_found'])

/**
 * Makes the account to which somebody was invited by a link: says who invites and to what, before anything is typed.
 *
 * @fires chat-entered - the account is there, and signed in
 * @fires chat-leave-set-up - the link is over, and the usual entrance is wanted
 */
@element('chat-invitation-form')
export class ChatInvitationForm extends LitElement {
  static override styles = [reset, controls, accountFormStyles]

  readonly #reveal = new PasswordReveal(this)

  @state() private words: InvitationStrings | undefined
  @state() private offer: Offer | null = null
  @state() private failure: FormFailure | null = null
  @state() private isBusy = false

  @property({ attribute: false }) client!: ChatClient
  @property() token = ''
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('l10n')) void this.#speak()
    if (changed.has('token')) void this.#look()
  }

  async #speak(): Promise<void> {
    this.words = await loadInvitationWords(this.l10n.locale).catch(() => invitationEn)
  }

  async #look(): Promise<void> {
    this.failure = null
    try {
      this.offer = await this.client.commercial.lookAtInvitation(this.token)
    } catch (error) {
      this.failure = toFormFailure(error, this.l10n.console.serverUnreachable)
    }
  }

  readonly #handleSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (this.isBusy) return
    const { name = '', email = '', password = '' } = valuesOf(this.renderRoot)
    const account = { invitationToken: this.token, name, password, ...(email !== '' && { email }) }
    this.isBusy = true
    this.failure = null
    try {
      await this.client.commercial.acceptInvitation(account)
      this.dispatchEvent(new Event('chat-entered'))
    } catch (error) {
      this.failure = toFormFailure(error, this.l10n.console.serverUnreachable)
      await this.updateComplete
      focusFirstError(this.renderRoot)
    }
    this.isBusy = false
  }

  override render() {
    const { words, offer } = this
    if (words === undefined) return nothing
    if (offer === null) {
      return html`<div class="head">
        <span class="mark" aria-hidden="true">S</span>
        <p role="status">${this.failure === null ? words.looking : ''}</p>
        <div role="alert">${this.#renderRefusal(words)}</div>
      </div>`
    }
    return html`<form novalidate aria-labelledby="title" @submit=${this.#handleSubmit}>
      <div class="head">
        <span class="mark" aria-hidden="true">S</span>
        <h1 id="title">${fill(words.title, { name: isolate(offer.invitedBy) })}</h1>
        <p class="intro">${this.#terms(offer, words)}</p>
        <div role="alert">${this.#renderRefusal(words)}</div>
      </div>
      ${this.#renderFields(offer)}
      <button class="button primary large" type="submit" aria-disabled=${this.isBusy ? 'true' : nothing}>
        ${this.isBusy ? this.l10n.console.creatingAccount : words.accept}
      </button>
    </form>`
  }

  #terms({ role, sites, email }: Offer, words: InvitationStrings): string {
    const named = formatList(
      this.l10n,
      sites.map((site) => isolate(site)),
    )
    const what = role === 'admin' ? words.toAdmin : fill(words.toAnswer, { sites: named })
    return email === undefined ? what : `${what} ${fill(words.signInWith, { email })}`
  }

  #renderFields({ email }: Offer) {
    const strings = this.l10n.console
    const isTaken = this.failure?.code === 'email_taken'
    return [
      accountField({
        name: 'name',
        label: strings.name,
        type: 'text',
        autocomplete: 'name',
        error: issueOf(this.failure, 'name') === undefined ? undefined : strings.missingName,
        hint: strings.nameHint,
      }),
      email === undefined
        ? accountField({
            name: 'email',
            label: strings.email,
            type: 'email',
            autocomplete: 'username',
            error: isTaken ? this.failure?.message : this.#emailError(),
          })
        : nothing,
      accountField({
        name: 'password',
        label: strings.password,
        type: this.#reveal.inputType,
        autocomplete: 'new-password',
        error: this.#passwordError(),
        hint: fill(strings.passwordHint, { count: String(MIN_PASSWORD_LENGTH) }),
        tool: this.#reveal.button(strings),
      }),
    ]
  }

  #emailError(): string | undefined {
    return issueOf(this.failure, 'email') === undefined ? undefined : this.l10n.console.oddEmail
  }

  #passwordError(): string | undefined {
    if (issueOf(this.failure, 'password') === undefined) return undefined
    return fill(this.l10n.console.shortPassword, { count: String(MIN_PASSWORD_LENGTH) })
  }

  #renderRefusal(words: InvitationStrings) {
    const { failure, offer } = this
    if (failure === null || failure.issues.length > 0) return nothing
    if (failure.code === 'email_taken' && offer?.email === undefined) return nothing
    const isOver = LINK_IS_OVER.has(failure.code)
    return html`<p class="error refusal">
      ${icon(ALERT)}<span
        >${isOver ? words.over : failure.message}
        ${
          isOver
            ? html`<button
                class="link-button"
                type="button"
                @click=${() => this.dispatchEvent(new Event('chat-leave-set-up'))}
              >
                ${this.l10n.console.goToSignIn}
              </button>`
            : nothing
        }</span
      >
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-invitation-form': ChatInvitationForm
  }
}
