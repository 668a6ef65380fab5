import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { CannedReply } from '#shared/canned-reply.ts'
import type { SiteId } from '#shared/ids.ts'
import { MAX_CONTENT_LENGTH, MAX_SHORTCUT_LENGTH, MAX_TITLE_LENGTH } from '#shared/limits.ts'
import { fillVariables, firstName, VARIABLES } from '#shared/variables.ts'
import { fill } from '../../../i18n/plural.ts'
import { element } from '../../../parts/element.ts'
import { textField } from '../fields.ts'
import { KeptThingsPage, type Shown } from './kept-things-page.ts'

interface Draft {
  readonly shortcut: string
  readonly title: string
  readonly content: string
  readonly siteId: SiteId | null
  readonly isShared: boolean
}
const EMPTY: Draft = { shortcut: '', title: '', content: '', siteId: null, isShared: false }

/** Texts that are kept ready: one's own and, for admins, the team's. */
@element('chat-replies-page')
export class ChatRepliesPage extends KeptThingsPage<CannedReply, Draft> {
  @state() protected things: readonly CannedReply[] = []
  protected readonly kind = 'reply'
  protected readonly empty = EMPTY

  protected get heading(): string {
    return this.words.pages.replies
  }

  protected get intro(): string {
    return this.words.repliesIntro
  }

  protected async read(): Promise<void> {
    this.things = (await this.client.call('GET /v2/canned-replies', { query: {} })).replies
  }

  protected get labels() {
    return { add: this.words.newReply, none: this.words.noReplies }
  }

  protected shown({ replyId, shortcut, title, content, siteId, isShared }: CannedReply): Shown<Draft> {
    return {
      id: replyId,
      name: `/${shortcut}`,
      title: html`<code>/${shortcut}</code><bdi>${title}</bdi>`,
      more: content,
      draft: { shortcut, title, content, siteId, isShared },
      remove: () => this.client.call('DELETE /v2/canned-replies/:replyId', { params: { replyId } }),
    }
  }

  protected save(body: Draft, reply: CannedReply | null): Promise<unknown> {
    const { client } = this
    if (reply === null) return client.call('POST /v2/canned-replies', { body })
    const { replyId } = reply
    return client.call('PATCH /v2/canned-replies/:replyId', { params: { replyId }, body })
  }

  protected renderFields(key: string, draft: Draft) {
    const { words, drafts } = this
    const set = (change: Partial<Draft>) => drafts.set(key, change)
    const text = (name: 'shortcut' | 'title', label: string, maxLength: number) =>
      textField({
        path: this.fieldId(key, name),
        label,
        maxLength,
        error: this.errorOf(key, name),
        value: draft[name],
        onInput: (value) => set({ [name]: value }),
      })
    return html`<div class="row">
        ${text('shortcut', words.shortcut, MAX_SHORTCUT_LENGTH + 1)}
        ${text('title', words.replyTitle, MAX_TITLE_LENGTH)}
      </div>
      ${textField({
        path: this.fieldId(key, 'content'),
        label: words.content,
        hint: fill(words.variables, { names: VARIABLES.map((name) => `{{${name}}}`).join(', ') }),
        error: this.errorOf(key, 'content'),
        rows: 4,
        maxLength: MAX_CONTENT_LENGTH,
        value: draft.content,
        onInput: (content) => set({ content }),
      })}
      ${this.#renderPreview(draft)}`
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
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-replies-page': ChatRepliesPage
  }
}
