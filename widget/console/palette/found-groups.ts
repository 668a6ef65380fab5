import type { Chat } from '#shared/chat.ts'
import type { SearchHit } from '#shared/search.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { formatDay } from '../../i18n/format.ts'
import { fill } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { LOCK, MESSAGE, USER } from '../icon-paths.ts'
import { visitorName } from '../visitor-name.ts'
import type { PaletteGroup, PaletteItem } from './command.ts'

const PEOPLE = '5'
const MESSAGES = '12'

export interface Found {
  readonly people: readonly Chat[]
  readonly hits: readonly SearchHit[]
}

/** People by how their name, e-mail or number begins; messages and notes by what they say. */
export async function find({ call }: ChatClient, query: string): Promise<Found> {
  const [{ chats }, { hits }] = await Promise.all([
    call('GET /v2/chats', { query: { search: query, limit: PEOPLE } }),
    call('GET /v2/messages/search', { query: { keyword: query, limit: MESSAGES } }),
  ])
  return { people: chats, hits }
}

export function foundGroups(
  { people, hits }: Found,
  query: string,
  l10n: ConsoleLocalization,
): readonly PaletteGroup[] {
  const strings = l10n.console
  const today = new Date()
  return [
    { label: strings.people, items: people.map((chat) => personItem(chat, l10n)) },
    {
      label: fill(strings.messagesWith, { text: query }),
      items: hits.map((hit) => hitItem(hit, l10n, today)),
    },
  ]
}

function personItem(
  { chatId, visitor, status }: Chat,
  { console: strings }: ConsoleLocalization,
): PaletteItem {
  return {
    id: `person-${chatId}`,
    icon: USER,
    label: visitorName(visitor, strings.visitor),
    note: [visitor.email, strings.statuses[status]].filter(Boolean).join(' · '),
    command: { kind: 'chat', chatId },
  }
}

function hitItem(hit: SearchHit, l10n: ConsoleLocalization, today: Date): PaletteItem {
  const { messageId, chatId, seq, visitor, excerpt, isInternal, sentAt } = hit
  return {
    id: `message-${messageId}`,
    icon: isInternal ? LOCK : MESSAGE,
    label: visitorName(visitor, l10n.console.visitor),
    excerpt,
    note: formatDay(l10n, sentAt, today),
    command: { kind: 'chat', chatId, seq },
  }
}
