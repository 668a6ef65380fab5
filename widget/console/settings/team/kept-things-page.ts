import { html, nothing, type TemplateResult } from 'lit'
import type { CommercialId, SiteId } from '#shared/ids.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { PLUS } from '../../icon-paths.ts'
import { selectField, switchField } from '../fields.ts'
import { SettingsPageElement } from '../settings-page.ts'

interface Reach {
  readonly siteId: SiteId | null
  readonly isShared: boolean
}

export interface KeptThing extends Reach {
  readonly ownerId: CommercialId
}

/** How one of them stands in the list. */
export interface Shown<Draft> {
  readonly id: string
  /** By which its buttons are told apart. */
  readonly name: string
  readonly title: TemplateResult
  readonly more: string
  /** As its form begins. */
  readonly draft: Draft
  readonly remove: () => Promise<unknown>
}

/** What lies ready on the team's desk: one's own and, for admins, the team's. Each with a form in its place. */
export abstract class KeptThingsPage<
  Thing extends KeptThing,
  Draft extends Reach,
> extends SettingsPageElement {
  protected abstract readonly things: readonly Thing[]
  /** Names the forms: `reply 17`, `reply new`. */
  protected abstract readonly kind: string
  protected abstract readonly empty: Draft
  protected abstract readonly labels: { readonly add: string; readonly none: string }

  protected abstract shown(thing: Thing): Shown<Draft>
  protected abstract renderFields(key: string, draft: Draft): unknown
  /** `thing` null: a new one. */
  protected abstract save(draft: Draft, thing: Thing | null): Promise<unknown>

  protected renderList() {
    const { drafts, things, empty, labels } = this
    const key = `${this.kind} new`
    return html`${
        drafts.value(key) === undefined
          ? html`<button class="button" type="button" @click=${() => drafts.open(key, empty)}>
              ${icon(PLUS)}${labels.add}
            </button>`
          : this.#renderForm(key, null)
      }
      ${things.length === 0 ? html`<p class="quiet">${labels.none}</p>` : nothing}
      <ul class="items">
        ${things.map((thing) => html`<li>${this.#renderThing(thing)}</li>`)}
      </ul>`
  }

  /** The `id` of a field in the form of `key`. */
  protected fieldId(key: string, name: string): string {
    return `${key}-${name}`.replaceAll(' ', '-')
  }

  #mayChange({ ownerId, isShared }: Thing): boolean {
    const { commercialId, role } = this.commercial
    return isShared ? role === 'admin' : ownerId === commercialId
  }

  #renderThing(thing: Thing) {
    const { words, drafts } = this
    const { id, name, title, more, draft, remove } = this.shown(thing)
    const key = `${this.kind} ${id}`
    if (drafts.value(key) !== undefined) return this.#renderForm(key, thing)
    return html`<div class="thing">
      <span class="what"
        >${title} ${thing.isShared ? html`<span class="chip">${words.sharedChip}</span>` : nothing}
        ${thing.siteId === null ? nothing : html`<span class="chip">${this.siteName(thing.siteId)}</span>`}</span
      >
      <span class="more" dir="auto">${more}</span>
      ${
        this.#mayChange(thing)
          ? html`<span class="tools">
              <button
                class="button"
                type="button"
                aria-label="${words.edit}: ${name}"
                @click=${() => drafts.open(key, draft)}
              >
                ${words.edit}
              </button>
              ${this.renderRemoval({ id, name, remove })}
            </span>`
          : html`<span class="tools quiet">${words.cannotChange}</span>`
      }
    </div>`
  }

  #renderForm(key: string, thing: Thing | null) {
    const draft = (this.drafts.value(key) as Draft | undefined) ?? this.empty
    return html`<div class="thing form">
      ${this.renderFields(key, draft)} ${this.#renderReach(key, draft)}
      ${this.renderFormButtons(key, () => this.save(draft, thing))}
    </div>`
  }

  #renderReach(key: string, draft: Draft) {
    const { words, drafts } = this
    return html`${
      this.commercial.role === 'admin'
        ? switchField({
            path: this.fieldId(key, 'shared'),
            label: words.shared,
            isOn: draft.isShared,
            onTurn: (isShared) => drafts.set(key, { isShared }),
          })
        : nothing
    }
    ${
      this.sites.length < 2
        ? nothing
        : selectField({
            path: this.fieldId(key, 'site'),
            label: words.ofSite,
            value: draft.siteId ?? '',
            options: this.siteOptions(),
            onChoose: (value) => drafts.set(key, { siteId: value === '' ? null : value }),
          })
    }`
  }
}
