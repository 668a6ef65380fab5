import type { Chat } from '#shared/chat.ts'
import type { Commercial } from '#shared/person.ts'
import { fill } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { USER_MINUS } from '../icon-paths.ts'
import type { MenuGroup, MenuItem } from '../../parts/menu/menu.ts'

export interface Assignable {
  readonly chat: Chat
  readonly team: readonly Commercial[]
  readonly viewerId: string
  readonly l10n: ConsoleLocalization
}

/** Who a chat can be given to: oneself, those who answer the same site (whoever is there first), and nobody. */
export function assignGroups(choice: Assignable): readonly MenuGroup[] {
  const { chat, team, viewerId, l10n } = choice
  const me = team.filter(({ commercialId }) => commercialId === viewerId)
  const others = team.filter(
    ({ commercialId, role, siteIds }) =>
      commercialId !== viewerId && (role === 'admin' || siteIds.includes(chat.siteId)),
  )
  const people = [...me, ...others.toSorted((a, b) => byPresence(a, b, l10n.locale))]
  const nobody = {
    id: 'none',
    label: l10n.console.nobody,
    note: l10n.console.returnToUnassigned,
    icon: USER_MINUS,
    isChecked: chat.assignee === null,
  }
  return [{ items: people.map((person) => toItem(person, choice)) }, { items: [nobody] }]
}

function toItem(person: Commercial, { chat, viewerId, l10n }: Assignable): MenuItem {
  const { commercialId, name, avatarUrl, status = 'offline' } = person
  const isMe = commercialId === viewerId
  return {
    id: commercialId,
    label: isMe ? fill(l10n.console.meNamed, { name }) : name,
    note: l10n.console.presence[status],
    person: { name, status, avatarUrl },
    isChecked: chat.assignee?.commercialId === commercialId,
  }
}

const ORDER = { online: 0, away: 1, offline: 2 } as const

function byPresence(a: Commercial, b: Commercial, locale: string): number {
  return ORDER[a.status ?? 'offline'] - ORDER[b.status ?? 'offline'] || a.name.localeCompare(b.name, locale)
}
