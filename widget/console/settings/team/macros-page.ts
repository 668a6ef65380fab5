import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { MAX_CONTENT_LENGTH, MAX_TITLE_LENGTH } from '#shared/limits.ts'
import type { Macro } from '#shared/macro.ts'
import type { Commercial } from '#shared/person.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { PLUS } from '../../icon-paths.ts'
import { numberField, segments, selectField, switchField, textField } from '../fields.ts'
import { SettingsPageElement } from '../settings-page.ts'
import { EMPTY_MACRO, toDraft, toMacro, type MacroDraft } from './macro-draft.ts'

const NEW = 'macro new'

/** Several things that are done at once: one's own and, for admins, the team's. */
@element('chat-macros-page')
export class ChatMacrosPage extends SettingsPageElement {
  @state() private macros: readonly Macro[] = []
  @state() private team: readonly Commercial[] = []

  protected get heading(): string {
    return this.words.pages.macros
  }

  protected get intro(): string {
    return this.words.macrosIntro
  }

  protected async read(): Promise<void> {
    const [{ macros }, { commercials }] = await Promise.all([
      this.client.call('GET /v2/macros', { query: {} }),
      this.client.call('GET /v2/commercials', { query: {} }),
    ])
    this.macros = macros
    this.team = commercials
  }

  protected renderList() {
    const { words, drafts, macros } = this
    return html`${
        drafts.value(NEW) === undefined
          ? html`<button class="button" type="button" @click=${() => drafts.open(NEW, EMPTY_MACRO)}>
              ${icon(PLUS)}${words.newMacro}
            </button>`
          : this.#renderForm(NEW, null)
      }
      ${macros.length === 0 ? html`<p class="quiet">${words.noMacros}</p>` : nothing}
      <ul class="items">
        ${macros.map((macro) => html`<li>${this.#renderMacro(macro)}</li>`)}
      </ul>`
  }

  #mayChange({ ownerId, isShared }: Macro): boolean {
    const { commercialId, role } = this.commercial
    return isShared ? role === 'admin' : ownerId === commercialId
  }

  #renderMacro(macro: Macro) {
    const { words, drafts, client } = this
    const { macroId, name, isShared, siteId } = macro
    const key = `macro ${macroId}`
    if (drafts.value(key) !== undefined) return this.#renderForm(key, macro)
    return html`<div class="thing">
      <span class="what"
        ><bdi>${name}</bdi> ${isShared ? html`<span class="chip">${words.sharedChip}</span>` : nothing}
        ${siteId === null ? nothing : html`<span class="chip">${this.siteName(siteId)}</span>`}</span
      >
      <span class="more" dir="auto">${this.#summary(macro)}</span>
      ${
        this.#mayChange(macro)
          ? html`<span class="tools">
              <button
                class="button"
                type="button"
                aria-label="${words.edit}: ${name}"
                @click=${() => drafts.open(key, toDraft(macro))}
              >
                ${words.edit}
              </button>
              ${this.renderRemoval({
                id: macroId,
                name,
                remove: () => client.call('DELETE /v2/macros/:macroId', { params: { macroId } }),
              })}
            </span>`
          : html`<span class="tools quiet">${words.cannotChange}</span>`
      }
    </div>`
  }

  #summary({ actions }: Macro): string {
    const { words } = this
    const { reply, addTags = [], removeTags = [], assignee, close, snoozeMinutes } = actions
    const parts = [
      reply ?? '',
      ...addTags.map((tag) => `+${tag}`),
      ...removeTags.map((tag) => `−${tag}`),
      assignee === undefined ? '' : `${words.assignTo} ${this.#nameOf(assignee)}`,
      close === true ? words.thenClose : '',
      snoozeMinutes === undefined ? '' : words.thenSnooze,
    ]
    return parts.filter((part) => part !== '').join(' · ')
  }

  #nameOf(assignee: string): string {
    if (assignee === 'me') return this.words.assignMe
    if (assignee === 'none') return this.words.assignNobody
    return this.team.find(({ commercialId }) => commercialId === assignee)?.name ?? assignee
  }

  #renderForm(key: string, macro: Macro | null) {
    const { words, drafts, client } = this
    const draft = (drafts.value(key) as MacroDraft | undefined) ?? EMPTY_MACRO
    const save = () =>
      macro === null
        ? client.call('POST /v2/macros', { body: toMacro(draft) })
        : client.call('PATCH /v2/macros/:macroId', {
            params: { macroId: macro.macroId },
            body: toMacro(draft),
          })
    return html`<div class="thing form">
      ${textField({
        path: this.#id(key, 'name'),
        label: words.macroName,
        maxLength: MAX_TITLE_LENGTH,
        error: this.errorOf(key, 'name'),
        value: draft.name,
        onInput: (name) => drafts.set(key, { name }),
      })}
      ${this.#renderReply(key, draft)} ${this.#renderWork(key, draft)} ${this.#renderReach(key, draft)}
      ${this.renderFormButtons(key, save)}
    </div>`
  }

