import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { ConsoleSession } from '#shared/console-session.ts'
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#shared/limits.ts'
import { fill } from '../../../i18n/plural.ts'
import { element } from '../../../parts/element.ts'
import { toFormFailure, type FormFailure } from '../../form-failure.ts'
import { formatNumber } from '../../stats/figure-words.ts'
import { card, textField } from '../fields.ts'
import { SettingsPageElement } from '../settings-page.ts'
import { sessionsList } from './sessions-list.ts'

const NAME = 'profile name'

/** Oneself: name, password, where one is signed in. */
@element('chat-profile-page')
export class ChatProfilePage extends SettingsPageElement {
  @state() private current = ''
  @state() private next = ''
  @state() private passwordFailure: FormFailure | null = null
  @state() private name = ''
  @state() private sessions: readonly ConsoleSession[] = []

  protected get heading(): string {
    return this.words.pages.profile
  }

  protected get intro(): string {
    return this.words.profileIntro
  }

  protected async read(): Promise<void> {
    const [me, { sessions }] = await Promise.all([
      this.client.call('GET /v2/auth/me'),
      this.client.call('GET /v2/sessions'),
    ])
    this.name = me.name
    this.sessions = sessions
  }

  protected renderList() {
    const { sessions, l10n, words } = this
    return html`${this.#renderSelf()} ${this.#renderPassword()}
    ${sessionsList({ sessions, l10n, words, signOut: (sessionId) => void this.act(() => this.#signOut(sessionId)) })}`
  }

  #signOut(sessionId: string | null): Promise<unknown> {
    return sessionId === null
      ? this.client.call('DELETE /v2/sessions')
      : this.client.call('DELETE /v2/sessions/:sessionId', { params: { sessionId } })
  }

  #renderSelf() {
    const { words, drafts, client, commercial } = this
    const draft = drafts.value(NAME) as { name: string } | undefined
    const isOther = draft !== undefined && draft.name !== this.name
    return card(
      words.groups.you,
      html`<p class="hint">${commercial.email} · ${words.roles[commercial.role]}</p>
        ${textField({
          path: 'profile-name',
          label: words.name,
          maxLength: 120,
          autocomplete: 'name',
          error: this.errorOf(NAME, 'name'),
          value: draft?.name ?? this.name,
          onInput: (name) => {
            if (draft === undefined) drafts.open(NAME, { name: this.name })
            drafts.set(NAME, { name })
          },
        })}
        ${
          isOther
            ? this.renderFormButtons(NAME, () =>
                client.call('PATCH /v2/auth/me', { body: { name: draft.name } }),
              )
            : nothing
        }`,
    )
  }

  #renderPassword() {
    const { words, passwordFailure: failure } = this
    const isWrong = failure?.code === 'wrong_password'
    const tooShort = failure?.issues.some(({ path }) => path === 'newPassword') === true
    const hint = fill(words.passwordHint, { count: formatNumber(this.l10n.locale, MIN_PASSWORD_LENGTH) })
    return card(
      words.password,
      html`<form
        class="items"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault()
          void this.#changePassword()
        }}
      >
        <input
          class="sr"
          type="text"
          autocomplete="username"
          .value=${this.commercial.email}
          readonly
          tabindex="-1"
          aria-hidden="true"
        />
        ${textField({
          path: 'current-password',
          label: words.currentPassword,
          type: 'password',
          autocomplete: 'current-password',
          maxLength: MAX_PASSWORD_LENGTH,
          error: isWrong ? failure.message : undefined,
          value: this.current,
          onInput: (value) => (this.current = value),
        })}
        ${textField({
          path: 'new-password',
          label: words.newPassword,
          type: 'password',
          autocomplete: 'new-password',
          maxLength: MAX_PASSWORD_LENGTH,
          hint,
          error: tooShort ? words.tooShort : undefined,
          value: this.next,
          onInput: (value) => (this.next = value),
        })}
        <div role="alert">
          ${failure === null || isWrong || tooShort ? nothing : html`<p class="refusal">${failure.message}</p>`}
        </div>
        <div class="buttons">
          <button class="button primary" type="submit">${words.changePassword}</button>
        </div>
      </form>`,
    )
  }

  async #changePassword(): Promise<void> {
    this.passwordFailure = null
    const body = { currentPassword: this.current, newPassword: this.next }
    try {
      await this.client.call('PUT /v2/auth/password', { body })
      this.current = ''
      this.next = ''
      this.done = this.words.passwordChanged
      // The others have ended with it.
      await this.reload()
    } catch (error) {
      this.passwordFailure = toFormFailure(error, this.l10n.console.serverUnreachable)
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-profile-page': ChatProfilePage
  }
}
