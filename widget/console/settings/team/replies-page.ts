import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { CannedReply } from '#shared/canned-reply.ts'
import type { SiteId } from '#shared/ids.ts'
import { MAX_CONTENT_LENGTH, MAX_SHORTCUT_LENGTH, MAX_TITLE_LENGTH } from '#shared/limits.ts'
import { fillVariables, firstName, VARIABLES } from '#shared/variables.ts'
import { fill } from '../../../i18n/plural.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { PLUS } from '../../icon-paths.ts'
import { selectField, switchField, textField } from '../fields.ts'
import { SettingsPageElement } from '../settings-page.ts'

interface Draft {
  readonly shortcut: string
  readonly title: string
  readonly content: string
  readonly siteId: SiteId | null
  readonly isShared: boolean
}
const NEW = 'reply new'
const EMPTY: Draft = { shortcut: '', title: '', content: '', siteId: null, isShared: false }

/** Texts that are kept ready: one's own and, for admins, the team's. */
@element('chat-replies-page')
export class ChatRepliesPage extends SettingsPageElement {
  @state() private replies: readonly CannedReply[] = []

  protected get heading(): string {
    return this.words.pages.replies
  }

  protected get intro(): string {
    return this.words.repliesIntro
  }

  protected async read(): Promise<void> {
    this.replies = (await this.client.call('GET /v2/canned-replies', { query: {} })).replies
  }

  protected renderList() {
    const { words, drafts, replies } = this
    return html`${
        drafts.value(NEW) === undefined
          ? html`<button class="button" type="button" @click=${() => drafts.open(NEW, EMPTY)}>
              ${icon(PLUS)}${words.newReply}
            </button>`
          : this.#renderForm(NEW, null)
      }
      ${replies.length === 0 ? html`<p class="quiet">${words.noReplies}</p>` : nothing}
      <ul class="items">
        ${replies.map((reply) => html`<li>${this.#renderReply(reply)}</li>`)}
      </ul>`
  }

  #mayChange({ ownerId, isShared }: CannedReply): boolean {
    const { commercialId, role } = this.commercial
    return isShared ? role === 'admin' : ownerId === commercialId
  }

  #renderReply(reply: CannedReply) {
    const { words, drafts, client } = this
    const { replyId, shortcut, title, content, siteId, isShared } = reply
    const key = `reply ${replyId}`
    if (drafts.value(key) !== undefined) return this.#renderForm(key, reply)
    const draft: Draft = { shortcut, title, content, siteId, isShared }
    return html`<div class="thing">
      <span class="what"
        ><code>/${shortcut}</code
        ><bdi>${title}</bdi> ${isShared ? html`<span class="chip">${words.sharedChip}</span>` : nothing}
        ${siteId === null ? nothing : html`<span class="chip">${this.siteName(siteId)}</span>`}</span
      >
      <span class="more" dir="auto">${content}</span>
      ${
        this.#mayChange(reply)
          ? html`<span class="tools">
              <button
                class="button"
                type="button"
                aria-label="${words.edit}: /${shortcut}"
                @click=${() => drafts.open(key, draft)}
              >
                ${words.edit}
              </button>
              ${this.renderRemoval({
                id: replyId,
                name: `/${shortcut}`,
                remove: () => client.call('DELETE /v2/canned-replies/:replyId', { params: { replyId } }),
              })}
            </span>`
          : html`<span class="tools quiet">${words.cannotChange}</span>`
      }
    </div>`
  }

  #renderForm(key: string, reply: CannedReply | null) {
    const { words, drafts, client } = this
    const draft = (drafts.value(key) as Draft | undefined) ?? EMPTY
    const set = (change: Partial<Draft>) => drafts.set(key, change)
    const text = (name: 'shortcut' | 'title', label: string, maxLength: number) =>
      textField({
        path: `${key} ${name}`.replaceAll(' ', '-'),
        label,
        maxLength,
        error: this.errorOf(key, name),
        value: draft[name],
        onInput: (value) => set({ [name]: value }),
      })
    const save = () =>
      reply === null
        ? client.call('POST /v2/canned-replies', { body: draft })
        : client.call('PATCH /v2/canned-replies/:replyId', {
            params: { replyId: reply.replyId },
            body: draft,
          })
    return html`<div class="thing form">
      <div class="row">
        ${text('shortcut', words.shortcut, MAX_SHORTCUT_LENGTH + 1)}
        ${text('title', words.replyTitle, MAX_TITLE_LENGTH)}
      </div>
      ${textField({
        path: `${key}-content`.replaceAll(' ', '-'),
        label: words.content,
        hint: fill(words.variables, { names: VARIABLES.map((name) => `{{${name}}}`).join(', ') }),
        error: this.errorOf(key, 'content'),
        rows: 4,
        maxLength: MAX_CONTENT_LENGTH,
        value: draft.content,
        onInput: (content) => set({ content }),
      })}
      ${this.#renderPreview(draft)} ${this.#renderReach(key, draft)} ${this.renderFormButtons(key, save)}
    </div>`
  }

  /** Only where there is something to fill in. */
  #renderPreview({ content, siteId }: Draft) {
    const { commercial, words } = this
    if (!content.includes('{{')) return nothing
    const filled = fillVariables(content, {
      'visitor.name': 'Ana García',
      'visitor.firstName': 'Ana',
      'visitor.email': 'ana@example.com',
      'commercial.name': commercial.name,
      'commercial.firstName': firstName(commercial.name),
      'site.name': this.sites.find((site) => site.siteId === siteId)?.name ?? this.sites[0]?.name,
    })
    return html`<div class="fld">
      <b class="label">${words.previewOf}</b>
      <p class="preview" dir="auto">${filled}</p>
    </div>`
  }

  #renderReach(key: string, draft: Draft) {
    const { words, drafts } = this
    return html`${
      this.commercial.role === 'admin'
        ? switchField({
            path: `${key}-shared`.replaceAll(' ', '-'),
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
            path: `${key}-site`.replaceAll(' ', '-'),
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
    'chat-replies-page': ChatRepliesPage
  }
}
