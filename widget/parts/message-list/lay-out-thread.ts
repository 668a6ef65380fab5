import { PAGE_SIZE } from '#shared/limits.ts'
import type { Thread, ThreadMessage } from '../../core/state.ts'
import { daysBetween } from '../../i18n/format.ts'

/** Whose eyes the list is for: their own messages stand at the end of the line, the other side's at its start. */
export interface Viewer {
  readonly userType: 'visitor' | 'commercial'
  /** Unknown for a visitor who has written nothing yet. */
  readonly userId: string | undefined
}

export type Side = 'in' | 'out' | 'system'

/** Messages of one author in a row. */
export interface Group {
  readonly kind: 'group'
  readonly key: string
  readonly side: Side
  readonly isOwn: boolean
  readonly messages: readonly [ThreadMessage, ...ThreadMessage[]]
}

export type Divider =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'unread'; readonly key: string }

export type Row =
  | Divider
  | Group
  | { readonly kind: 'note'; readonly key: string; readonly message: ThreadMessage }

/** About fifty messages that the browser skips together while they are off screen. */
export interface Page {
  readonly key: number
  readonly rows: readonly Row[]
}

/** Longer pauses begin a new group. */
const GROUP_PAUSE_MS = 3 * 60_000

/**
 * Orders a thread into pages of rows. Page borders follow from `seq`, so that a page of older messages put before the others moves
 * nothing in them.
 */
export function layOutThread(
  thread: Thread,
  options: { viewer: Viewer; dividerSeq: number | null },
): readonly Page[] {
  const pages: { key: number; rows: Row[] }[] = []
  let dividers: Row[] = []
  for (const row of rowsOf(thread, options)) {
    const seq = seqOf(row)
    if (seq === undefined) {
      dividers.push(row)
      continue
    }
    const last = pages.at(-1)
    const key = Math.max(last?.key ?? 0, Math.floor(seq / PAGE_SIZE))
    if (last?.key === key) last.rows.push(...dividers, row)
    else pages.push({ key, rows: [...dividers, row] })
    dividers = []
  }
  return pages
}

/** The pages of before wherever nothing in them has changed. */
export function reusePages(before: readonly Page[], after: readonly Page[]): readonly Page[] {
  const held = new Map(before.map((page) => [page.key, page]))
  return after.map((page) => {
    const same = held.get(page.key)
    return same !== undefined && isSamePage(same, page) ? same : page
  })
}

function isSamePage(a: Page, b: Page): boolean {
  return a.rows.length === b.rows.length && a.rows.every((row, i) => isSameRow(row, b.rows[i]))
}

function isSameRow(a: Row, b: Row | undefined): boolean {
  if (a.key !== b?.key) return false
  const [ours, theirs] = [messagesIn(a), messagesIn(b)]
  return ours.length === theirs.length && ours.every((message, i) => message === theirs[i])
}

function messagesIn(row: Row): readonly ThreadMessage[] {
  if (row.kind === 'group') return row.messages
  return row.kind === 'note' ? [row.message] : []
}

/** The key under which a message is known from draft to history. */
export function keyOf(message: ThreadMessage): string {
  return message.clientMessageId ?? (message.delivery === 'sent' ? message.messageId : '')
}

export function isOwn(message: ThreadMessage, viewer: Viewer): boolean {
  if (message.delivery !== 'sent') return true
  if (message.senderType !== viewer.userType) return false
  // A visitor's chat has one visitor; a team has many commercials.
  return viewer.userType === 'visitor' || message.senderId === viewer.userId
}

/** Messages of others beyond the divider: what it counts. */
export function countNew(thread: Thread, viewer: Viewer, dividerSeq: number): number {
  return thread.filter((m) => m.delivery === 'sent' && m.seq > dividerSeq && !isOwn(m, viewer)).length
}

function rowsOf(
  thread: Thread,
  { viewer, dividerSeq }: { viewer: Viewer; dividerSeq: number | null },
): Row[] {
  const rows: Row[] = []
  let previous: ThreadMessage | undefined
  let hasDivider = dividerSeq === null
  for (const message of thread) {
    const key = keyOf(message)
    if (isNewDay(previous, message)) rows.push({ kind: 'day', key: `day ${key}`, at: message.sentAt })
    if (!hasDivider && isBeyond(message, dividerSeq, viewer)) {
      hasDivider = true
      rows.push({ kind: 'unread', key: 'unread' })
    }
    if (message.isInternal) rows.push({ kind: 'note', key, message })
    else addToGroup(rows, message, viewer)
    previous = message
  }
  return rows
}

function isNewDay(previous: ThreadMessage | undefined, message: ThreadMessage): boolean {
  return previous === undefined || daysBetween(new Date(previous.sentAt), new Date(message.sentAt)) > 0
}

function isBeyond(message: ThreadMessage, dividerSeq: number | null, viewer: Viewer): boolean {
  return (
    dividerSeq !== null && message.delivery === 'sent' && message.seq > dividerSeq && !isOwn(message, viewer)
  )
}

function addToGroup(rows: Row[], message: ThreadMessage, viewer: Viewer): void {
  const last = rows.at(-1)
  if (last?.kind === 'group' && belongsTo(last, message, viewer)) {
    rows[rows.length - 1] = { ...last, messages: [...last.messages, message] }
    return
  }
  const group = { kind: 'group', key: keyOf(message), messages: [message] } as const
  rows.push({ ...group, side: sideOf(message, viewer), isOwn: isOwn(message, viewer) })
}

function belongsTo(group: Group, message: ThreadMessage, viewer: Viewer): boolean {
  const last = group.messages.at(-1) ?? group.messages[0]
  // A failed message keeps its own line: the buttons below it are about it alone.
  if (last.delivery === 'failed' || message.delivery === 'failed') return false
  if (Date.parse(message.sentAt) - Date.parse(last.sentAt) > GROUP_PAUSE_MS) return false
  if (group.isOwn || isOwn(message, viewer)) return group.isOwn && isOwn(message, viewer)
  return last.senderId === message.senderId && last.senderType === message.senderType
}

function sideOf(message: ThreadMessage, viewer: Viewer): Side {
  if (message.senderType === 'system') return 'system'
  const isVisitors = message.senderType === 'visitor'
  return isVisitors === (viewer.userType === 'visitor') ? 'out' : 'in'
}

/** Of the first message in it: undefined for a divider, which belongs to what follows it; 0 for a draft, which comes last anyway. */
function seqOf(row: Row): number | undefined {
  const [message] = messagesIn(row)
  if (message === undefined) return undefined
  return message.delivery === 'sent' ? message.seq : 0
}
