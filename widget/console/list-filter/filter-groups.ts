import type { Commercial } from '#shared/person.ts'
import type { Site } from '#shared/site.ts'
import type { Inbox, InboxFilter } from '../../core/state.ts'
import type { MenuGroup, MenuItem } from '../../parts/menu/menu.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { TAG } from '../icon-paths.ts'

export interface Filterable {
  readonly inbox: Pick<Inbox, 'list' | 'filter'>
  readonly sites: readonly Site[]
  readonly team: readonly Commercial[]
  /** In use, most used first. */
  readonly tags: readonly string[]
  readonly l10n: ConsoleLocalization
}

/** What a list can be narrowed down by, with what it is narrowed by now. One site, or a list of one person's, is no choice. */
export function filterGroups(choice: Filterable): readonly MenuGroup[] {
  const { inbox, sites, team, tags, l10n } = choice
  const { order = 'latest', siteId, assignee, tag, status } = inbox.filter
  const { console: strings } = l10n
  const shownTags = tag === undefined || tags.includes(tag) ? tags : [tag, ...tags]
  const isAboutSomebody = inbox.list === 'mine' || inbox.list === 'unassigned'
  const orders = (['latest', 'waiting'] as const).map((name) =>
    radio(`order ${name}`, strings.orders[name], order === name),
  )
  const people = team.map(({ commercialId, name }) =>
    radio(`assignee ${commercialId}`, name, assignee === commercialId),
  )
  return [
    { label: strings.order, items: orders },
    ...group(
      strings.site,
      sites.length < 2
        ? []
        : sites.map((site) => radio(`siteId ${site.siteId}`, site.name, siteId === site.siteId)),
      radio('siteId ', strings.everySite, siteId === undefined),
    ),
    ...group(
      strings.status,
      inbox.list === 'closed'
        ? []
        : (['PENDING', 'IN_PROGRESS'] as const).map((name) =>
            radio(`status ${name}`, strings.statuses[name], status === name),
          ),
      radio('status ', strings.everyStatus, status === undefined),
    ),
    ...group(
      strings.assignee,
      isAboutSomebody ? [] : people,
      radio('assignee ', strings.everyone, assignee === undefined),
    ),
    ...group(
      strings.tags,
      shownTags.map((name) => ({ ...radio(`tag ${name}`, name, tag === name), icon: TAG })),
      radio('tag ', strings.everyTag, tag === undefined),
    ),
  ]
}

function group(label: string, items: readonly MenuItem[], any: MenuItem): readonly MenuGroup[] {
  return items.length === 0 ? [] : [{ label, items: [any, ...items] }]
}

function radio(id: string, label: string, isChecked: boolean): MenuItem {
  return { id, label, isChecked }
}

/** The filter after a choice from the menu. */
export function chosen(filter: InboxFilter, itemId: string): InboxFilter {
  const at = itemId.indexOf(' ')
  const name = itemId.slice(0, at)
  const value = itemId.slice(at + 1)
  const others = without(filter, name as keyof InboxFilter)
  return value === '' || value === 'latest' ? others : { ...others, [name]: value }
}

export function without(filter: InboxFilter, name: keyof InboxFilter): InboxFilter {
  const { [name]: _, ...others } = filter
  return others
}
