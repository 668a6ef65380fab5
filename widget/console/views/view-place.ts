import type { SiteId } from '#shared/ids.ts'
import type { View, ViewFilter } from '#shared/view.ts'
import { filterOf, queryOf } from '../../core/inbox.ts'
import type { InboxFilter, InboxList } from '../../core/state.ts'
import type { ListPlace } from '../route.ts'

/** What is on screen, as a view keeps it: the question that the server would be asked. */
export function viewFilterOf({ list, filter }: ListPlace): ViewFilter {
  return queryOf(list, filter)
}

/** The list that a view shows, and what of it. */
export function placeOf({ status, assignee, siteId, tag, snoozed, order }: ViewFilter): ListPlace {
  const list = listOf({ status, assignee, snoozed })
  const filter: InboxFilter = {
    ...(siteId !== undefined && { siteId: siteId as SiteId }),
    ...(tag !== undefined && { tag }),
    ...(assignee !== undefined && { assignee }),
    ...((status === 'PENDING' || status === 'IN_PROGRESS') && { status }),
    ...(order === 'waiting' && { order }),
  }
  return { list, filter: filterOf({ list, filter }) }
}

function listOf({ status, assignee, snoozed }: ViewFilter): InboxList {
  if (status === 'CLOSED') return 'closed'
  if (snoozed === 'true') return 'snoozed'
  if (assignee === 'me') return 'mine'
  return assignee === 'none' ? 'unassigned' : 'all'
}

/** Whether a view is what is on screen. */
export function isShown({ filter }: View, place: ListPlace): boolean {
  return isSameFilter(viewFilterOf(placeOf(filter)), viewFilterOf(place))
}

function isSameFilter(one: ViewFilter, other: ViewFilter): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof ViewFilter)[])
  return [...names].every((name) => one[name] === other[name])
}
