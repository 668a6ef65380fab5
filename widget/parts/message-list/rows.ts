import { html, nothing } from 'lit'
import type { ReactiveControllerHost, TemplateResult } from 'lit'
import type { ThreadMessage } from '../../core/state.ts'
import { formatDay, formatMoment, formatTime } from '../../i18n/format.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill, isolate, plural } from '../../i18n/plural.ts'
import { attachment } from '../attachment/attachment.ts'
import { avatar } from '../avatar/avatar.ts'
import { icon } from '../icon/icon.ts'
import { CHECK, CLOCK, DOUBLE_CHECK, WARNING } from '../icon/paths.ts'
import { messageBubble } from '../message-bubble/message-bubble.ts'
import { messageText } from '../message-text/message-text.ts'
import { fire } from '../part-events.ts'
import { keyOf } from './lay-out-thread.ts'
import type { Group, Row } from './lay-out-thread.ts'

/** What the rows of one list have in common. While these are the same, a page that nothing has happened to is not drawn again. */
export interface RowContext {
  /** Where what is done here is told. */
  readonly list: EventTarget & ReactiveControllerHost
  readonly l10n: Localization
  readonly otherReadSeq: number
  /** Of the unread divider. */
  readonly newCount: number
  readonly today: string
  /** Changes when texts are shown in another way. */
  readonly format: unknown
  /** Keys of the messages that came while somebody was looking, and are to be read out. */
  readonly live: ReadonlySet<string>
  readonly renderNote: ((message: ThreadMessage) => unknown) | undefined
  readonly avatarOf: ((senderId: string) => string | undefined) | undefined
  readonly below: ((message: ThreadMessage) => unknown) | undefined
}

export function rowTemplate(row: Row, context: RowContext): unknown {
  const { l10n, today, newCount, renderNote } = context
  if (row.kind === 'group') return group(row, context)
  if (row.kind === 'day') {
    return html`<li class="divider" part="day-divider" aria-live="off">
      <span>${formatDay(l10n, row.at, new Date(today))}</span>
    </li>`
  }
  if (row.kind === 'unread') {
    return html`<li class="divider new" part="unread-divider" aria-live="off">
      <span>${plural(l10n.locale, newCount, l10n.strings.newMessages)}</span>
    </li>`
  }
  const [message] = row.messages
  // Whoever gives no way to show a note shows none.
  return (
    renderNote &&
    html`<li
      class="note"
      data-key=${keyOf(message)}
      aria-live=${isNews([row], context.live) ? nothing : 'off'}
    >
      ${renderNote(message)} ${message.delivery === 'failed' ? failure(message, context) : nothing}
    </li>`
  )
}

/** The log reads out what is added to it: what others write now, but not one's own words, nor history. */
export function isNews(rows: readonly Row[], live: ReadonlySet<string>): boolean {
  return rows.some((row) => 'messages' in row && row.messages.some((message) => live.has(keyOf(message))))
}

function group(row: Group, context: RowContext): TemplateResult {
  const { l10n, avatarOf } = context
  const { side, messages } = row
  const [first] = messages
  const last = messages.at(-1) ?? first
  const author = first.senderName || l10n.strings.visitor
  const name = isolate(row.isOwn ? l10n.strings.you : author)
  return html`<li
    class="group ${side}"
    part="message"
    aria-live=${isNews([row], context.live) ? nothing : 'off'}
    aria-setsize="-1"
    aria-posinset=${first.delivery === 'sent' ? first.seq : nothing}
  >
    ${side === 'in' ? avatar({ name: author, image: avatarOf?.(first.senderId), size: 28 }) : nothing}
    <div class="column">
      <h3 class="sr">${fill(l10n.strings.wrote, { name, time: formatTime(l10n, first.sentAt) })}</h3>
      ${messages.map((message) => bubble(message, side, { hasTail: message === last, context }))}
      ${last.delivery === 'failed' ? failure(last, context) : meta(row, last, { author, context })}
    </div>
  </li>`
}

function bubble(
  message: ThreadMessage,
  side: Group['side'],
  { hasTail, context }: { hasTail: boolean; context: RowContext },
): TemplateResult {
  const isDeleted = isMarked(message, 'deletedAt')
  const file = isDeleted ? undefined : message.attachment
  return html`<div class="message" data-key=${keyOf(message)}>
    ${
      file && !message.content
        ? nothing
        : messageBubble({
            text: isDeleted ? context.l10n.strings.deleted : messageText(message.content, context.list),
            side: side === 'out' ? 'out' : 'in',
            hasTail,
            hasFailed: message.delivery === 'failed',
            isDeleted,
          })
    }
    ${file && attachment(file, context.l10n)} ${context.below?.(message)}
  </div>`
}

function isMarked(message: ThreadMessage, mark: 'editedAt' | 'deletedAt'): boolean {
  return message.delivery === 'sent' && message[mark] !== undefined
}

/** Who or how far, and when: one line for a whole group. A screen reader has heard who and when before the first message of it. */
function meta(
  { isOwn, side, messages }: Group,
  last: ThreadMessage,
  { author, context }: { author: string; context: RowContext },
): TemplateResult {
  const { l10n, otherReadSeq } = context
  const isEdited = messages.some((m) => isMarked(m, 'editedAt') && !isMarked(m, 'deletedAt'))
  const [state, outline] = delivery(last, l10n, otherReadSeq)
  const words = [
    !isOwn && side !== 'system' && html`<bdi aria-hidden="true">${author}</bdi>`,
    isEdited && l10n.strings.edited,
    side === 'out' && state,
    last.delivery === 'sent' &&
      html`<time aria-hidden="true" datetime=${last.sentAt} title=${formatMoment(l10n, last.sentAt)}
        >${formatTime(l10n, last.sentAt)}</time
      >`,
  ].filter(Boolean)
  return html`<p class="meta" part="meta">
    <span>${words.map((word, i) => [i === 0 ? nothing : html`<i aria-hidden="true"> · </i>`, word])}</span
    >${side === 'out' ? icon(outline) : nothing}
  </p>`
}

function delivery(
  message: ThreadMessage,
  { strings }: Localization,
  otherReadSeq: number,
): [words: string, icon: string] {
  if (message.delivery !== 'sent') return [strings.sending, CLOCK]
  return message.seq <= otherReadSeq ? [strings.read, DOUBLE_CHECK] : [strings.sent, CHECK]
}

function failure(message: ThreadMessage, { list, l10n }: RowContext): TemplateResult {
  const { strings } = l10n
  const detail = { clientMessageId: keyOf(message) }
  const reason = message.delivery === 'failed' && message.failure?.message
  return html`<p class="meta failed">
    <span>${icon(WARNING)} ${strings.notSent}${reason ? html`: <bdi>${reason}</bdi>` : nothing}</span>
    <button type="button" class="link" @click=${() => fire(list, 'chat-retry', detail)}>
      ${strings.tryAgain}
    </button>
    <button type="button" class="link" @click=${() => fire(list, 'chat-discard', detail)}>
      ${strings.discard}
    </button>
  </p>`
}
