import { html, nothing, type TemplateResult } from 'lit'
import type { Chat } from '#shared/chat.ts'
import type { Teammate } from '#shared/person.ts'
import { badgeText } from '../../i18n/badge.ts'
import { formatComing, formatList, formatMoment } from '../../i18n/format.ts'
import { fill, isolate, plural } from '../../i18n/plural.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOCK } from '../../parts/icon/paths.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { EYE, LOCK, TIMER } from '../icon-paths.ts'
import { visitorName } from '../visitor-name.ts'
import { tagChips } from '../tag-chips.ts'
import { waitingOf, type Waiting, type WaitingLevel } from '../waiting.ts'
import { lastWords } from './last-line.ts'
import { rowTime } from './row-time.ts'

export interface Row {
  readonly chat: Chat
  readonly viewerId: string
  readonly isTyping: boolean
  /** The visitor has a connection. */
  readonly isPresent?: boolean
  /** Minutes within which the site answers. */
  readonly target?: number | undefined
  /** Who of the team looks at it, oneself maybe included. */
  readonly viewers?: readonly Teammate[]
  /** Milliseconds; what waiting is counted to. */
  readonly now: number
}

/** One chat in the list; `chat-row.styles.ts` dresses it. Not an element: a list holds hundreds. */
export function chatRow(row: Row, l10n: ConsoleLocalization): TemplateResult {
  const { chat, isPresent, now } = row
  const name = visitorName(chat.visitor, l10n.console.visitor)
  const at = chat.lastMessage?.sentAt ?? chat.updatedAt
  return html`<span class="face"
      >${avatar({ name, size: 40 })}${isPresent === true ? html`<i class="dot online"></i>` : nothing}</span
    >
    <span class="name clipped"
      ><bdi>${name}</bdi
      >${isPresent === true ? html`<span class="sr">, ${l10n.console.presence.online}</span>` : nothing}</span
    >
    <time datetime=${at} title=${formatMoment(l10n, at)}>${rowTime(l10n, at, new Date(now))}</time>
    <span class="line">${renderLine(row, l10n)}</span>
    ${renderFlags(row, l10n)}`
}

function renderLine({ chat, viewerId, isTyping }: Row, l10n: ConsoleLocalization) {
  const strings = l10n.console
  if (isTyping) return html`<span class="typing clipped">${strings.typing}</span>`
  const isNote = chat.lastMessage?.isInternal === true
  const { who, text } = lastWords(chat, viewerId, l10n)
  return html`${isNote ? html`${icon(LOCK)}<span class="sr">${strings.note}.</span>` : nothing}
    ${who === '' ? nothing : html`<span class="who clipped">${who.trim()}</span>`}
    <span class="clipped" dir="auto">${text}</span>`
}

function renderFlags({ chat, viewerId, viewers = [], target, now }: Row, l10n: ConsoleLocalization) {
  const chips = [
    renderAssignee(chat, viewerId, l10n),
    renderSnoozed(chat, now, l10n),
    renderWaiting(waitingOf(chat, now, target), l10n),
    tagChips(chat, waitingOf(chat, now) === null ? SHOWN_TAGS : 1, l10n),
    renderViewers(viewers, viewerId, l10n),
    renderUnread(chat, l10n),
  ]
  return chips.every((chip) => chip === nothing) ? nothing : html`<span class="flags">${chips}</span>`
}

function renderAssignee({ assignee }: Chat, viewerId: string, l10n: ConsoleLocalization) {
  if (assignee === null) return nothing
  const name = assignee.commercialId === viewerId ? l10n.console.you : assignee.name
  return html`<span class="chip">
    ${avatar({ name: assignee.name, image: assignee.avatarUrl, size: 16 })}
    <bdi class="clipped">${name}</bdi>
  </span>`
}

/** More would push out who has it, and how long it waits. */
const SHOWN_TAGS = 2

const CHIP_OF: Readonly<Record<WaitingLevel, string>> = { fresh: '', long: 'warm', 'too-long': 'bad' }

function renderWaiting(waiting: Waiting | null, l10n: ConsoleLocalization) {
  if (waiting === null || waiting.minutes === 0) return nothing
  const { waiting: waits, unanswered } = l10n.console
  const words = plural(l10n.locale, waiting.minutes, waiting.level === 'too-long' ? unanswered : waits)
  return html`<span class="chip ${CHIP_OF[waiting.level]}">${icon(TIMER)}${words}</span>`
}

function renderSnoozed({ snoozedUntil }: Chat, now: number, l10n: ConsoleLocalization) {
  if (snoozedUntil === undefined) return nothing
  const when = formatComing(l10n, snoozedUntil, new Date(now))
  return html`<span class="chip"
    >${icon(CLOCK)}<span class="clipped">${fill(l10n.console.snoozedUntil, { when })}</span></span
  >`
}

/** Faces of two say who, a number how many more. */
const SHOWN_VIEWERS = 2

function renderViewers(viewers: readonly Teammate[], viewerId: string, l10n: ConsoleLocalization) {
  const others = viewers.filter(({ commercialId }) => commercialId !== viewerId)
  if (others.length === 0) return nothing
  const words = fill(l10n.console.alsoHere, {
    name: formatList(
      l10n,
      others.map((person) => isolate(person.name)),
    ),
  })
  const rest = others.length - SHOWN_VIEWERS
  return html`<span class="viewers" title=${words}
    ><span class="sr">${words}</span>${icon(EYE)}${others
      .slice(0, SHOWN_VIEWERS)
      .map(({ name, avatarUrl }) => avatar({ name, image: avatarUrl, size: 18 }))}${
      rest > 0 ? html`<span aria-hidden="true">+${rest}</span>` : nothing
    }</span
  >`
}

function renderUnread({ unreadCount, isMarkedUnread }: Chat, l10n: ConsoleLocalization) {
  if (unreadCount === 0 && isMarkedUnread !== true) return nothing
  if (unreadCount === 0)
    return html`<span class="badge mark" aria-hidden="true"></span>
      <span class="sr">${l10n.console.markedUnread}</span>`
  return html`<span class="badge" aria-hidden="true">${badgeText(l10n.locale, unreadCount)}</span>
    <span class="sr">${plural(l10n.locale, unreadCount, l10n.console.unread)}</span>`
}
