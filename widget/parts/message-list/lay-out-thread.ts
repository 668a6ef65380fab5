import { PAGE_SIZE } from '#shared/limits.ts'
import type { Thread, ThreadMessage } from '../../core/state.ts'
import { daysBetween } from '../../i18n/format.ts'

/** Whose eyes the list is for: their own messages stand at the end of the line, the other side's at its start. */
export interface Viewer {
  readonly userType: 'visitor' | 'commercial'
  /** Unknown for a visitor who has written nothing yet. */
  readonly userId: string | undefined
}

/** Messages of one author in a row. */
export interface Group {
  readonly kind: 'group'
  readonly side: 'in' | 'out' | 'system'
  readonly isOwn: boolean
  readonly messages: [ThreadMessage, ...ThreadMessage[]]
}

export type Row =
  | Group
  | { readonly kind: 'note'; readonly messages: readonly [ThreadMessage] }
  | { readonly kind: 'day'; readonly at: string }
  | { readonly kind: 'unread' }

/** About fifty messages that the browser skips together while they are off screen. */
export interface Page {
  readonly key: number
  readonly rows: Row[]
}

interface LayOut {
  readonly viewer: Viewer
  readonly dividerSeq: number | null
}

/** Longer pauses begin a new group. */
const GROUP_PAUSE_MS = 3 * 60_000

/**
 * Orders a thread into pages of rows. Page borders follow from `seq`, so that a page of older messages put before the others moves
 * nothing in them.
 */
export function layOutThread(thread: Thread, { viewer, dividerSeq }: LayOut): readonly Page[] {
  const pages: Page[] = []
  const firstNew = dividerSeq === null ? undefined : newFromOthers(thread, viewer, dividerSeq)[0]
  let previous: ThreadMessage | undefined
  for (const message of thread) {
    const rows: Row[] = []
    if (isNewDay(previous, message)) rows.push({ kind: 'day', at: message.sentAt })
    if (message === firstNew) rows.push({ kind: 'unread' })
    const page = pageOf(message, pages)
    // A group ends with its page: somebody may write a thousand messages in a row.
    const last = page.rows.at(-1)
    if (rows.length === 0 && last?.kind === 'group' && belongsTo(last, message, viewer)) {
      last.messages.push(message)
    } else {
      page.rows.push(...rows, rowOf(message, viewer))
    }
    previous = message
  }
  return pages
}

/** The pages of before wherever nothing in them has changed. */
export function reusePages(before: readonly Page[], after: readonly Page[]): readonly Page[] {
  return after.map((page) => {
    const held = before.find(({ key }) => key === page.key)
    return held !== undefined && isSame(factsOf(held), factsOf(page)) ? held : page
  })
}

export function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i])
}

function factsOf({ rows }: Page): readonly unknown[] {
  return rows.flatMap((row) => Object.values(row).flat())
}

/** The key under which a message is known from draft to history. */
export function keyOf(message: ThreadMessage): string {
  return message.clientMessageId ?? (message.delivery === 'sent' ? message.messageId : '')
}

/** Messages of others after a `seq`. */
export function newFromOthers(thread: Thread, viewer: Viewer, seq: number): Thread {
  return thread.filter((m) => m.delivery === 'sent' && m.seq > seq && !isOwn(m, viewer))
}

function isOwn(message: ThreadMessage, viewer: Viewer): boolean {
  if (message.delivery !== 'sent') return true
  if (message.senderType !== viewer.userType) return false
  // A visitor's chat has one visitor; a team has many commercials.
  return viewer.userType === 'visitor' || message.senderId === viewer.userId
}

function isNewDay(previous: ThreadMessage | undefined, message: ThreadMessage): boolean {
  return previous === undefined || daysBetween(new Date(previous.sentAt), new Date(message.sentAt)) > 0
}

function belongsTo(group: Group, message: ThreadMessage, viewer: Viewer): boolean {
  const last = group.messages.at(-1) ?? group.messages[0]
  // A failed message keeps its own line: the buttons below it are about it alone.
  if (message.isInternal || last.delivery === 'failed' || message.delivery === 'failed') return false
  if (Date.parse(message.sentAt) - Date.parse(last.sentAt) > GROUP_PAUSE_MS) return false
  if (group.isOwn || isOwn(message, viewer)) return group.isOwn && isOwn(message, viewer)
  return last.senderId === message.senderId && last.senderType === message.senderType
}

/** Drafts come last, wherever that is. */
function pageOf(message: ThreadMessage, pages: Page[]): Page {
  const last = pages.at(-1)
  const key = message.delivery === 'sent' ? Math.floor(message.seq / PAGE_SIZE) : 0
  if (last !== undefined && key <= last.key) return last
  const page = { key, rows: [] }
  pages.push(page)
  return page
}

function rowOf(message: ThreadMessage, viewer: Viewer): Row {
  if (message.isInternal) return { kind: 'note', messages: [message] }
  const isSameSide = (message.senderType === 'visitor') === (viewer.userType === 'visitor')
  const side = isSameSide ? 'out' : 'in'
  return {
    kind: 'group',
    side: message.senderType === 'system' ? 'system' : side,
    isOwn: isOwn(message, viewer),
    messages: [message],
  }
}