  #id(key: string, name: string): string {
    return `${key}-${name}`.replaceAll(' ', '-')
  }

  #renderReply(key: string, draft: MacroDraft) {
    const { words, drafts } = this
    return html`${textField({
      path: this.#id(key, 'reply'),
      label: words.macroReply,
      // What is wrong with all of it together is said where it begins.
      error: this.errorOf(key, 'actions.reply') ?? this.errorOf(key, 'actions'),
      rows: 3,
      maxLength: MAX_CONTENT_LENGTH,
      value: draft.reply,
      onInput: (reply) => drafts.set(key, { reply }),
    })}
    ${switchField({
      path: this.#id(key, 'internal'),
      label: words.macroInternal,
      isOn: draft.isInternal,
      onTurn: (isInternal) => drafts.set(key, { isInternal }),
    })}`
  }

  #renderWork(key: string, draft: MacroDraft) {
    const { words, drafts } = this
    const tags = (name: 'addTags' | 'removeTags') =>
      textField({
        path: this.#id(key, name),
        label: words[name],
        hint: words.tagsHint,
        error: this.errorOf(key, `actions.${name}`),
        value: draft[name],
        onInput: (value) => drafts.set(key, { [name]: value }),
      })
    return html`<div class="row">${tags('addTags')} ${tags('removeTags')}</div>
      ${selectField({
        path: this.#id(key, 'assignee'),
        label: words.assignTo,
        error: this.errorOf(key, 'actions.assignee'),
        value: draft.assignee,
        options: [
          { value: '', label: words.unchanged },
          { value: 'me', label: words.assignMe },
          { value: 'none', label: words.assignNobody },
          ...this.team.map(({ commercialId, name }) => ({ value: commercialId, label: name })),
        ],
        onChoose: (assignee) => drafts.set(key, { assignee }),
      })}
      ${segments({
        path: this.#id(key, 'afterwards'),
        label: words.afterwards,
        value: draft.afterwards,
        options: [
          { value: 'nothing', label: words.thenNothing },
          { value: 'close', label: words.thenClose },
          { value: 'snooze', label: words.thenSnooze },
        ],
        onChoose: (afterwards) => drafts.set(key, { afterwards }),
      })}
      ${
        draft.afterwards === 'snooze'
          ? numberField({
              path: this.#id(key, 'snooze'),
              label: words.snoozeFor,
              error: this.errorOf(key, 'actions.snoozeMinutes'),
              value: draft.snoozeHours,
              min: 1,
              max: 8_784,
              onInput: (snoozeHours) => drafts.set(key, { snoozeHours: snoozeHours ?? 0 }),
            })
          : nothing
      }`
  }

  #renderReach(key: string, draft: MacroDraft) {
    const { words, drafts } = this
    return html`${
      this.commercial.role === 'admin'
        ? switchField({
            path: this.#id(key, 'shared'),
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
            path: this.#id(key, 'site'),
            label: words.ofSite,
            value: draft.siteId ?? '',
            options: this.siteOptions(),
            onChoose: (value) => drafts.set(key, { siteId: value === '' ? null : value }),
          })
    }`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-macros-page': ChatMacrosPage
  }
}
