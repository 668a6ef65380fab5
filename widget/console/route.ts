import type { ChatId, SiteId } from '#shared/ids.ts'
import type { InboxFilter, InboxList } from '../core/state.ts'
import { LISTS } from './chat-list/list-tabs.ts'
import { parseSection } from './sections/section.ts'

const OPEN = ['PENDING', 'IN_PROGRESS'] as const

/** Which list, and what of it. */
export interface ListPlace {
  readonly list: InboxList
  readonly filter: InboxFilter
}

/** One message, by its chat and its number there. */
export interface MessagePlace {
  readonly chatId: ChatId
  readonly seq: number
}

/** Where the address points: a chat, a list, or a one-time link to an account. */
export interface Route {
  readonly chatId: ChatId | null
  /** Of a message in that chat. */
  readonly seq: number | null
  /** Null where it names none. */
  readonly place: ListPlace | null
  /** As in `#/stats`; empty: the inbox. */
  readonly section: string
  readonly setupToken: string | null
  /** Of the link by which somebody was invited. */
  readonly invitationToken: string | null
}

/** Reads `#chat=ID&seq=7`, `#list=closed&tag=…`, `#/stats?…` and `#setup=TOKEN`; on `/setup` the whole fragment is the token. */
export function parseRoute({ hash, pathname }: { hash: string; pathname: string }): Route {
  const fragment = hash.replace(/^#/, '')
  const isSetupPage = /\/setup\/?$/.test(pathname)
  const section = isSetupPage ? '' : parseSection(hash)
  const values = new URLSearchParams(section === '' ? fragment : '')
  return {
    chatId: toChatId(values.get('chat')),
    seq: toSeq(values.get('seq')),
    place: toPlace(values),
    section,
    invitationToken: isSetupPage ? null : values.get('invitation'),
    setupToken: values.get('setup') ?? (isSetupPage && fragment !== '' ? fragment : null),
  }
}

/** The list of an address that names nothing at all. */
export const OWN_LIST: ListPlace = { list: 'mine', filter: {} }

export function isSamePlace(a: ListPlace, b: ListPlace): boolean {
  return toHash(null, a) === toHash(null, b)
}

/** The fragment that leads to a chat and a list; empty for one's own chats, unfiltered. */
export function toHash(
  chatId: ChatId | null,
  place: ListPlace | null = null,
  seq: number | null = null,
): string {
  const values = new URLSearchParams()
  if (chatId !== null) values.set('chat', chatId)
  if (chatId !== null && seq !== null) values.set('seq', String(seq))
  if (place !== null && place.list !== 'mine') values.set('list', place.list)
  for (const [name, value] of Object.entries(place?.filter ?? {})) values.set(name, String(value))
  return values.size === 0 ? '' : `#${values.toString()}`
}

/** Whatever else stands in an address, the server is asked nothing that a filter could not ask. */
function toPlace(values: URLSearchParams): ListPlace | null {
  const list = LISTS.find((name) => name === values.get('list')) ?? 'mine'
  const [siteId, tag, assignee] = [values.get('siteId'), values.get('tag'), values.get('assignee')]
  const status = OPEN.find((name) => name === values.get('status'))
  const filter: InboxFilter = {
    ...(siteId ? { siteId: siteId as SiteId } : {}),
    ...(tag ? { tag } : {}),
    ...(assignee ? { assignee } : {}),
    ...(status ? { status } : {}),
    ...(values.get('order') === 'waiting' ? { order: 'waiting' } : {}),
  }
  return list === 'mine' && Object.keys(filter).length === 0 ? null : { list, filter }
}

function toSeq(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null
}

// From here on it is an id like any other: one that names nothing is answered with "does not exist".
function toChatId(text: string | null): ChatId | null {
  return text === null || text === '' ? null : (text as ChatId)
}
