import { html, nothing, type TemplateResult } from 'lit'
import { fill } from '../../i18n/plural.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOSE } from '../../parts/icon/paths.ts'
import type { Commercial } from '#shared/person.ts'
import type { Site } from '#shared/site.ts'
import { filterOf } from '../../core/inbox.ts'
import type { Inbox, InboxFilter } from '../../core/state.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { without } from './filter-groups.ts'

export interface FilterChips {
  readonly inbox: Pick<Inbox, 'list' | 'filter'>
  readonly sites: readonly Site[]
  readonly team: readonly Commercial[]
  readonly l10n: ConsoleLocalization
  /** Another filter is wanted. */
  readonly show: (filter: InboxFilter) => void
  /** What is on screen is to be kept under a name. */
  readonly keep: () => void
}

/** What the list is narrowed by, each to be taken away; nothing where it is not narrowed. */
export function filterChips(choice: FilterChips): TemplateResult | typeof nothing {
  const { inbox, l10n, show, keep } = choice
  const { order: _, ...narrowing } = filterOf(inbox)
  const names = Object.keys(narrowing) as (keyof typeof narrowing)[]
  if (names.length === 0) return nothing
  const { console: strings } = l10n
  return html`<div class="chips" role="group" aria-label=${strings.filteredBy}>
    ${names.map((name) => {
      const label = labelOf(name, choice)
      const drop = fill(strings.dropOne, { name: label })
      return html`<span class="chip"
        ><bdi class="clipped">${label}</bdi
        ><button
          type="button"
          aria-label=${drop}
          title=${drop}
          @click=${() => show(without(inbox.filter, name))}
        >
          ${icon(CLOSE)}
        </button></span
      >`
    })}
    <button class="link-button" type="button" @click=${keep}>${strings.keepView}</button>
  </div>`
}

function labelOf(
  name: Exclude<keyof InboxFilter, 'order'>,
  { inbox: { filter }, sites, team, l10n: { console: strings } }: FilterChips,
): string {
  const { siteId, tag = '', status = 'PENDING', assignee } = filter
  if (name === 'tag') return tag
  if (name === 'status') return strings.statuses[status]
  if (name === 'siteId') return sites.find((site) => site.siteId === siteId)?.name ?? strings.site
  if (assignee === 'me') return strings.you
  if (assignee === 'none') return strings.nobody
  return team.find(({ commercialId }) => commercialId === assignee)?.name ?? strings.assignee
}
