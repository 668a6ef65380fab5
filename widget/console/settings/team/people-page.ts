import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { Commercial, Role } from '#shared/person.ts'
import { fill } from '../../../i18n/plural.ts'
import { avatar } from '../../../parts/avatar/avatar.ts'
import { element } from '../../../parts/element.ts'
import { segments, textField } from '../fields.ts'
import { SettingsPageElement } from '../settings-page.ts'
import './invitations.ts'

interface Draft {
  readonly name: string
  readonly role: Role
  readonly siteIds: readonly Commercial['siteIds'][number][]
}

/** Who answers: names, roles, sites, and who has no access any more. */
@element('chat-people-page')
export class ChatPeoplePage extends SettingsPageElement {
  @state() private people: readonly Commercial[] = []
  @state() private former: readonly Commercial[] = []

  protected get heading(): string {
    return this.words.pages.people
  }

  protected get intro(): string {
    return this.words.peopleIntro
  }

  protected async read(): Promise<void> {
    const [here, left] = await Promise.all([
      this.client.call('GET /v2/commercials', { query: {} }),
      this.client.call('GET /v2/commercials', { query: { left: 'true' } }),
    ])
    this.people = here.commercials
    this.former = left.commercials
  }

  protected renderList() {
    return html`<ul class="items">
        ${this.people.map((person) => html`<li>${this.#renderPerson(person)}</li>`)}
        ${this.former.map((person) => html`<li>${this.#renderFormer(person)}</li>`)}
      </ul>
      <chat-invitations
        .client=${this.client}
        .sites=${this.sites}
        .l10n=${this.l10n}
        .words=${this.words}
      ></chat-invitations>`
  }

  #renderPerson(person: Commercial) {
    const { words, drafts } = this
    const { commercialId, name, role, siteIds } = person
    const key = `person ${commercialId}`
    if (drafts.value(key) !== undefined) return this.#renderForm(key, person)
    const draft: Draft = { name, role, siteIds }
    return html`<div class="thing">
      ${this.#renderWho(person)}
      <span class="tools">
        <button
          class="button"
          type="button"
          aria-label=${fill(words.editPerson, { name })}
          @click=${() => drafts.open(key, draft)}
        >
          ${words.edit}
        </button>
      </span>
    </div>`
  }

  #renderWho({ commercialId, name, email, role, siteIds }: Commercial, isFormer = false) {
    const { words } = this
    const isSelf = commercialId === this.commercial.commercialId
    const sites = this.sites.filter(({ siteId }) => siteIds.includes(siteId)).map((site) => site.name)
    return html`<span class="person">
      ${avatar({ name, size: 36 })}
      <span class="what"
        ><span
          ><bdi>${name}</bdi>${isSelf ? html` <span class="quiet">(${words.you})</span>` : nothing}<small
            >${email}</small
          ></span
        >
        ${
          isFormer
            ? html`<span class="chip bad">${words.left}</span>`
            : html`<span class=${role === 'admin' ? 'chip good' : 'chip'}>${words.roles[role]}</span>`
        }
        ${
          this.sites.length < 2 || isFormer
            ? nothing
            : html`<span class="chip"
                >${role === 'admin' ? words.everySite : sites.join(', ') || words.none}</span
              >`
        }</span
      >
    </span>`
  }

  #renderFormer(person: Commercial) {
    const { words, client } = this
    const { commercialId, name } = person
    const enable = () =>
      client.call('PATCH /v2/commercials/:commercialId', {
        params: { commercialId },
        body: { isDisabled: false },
      })
    return html`<div class="thing">
      ${this.#renderWho(person, true)}
      <span class="tools">
        <button
          class="button"
          type="button"
          aria-label="${words.enable}: ${name}"
          @click=${() => void this.act(enable)}
        >
          ${words.enable}
        </button>
      </span>
    </div>`
  }

  #renderForm(key: string, person: Commercial) {
    const { words, drafts, client } = this
    const { commercialId } = person
    const draft = (drafts.value(key) as Draft | undefined) ?? {
      name: person.name,
      role: person.role,
      siteIds: [],
    }
    const change = (body: object) =>
      client.call('PATCH /v2/commercials/:commercialId', { params: { commercialId }, body })
    // An admin answers every site: which ones is no question then.
    const save = () => change(draft.role === 'admin' ? { name: draft.name, role: draft.role } : { ...draft })
    const path = key.replaceAll(' ', '-')
    return html`<div class="thing form">
      ${textField({
        path: `${path}-name`,
        label: words.name,
        maxLength: 120,
        error: this.errorOf(key, 'name'),
        value: draft.name,
        onInput: (name) => drafts.set(key, { name }),
      })}
      ${segments({
        path: `${path}-role`,
        label: words.role,
        value: draft.role,
        options: (['commercial', 'admin'] as const).map((value) => ({ value, label: words.roles[value] })),
        onChoose: (role) => drafts.set(key, { role }),
      })}
      ${draft.role === 'admin' || this.sites.length < 2 ? nothing : this.#renderSites(key, draft)}
      ${this.#renderAccess(key, person, () => change({ isDisabled: true }))}
      ${this.renderFormButtons(key, save)}
    </div>`
  }

  #renderSites(key: string, { siteIds }: Draft) {
    const { words, drafts, sites } = this
    return html`<fieldset class="checks">
      <legend>${words.sitesOfPerson}</legend>
      ${sites.map(
        ({ siteId, name }) =>
          html`<label>
            <input
              type="checkbox"
              .checked=${siteIds.includes(siteId)}
              @change=${(event: Event) => {
                const others = siteIds.filter((other) => other !== siteId)
                const { checked } = event.target as HTMLInputElement
                drafts.set(key, { siteIds: checked ? [...others, siteId] : others })
              }}
            />
            ${name}
          </label>`,
      )}
    </fieldset>`
  }

  #renderAccess(key: string, { commercialId, name }: Commercial, disable: () => Promise<unknown>) {
    const { words } = this
    if (this.doubted !== commercialId) {
      return html`<div>
        <button class="button danger" type="button" @click=${() => (this.doubted = commercialId)}>
          ${words.disable}
        </button>
      </div>`
    }
    return html`<div class="refusal" role="group">
      <p>${fill(words.disableSure, { name })}</p>
      <button
        class="button danger"
        type="button"
        @click=${() => {
          this.drafts.close(key)
          void this.act(disable)
        }}
      >
        ${words.disable}
      </button>
      <button class="button" type="button" @click=${() => (this.doubted = '')}>${words.cancel}</button>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-people-page': ChatPeoplePage
  }
}
