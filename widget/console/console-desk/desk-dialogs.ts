import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { Commercial, Visitor } from '#shared/person.ts'
import type { SentMessage } from '../../core/state.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import type { ListPlace } from '../route.ts'
import type { Views } from '../views/views.ts'
import { chatOf } from './chat-of.ts'

/** What lies over the work. */
export type DeskDialog =
  | { readonly kind: 'visitor'; readonly visitor: Visitor; readonly mode: 'edit' | 'erase' }
  | { readonly kind: 'merge'; readonly visitor: Visitor }
  | { readonly kind: 'views' | 'mentions' }
  | { readonly kind: 'message'; readonly what: 'edit' | 'delete'; readonly message: SentMessage }
  | { readonly kind: 'tag'; readonly onTag: (tag: string) => void }
  | { readonly kind: 'hand-over'; readonly chatId: ChatId }

export interface DialogContext {
  readonly client: ChatClient
  readonly commercial: Commercial | undefined
  readonly views: Views
  readonly place: ListPlace
  readonly l10n: ConsoleLocalization
}

const BRING: Readonly<Record<DeskDialog['kind'], () => Promise<unknown>>> = {
  views: () => import('../views/view-dialog.ts'),
  visitor: () => import('../visitor-card/visitor-dialog.ts'),
  merge: () => import('../merging/merge-dialog.ts'),
  message: () => import('../message-actions/message-dialog.ts'),
  tag: () => import('../bulk/tag-dialog.ts'),
  mentions: () => import('../mentions/mentions-dialog.ts'),
  'hand-over': () => import('../hand-over/hand-over-dialog.ts'),
}

/** One dialog at a time, each brought when it is first wanted. */
export class DialogController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #shown: DeskDialog | null = null

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#shown = null
  }

  async open(dialog: DeskDialog): Promise<void> {
    try {
      await BRING[dialog.kind]()
    } catch {
      // Without a network the next opening tries again.
      return
    }
    this.#shown = dialog
    this.#host.requestUpdate()
  }

  readonly #handleClose = (): void => {
    this.#shown = null
    this.#host.requestUpdate()
  }

  render(context: DialogContext): TemplateResult | typeof nothing {
    if (this.#shown === null) return nothing
    switch (this.#shown.kind) {
      case 'views':
        return this.#renderViews(context)
      case 'mentions':
        return this.#renderMentions(context)
      case 'message':
        return this.#renderMessage(this.#shown, context)
      case 'tag':
        return this.#renderTag(this.#shown.onTag, context)
      case 'hand-over':
        return this.#renderHandOver(this.#shown.chatId, context)
      case 'merge':
        return this.#renderMerge(this.#shown.visitor, context)
      case 'visitor':
        return this.#renderVisitor(this.#shown, context)
    }
  }

  #renderVisitor(
    { visitor, mode }: DeskDialog & { kind: 'visitor' },
    context: DialogContext,
  ): TemplateResult {
    return html`<chat-visitor-dialog
      .client=${context.client}
      .visitor=${visitor}
      .mode=${mode}
      .l10n=${context.l10n}
      @close=${this.#handleClose}
    ></chat-visitor-dialog>`
  }

  #renderMerge(visitor: Visitor, { client, l10n }: DialogContext): TemplateResult {
    return html`<chat-merge-dialog
      .client=${client}
      .visitor=${visitor}
      .l10n=${l10n}
      @close=${this.#handleClose}
    ></chat-merge-dialog>`
  }

  #renderViews({ views, place, commercial, l10n }: DialogContext): TemplateResult {
    return html`<chat-view-dialog
      .views=${views}
      .list=${views.list}
      .place=${place}
      .commercial=${commercial}
      .l10n=${l10n}
      @close=${this.#handleClose}
    ></chat-view-dialog>`
  }

  #renderMessage(
    { what, message }: DeskDialog & { kind: 'message' },
    { client, l10n }: DialogContext,
  ): TemplateResult {
    return html`<chat-message-dialog
      .client=${client}
      .message=${message}
      .what=${what}
      .l10n=${l10n}
      @close=${this.#handleClose}
    ></chat-message-dialog>`
  }

  #renderTag(onTag: (tag: string) => void, { client, l10n }: DialogContext): TemplateResult {
    return html`<chat-tag-dialog
      .client=${client}
      .l10n=${l10n}
      @chat-tag-chosen=${({ tag }: HTMLElementEventMap['chat-tag-chosen']) => onTag(tag)}
      @close=${this.#handleClose}
    ></chat-tag-dialog>`
  }

  #renderMentions({ client, l10n }: DialogContext): TemplateResult {
    return html`<chat-mentions .client=${client} .l10n=${l10n} @close=${this.#handleClose}></chat-mentions>`
  }

  #renderHandOver(chatId: ChatId, { client, commercial, l10n }: DialogContext): TemplateResult {
    const state = client.state.get()
    return html`<chat-hand-over
      .client=${client}
      .chat=${chatOf(state, chatId)}
      .team=${state.team}
      .viewerId=${commercial?.commercialId ?? ''}
      .l10n=${l10n}
      @close=${this.#handleClose}
    ></chat-hand-over>`
  }
}
