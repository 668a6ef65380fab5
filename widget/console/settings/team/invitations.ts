import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { SiteId } from '#shared/ids.ts'
import type { Invitation } from '#shared/invitation.ts'
import type { Role } from '#shared/person.ts'
import type { Site } from '#shared/site.ts'
import { toFailure } from '../../../core/api-error.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import { formatComing } from '../../../i18n/format.ts'
import { fill, isolate } from '../../../i18n/plural.ts'
import { settingsEn, type SettingsStrings } from '../../../i18n/settings.en.ts'
import { element } from '../../../parts/element.ts'
import { reset } from '../../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../../console-localization.ts'
import { toFormFailure, issueOf, type FormFailure } from '../../form-failure.ts'
import { controls } from '../../styles/controls.styles.ts'
import '../copy-block.ts'
import { fieldStyles } from '../field.styles.ts'
import { card, segments, textField } from '../fields.ts'
import { itemStyles } from '../item.styles.ts'
import { pageStyles } from '../page.styles.ts'

/** Links by which people join the team: made here, shown once, and taken back as long as nobody has followed them. */
@element('chat-invitations')
export class ChatInvitations extends LitElement {
  static override styles = [reset, controls, fieldStyles, pageStyles, itemStyles]

  @state() private waiting: readonly Invitation[] = []
  @state() private email = ''
  @state() private chosenRole: Role = 'commercial'
  /** null: as the server does it, the first site. */
  @state() private siteIds: readonly SiteId[] | null = null
  @state() private made: { readonly link: string; readonly expiresAt: string } | null = null
  @state() private failure: FormFailure | null = null
  @state() private problem = ''

  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) sites: readonly Site[] = []
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ attribute: false }) words: SettingsStrings = settingsEn

  override connectedCallback(): void {
    super.connectedCallback()
    void this.updateComplete.then(() => this.#read())
  }

  async #read(): Promise<void> {
    try {
      this.waiting = (await this.client.call('GET /v2/invitations')).invitations
    } catch (error) {
      this.problem = toFailure(error).message || this.l10n.console.serverUnreachable
    }
  }

  readonly #invite = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    this.failure = null
    const email = this.email.trim()
    const { chosenRole: role, siteIds } = this
    try {
      this.made = await this.client.call('POST /v2/invitations', {
        body: {
          role,
          ...(email !== '' && { email }),
          ...(role !== 'admin' && siteIds !== null && { siteIds: [...siteIds] }),
        },
      })
      this.email = ''
      await this.#read()
    } catch (error) {
      this.failure = toFormFailure(error, this.l10n.console.serverUnreachable)
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }

  async #takeBack(invitationId: Invitation['invitationId']): Promise<void> {
    this.problem = ''
    try {
      await this.client.call('DELETE /v2/invitations/:invitationId', { params: { invitationId } })
    } catch (error) {
      this.problem = toFailure(error).message || this.l10n.console.serverUnreachable
    }
    await this.#read()
  }

  override render() {
    const { words, waiting } = this
    return html`<div class="items">
      ${card(words.invite, this.#renderForm())}
      <div role="alert">${this.problem === '' ? nothing : html`<p class="refusal">${this.problem}</p>`}</div>
      ${
        waiting.length === 0
          ? nothing
          : card(
              words.invitations,
              html`<ul class="items">
                ${waiting.map((one) => html`<li>${this.#renderWaiting(one)}</li>`)}
              </ul>`,
            )
      }
    </div>`
  }

  #renderForm() {
    const { words, failure } = this
    const isTaken = failure?.code === 'email_taken'
    const isOdd = issueOf(failure, 'email') !== undefined
    const wrong = isTaken ? failure.message : this.l10n.console.oddEmail
    return html`<form class="items" @submit=${this.#invite}>
        ${textField({
          path: 'invite-email',
          label: words.inviteEmail,
          hint: words.inviteEmailHint,
          type: 'email',
          error: isTaken || isOdd ? wrong : undefined,
          value: this.email,
          onInput: (value) => (this.email = value),
        })}
        ${segments({
          path: 'invite-role',
          label: words.role,
          value: this.chosenRole,
          options: (['commercial', 'admin'] as const).map((value) => ({ value, label: words.roles[value] })),
          onChoose: (role) => (this.chosenRole = role),
        })}
        ${this.chosenRole === 'admin' || this.sites.length < 2 ? nothing : this.#renderSites()}
        <div role="alert">
          ${failure === null || isTaken || isOdd ? nothing : html`<p class="refusal">${failure.message}</p>`}
        </div>
        <div class="buttons">
          <button class="button primary" type="submit">${words.makeLink}</button>
        </div>
      </form>
      <div role="status">${this.#renderMade()}</div>`
  }

  #renderSites() {
    const chosen = this.siteIds ?? this.sites.slice(0, 1).map(({ siteId }) => siteId)
    return html`<fieldset class="checks">
      <legend>${this.words.sitesOfPerson}</legend>
      ${this.sites.map(
        ({ siteId, name }) =>
          html`<label>
            <input
              type="checkbox"
              .checked=${chosen.includes(siteId)}
              @change=${(event: Event) => {
                const others = chosen.filter((other) => other !== siteId)
                this.siteIds = (event.target as HTMLInputElement).checked ? [...others, siteId] : others
              }}
            />
            ${name}
          </label>`,
      )}
    </fieldset>`
  }

  #renderMade() {
    if (this.made === null) return nothing
    const when = formatComing(this.l10n, this.made.expiresAt, new Date())
    return html`<p>${fill(this.words.linkMade, { when })}</p>
      <chat-copy-block .text=${this.made.link} .words=${this.words}></chat-copy-block>`
  }

  #renderWaiting({ invitationId, email, role, invitedBy, expiresAt }: Invitation) {
    const { words, l10n } = this
    const who = email ?? words.anybody
    const when = formatComing(l10n, expiresAt, new Date())
    return html`<div class="thing">
      <span class="what"><bdi>${who}</bdi><span class="chip">${words.roles[role]}</span></span>
      <span class="more">${fill(words.invitedBy, { name: isolate(invitedBy.name), when })}</span>
      <span class="tools">
        <button
          class="button"
          type="button"
          aria-label="${words.takeBack}: ${who}"
          @click=${() => void this.#takeBack(invitationId)}
        >
          ${words.takeBack}
        </button>
      </span>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-invitations': ChatInvitations
  }
}
