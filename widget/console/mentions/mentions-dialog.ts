import { css, html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Mention } from '#shared/mention.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { formatDay, formatMoment, formatTime } from '../../i18n/format.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { Modal } from '../modal.ts'
import { ChatCommandEvent } from '../palette/command.ts'
import { controls } from '../styles/controls.styles.ts'
import { dialogStyles } from '../styles/dialog.styles.ts'
import { visitorName } from '../visitor-name.ts'

/**
 * The notes that name one, the newest first; each leads to where it was written.
 *
 * @fires {ChatCommandEvent} chat-command
 * @fires close - it is not on screen any more
 */
@element('chat-mentions')
export class ChatMentions extends LitElement {
  static override styles = [
    reset,
    controls,
    avatarStyles,
    dialogStyles,
    css`
      .head {
        display: flex;
        gap: 12px;
        align-items: center;
        justify-content: space-between;
        margin-block-end: 10px;
      }

      li button {
        display: grid;
        grid-template-columns: 32px minmax(0, 1fr) auto;
        gap: 2px 11px;
        align-items: center;
        inline-size: calc(100% + 20px);
        margin-inline: -10px;
        padding: 9px 10px;
        border-radius: 12px;
        text-align: start;
      }

      li button:hover {
        background: var(--surface-2);
      }

      li .avatar {
        grid-row: 1 / 3;
      }

      li time {
        color: var(--ink-3);
        font-size: 12px;
        white-space: nowrap;
      }

      .text {
        grid-column: 2 / 4;
        color: var(--ink-2);
        font-size: 13px;
      }

      .unseen {
        font-weight: 680;
      }

      .unseen + time::after {
        content: '';
        display: inline-block;
        inline-size: 9px;
        block-size: 9px;
        margin-inline-start: 7px;
        border-radius: 5px;
        background: var(--saffron);
      }

      .none {
        padding-block: 8px;
        color: var(--ink-2);
      }
    `,
  ]

  readonly #modal = new Modal(this)

  @state() private mentions: readonly Mention[] | null = null
  @state() private cursor: string | null = null
  @state() private problem = ''

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override firstUpdated(): void {
    void this.#read()
  }

  async #read(): Promise<void> {
    const { client, cursor } = this
    if (client === undefined) return
    this.problem = ''
    try {
      const query = cursor === null ? {} : { cursor }
      const { mentions, nextCursor } = await client.call('GET /v2/mentions', { query })
      this.mentions = [...(this.mentions ?? []), ...mentions]
      this.cursor = nextCursor
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
    }
  }

  #open({ message }: Mention): void {
    this.#modal.leave()
    void this.#see({ messageId: message.messageId })
    this.dispatchEvent(new ChatCommandEvent({ kind: 'chat', chatId: message.chatId, seq: message.seq }))
  }

  async #see(which: { messageId?: Mention['message']['messageId'] }): Promise<void> {
    try {
      await this.client?.call('PUT /v2/mentions/seen', { body: which })
      const seenAt = new Date().toISOString()
      this.mentions =
        this.mentions?.map((mention) => ({ ...mention, seenAt: mention.seenAt ?? seenAt })) ?? null
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
    }
  }

  override render() {
    const strings = this.l10n.console
    const hasUnseen = this.mentions?.some(({ seenAt }) => seenAt === null) ?? false
    return html`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">${strings.mentions}</h2>
        <button class="button" type="button" @click=${this.#modal.leave}>${strings.closeDialog}</button>
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      ${this.mentions?.length === 0 ? html`<p class="none">${strings.noMentions}</p>` : nothing}
      <ul>
        ${this.mentions?.map((mention) => this.#renderMention(mention))}
      </ul>
      <div class="answers">
        ${
          this.cursor === null
            ? nothing
            : html`<button class="button" type="button" @click=${() => void this.#read()}>
                ${strings.loadMore}
              </button>`
        }
        ${
          hasUnseen
            ? html`<button class="button primary" type="button" @click=${() => void this.#see({})}>
                ${strings.allSeen}
              </button>`
            : nothing
        }
      </div>
    </dialog>`
  }

  #renderMention(mention: Mention) {
    const { message, visitor, seenAt } = mention
    const strings = this.l10n.console
    const name = isolate(visitorName(visitor, strings.visitor))
    const isToday = new Date(message.sentAt).toDateString() === new Date().toDateString()
    return html`<li>
      <button type="button" @click=${() => this.#open(mention)}>
        ${avatar({ name: message.senderName, size: 32 })}
        <span class=${seenAt === null ? 'unseen clipped' : 'clipped'}
          >${fill(strings.namedYou, { name: isolate(message.senderName), visitor: name })}${
            seenAt === null ? html`<span class="sr">, ${strings.notSeen}</span>` : nothing
          }</span
        >
        <time datetime=${message.sentAt} title=${formatMoment(this.l10n, message.sentAt)}
          >${isToday ? formatTime(this.l10n, message.sentAt) : formatDay(this.l10n, message.sentAt, new Date())}</time
        >
        <span class="text clipped" dir="auto">${message.content}</span>
      </button>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-mentions': ChatMentions
  }
}
