import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ThreadMessage } from '../../core/state.ts'
import { formatDay, formatMoment, formatTime } from '../../i18n/format.ts'
import type { Localization } from '../../i18n/localization.ts'
import { fill, isolate, plural } from '../../i18n/plural.ts'
import { avatar } from '../avatar/avatar.ts'
import { icon } from '../icon/icon.ts'
import { CHECK, CLOCK, DOUBLE_CHECK, WARNING } from '../icon/paths.ts'
import { messageBubble } from '../message-bubble/message-bubble.ts'
import { keyOf } from './lay-out-thread.ts'
import type { Divider, Group, Page, Row, Viewer } from './lay-out-thread.ts'
import { ChatDiscardEvent, ChatRetryEvent } from './message-list-events.ts'

/** What the rows of one list have in common. */
export interface RowContext {
  readonly l10n: Localization
  readonly viewer: Viewer
  readonly otherReadSeq: number
  /** Of the unread divider. */
  readonly newCount: number
  readonly now: () => Date
  /** Whether a message came while somebody was looking, and is to be read out. */
  readonly isLive: (message: ThreadMessage) => boolean
  readonly renderNote: ((message: ThreadMessage) => unknown) | undefined
  readonly avatarOf: ((senderId: string) => string | undefined) | undefined
}

export function rowsTemplate({ rows }: Page, context: RowContext): unknown {
  return repeat(
    rows,
    (row) => row.key,
    (row) => rowTemplate(row, context),
  )
}

function rowTemplate(row: Row, context: RowContext): unknown {
  if (row.kind === 'group') return group(row, context)
  return row.kind === 'note' ? note(row.message, context) : divider(row, context)
}

function divider(row: Divider, { l10n, now, newCount }: RowContext): TemplateResult {
  if (row.kind === 'day') {
    return html`<li class="divider" part="day-divider" aria-live="off">
      <span>${formatDay(l10n, row.at, now())}</span>
    </li>`
  }
  return html`<li class="divider new" part="unread-divider" aria-live="off">
    <span>${plural(l10n.locale, newCount, l10n.strings.newMessages)}</span>
  </li>`
}

/** Whoever gives no way to show a note shows none. */
function note(message: ThreadMessage, context: RowContext): unknown {
  if (context.renderNote === undefined) return nothing
  return html`<li
    class="note"
    data-key=${keyOf(message)}
    aria-live=${context.isLive(message) ? nothing : 'off'}
  >
    ${context.renderNote(message)} ${message.delivery === 'failed' ? failure(message, context.l10n) : nothing}
  </li>`
}

function group(row: Group, context: RowContext): TemplateResult {
  const first = row.messages[0]
  const last = row.messages.at(-1) ?? first
  const isFailed = last.delivery === 'failed'
  // The log reads out what is added to it: what others write now, but not one's own words, nor history.
  const live = row.messages.some(context.isLive) ? nothing : 'off'
  return html`<li class="group ${row.side}" part="message" aria-live=${live}>
    ${row.side === 'in' ? face(first, context) : nothing}
    <div class="column">
      <h3 class="sr">
        ${fill(context.l10n.strings.wrote, { name: isolate(nameOf(row, context)), time: formatTime(context.l10n, first.sentAt) })}
      </h3>
      ${repeat(row.messages, keyOf, (message) => bubble(message, row, { isLast: message === last, context }))}
      ${isFailed ? failure(last, context.l10n) : meta(row, last, context)}
    </div>
  </li>`
}

function bubble(
  message: ThreadMessage,
  row: Group,
  { isLast, context }: { isLast: boolean; context: RowContext },
): TemplateResult {
  const isDeleted = message.delivery === 'sent' && message.deletedAt !== undefined
  return html`<div class="message" data-key=${keyOf(message)}>
    ${messageBubble({
      text: isDeleted ? context.l10n.strings.deleted : message.content,
      side: row.side === 'out' ? 'out' : 'in',
      hasTail: isLast,
      hasFailed: message.delivery === 'failed',
      isDeleted,
    })}
  </div>`
}

function face({ senderName, senderId }: ThreadMessage, { l10n, avatarOf }: RowContext): TemplateResult {
  return avatar({ name: senderName || l10n.strings.visitor, image: avatarOf?.(senderId), size: 28 })
}

function nameOf(row: Group, { l10n }: RowContext): string {
  if (row.isOwn) return l10n.strings.you
  return row.messages[0].senderName === '' ? l10n.strings.visitor : row.messages[0].senderName
}

/** Who or how far, and when: one line for a whole group. */
function meta(row: Group, last: ThreadMessage, context: RowContext): TemplateResult {
  const { l10n } = context
  const isEdited = row.messages.some(
    (m) => m.delivery === 'sent' && m.editedAt !== undefined && m.deletedAt === undefined,
  )
  const time = html`<time datetime=${last.sentAt} title=${formatMoment(l10n, last.sentAt)}
    >${formatTime(l10n, last.sentAt)}</time
  >`
  const state = row.side === 'out' ? delivery(last, context) : undefined
  const words = [
    row.isOwn || row.side === 'system' ? undefined : html`<bdi>${nameOf(row, context)}</bdi>`,
    isEdited ? l10n.strings.edited : undefined,
    state?.words,
    last.delivery === 'sending' ? undefined : time,
  ].filter((word) => word !== undefined)
  return html`<p class="meta" part="meta">
    <span>${words.map((word, i) => (i === 0 ? word : html` · ${word}`))}</span
    >${state === undefined ? nothing : icon(state.icon)}
  </p>`
}

function delivery(
  message: ThreadMessage,
  { l10n, otherReadSeq }: RowContext,
): { words: string; icon: string } {
  const { strings } = l10n
  if (message.delivery !== 'sent') return { words: strings.sending, icon: CLOCK }
  return message.seq <= otherReadSeq
    ? { words: strings.read, icon: DOUBLE_CHECK }
    : { words: strings.sent, icon: CHECK }
}

function failure(message: ThreadMessage, { strings }: Localization): TemplateResult {
  const key = keyOf(message)
  const reason = message.delivery === 'sent' ? undefined : message.failure?.message
  return html`<p class="meta failed">
    ${icon(WARNING)}<span
      >${reason === undefined || reason === '' ? strings.notSent : `${strings.notSent}: ${reason}`}</span
    >
    <button type="button" @click=${send(() => new ChatRetryEvent(key))}>${strings.tryAgain}</button>
    <button type="button" @click=${send(() => new ChatDiscardEvent(key))}>${strings.discard}</button>
  </p>`
}

/** Fires from the list itself: what is inside its shadow is nobody else's business. */
function send(event: () => Event): (click: Event) => void {
  return (click) => {
    const root = (click.currentTarget as Element).getRootNode()
    if (root instanceof ShadowRoot) root.host.dispatchEvent(event())
  }
}
