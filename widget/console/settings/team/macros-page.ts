import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { MAX_CONTENT_LENGTH, MAX_TITLE_LENGTH } from '#shared/limits.ts'
import type { Macro } from '#shared/macro.ts'
import type { Commercial } from '#shared/person.ts'
import { element } from '../../../parts/element.ts'
import { numberField, segments, selectField, switchField, textField } from '../fields.ts'
import { KeptThingsPage, type Shown } from './kept-things-page.ts'
import { EMPTY_MACRO, toDraft, toMacro, type MacroDraft } from './macro-draft.ts'

/** Several things that are done at once: one's own and, for admins, the team's. */
@element('chat-macros-page')
export class ChatMacrosPage extends KeptThingsPage<Macro, MacroDraft> {
  @state() protected things: readonly Macro[] = []
  @state() private team: readonly Commercial[] = []
  protected readonly kind = 'macro'
  protected readonly empty = EMPTY_MACRO

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
    this.things = macros
    this.team = commercials
  }

  protected get labels() {
    return { add: this.words.newMacro, none: this.words.noMacros }
  }

  protected shown(macro: Macro): Shown<MacroDraft> {
    const { macroId, name } = macro
    return {
      id: macroId,
      name,
      title: html`<bdi>${name}</bdi>`,
      more: this.#summary(macro),
      draft: toDraft(macro),
      remove: () => this.client.call('DELETE /v2/macros/:macroId', { params: { macroId } }),
    }
  }

  protected save(draft: MacroDraft, macro: Macro | null): Promise<unknown> {
    const { client } = this
    const body = toMacro(draft)
    if (macro === null) return client.call('POST /v2/macros', { body })
    const { macroId } = macro
    return client.call('PATCH /v2/macros/:macroId', { params: { macroId }, body })
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

  protected renderFields(key: string, draft: MacroDraft) {
    const { words, drafts } = this
    return html`${textField({
      path: this.fieldId(key, 'name'),
      label: words.macroName,
      maxLength: MAX_TITLE_LENGTH,
      error: this.errorOf(key, 'name'),
      value: draft.name,
      onInput: (name) => drafts.set(key, { name }),
    })}
    ${this.#renderReply(key, draft)} ${this.#renderWork(key, draft)}`
  }

  #renderReply(key: string, draft: MacroDraft) {
    const { words, drafts } = this
    return html`${textField({
      path: this.fieldId(key, 'reply'),
      label: words.macroReply,
      // What is wrong with all of it together is said where it begins.
      error: this.errorOf(key, 'actions.reply') ?? this.errorOf(key, 'actions'),
      rows: 3,
      maxLength: MAX_CONTENT_LENGTH,
      value: draft.reply,
      onInput: (reply) => drafts.set(key, { reply }),
    })}
    ${switchField({
      path: this.fieldId(key, 'internal'),
      label: words.macroInternal,
      isOn: draft.isInternal,
      onTurn: (isInternal) => drafts.set(key, { isInternal }),
    })}`
  }

  #renderWork(key: string, draft: MacroDraft) {
    const { words, drafts } = this
    const tags = (name: 'addTags' | 'removeTags') =>
      textField({
        path: this.fieldId(key, name),
        label: words[name],
        hint: words.tagsHint,
        error: this.errorOf(key, `actions.${name}`),
        value: draft[name],
        onInput: (value) => drafts.set(key, { [name]: value }),
      })
    return html`<div class="row">${tags('addTags')} ${tags('removeTags')}</div>
      ${selectField({
        path: this.fieldId(key, 'assignee'),
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
        path: this.fieldId(key, 'afterwards'),
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
              path: this.fieldId(key, 'snooze'),
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
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-macros-page': ChatMacrosPage
  }
}
