import { expect } from '@open-wc/testing'
import type { CommercialId, SiteId, ViewId } from '#shared/ids.ts'
import type { View, ViewFilter } from '#shared/view.ts'
import { LISTS } from '../chat-list/list-tabs.ts'
import type { ListPlace } from '../route.ts'
import { isShown, placeOf, viewFilterOf } from './view-place.ts'

const filter = {
  tag: 'mesas',
  siteId: 'site-1' as SiteId,
  assignee: 'joan',
  status: 'PENDING',
  order: 'waiting',
} as const

function view(kept: ViewFilter): View {
  return {
    viewId: 'v1' as ViewId,
    name: 'Mesas',
    filter: kept,
    isShared: false,
    ownerId: 'marta' as CommercialId,
    updatedAt: '',
  }
}

describe('a view', () => {
  for (const list of LISTS) {
    it(`leads back to what was kept of the list “${list}”`, () => {
      for (const place of [
        { list, filter: {} },
        { list, filter: { tag: 'mesas' } },
      ] satisfies ListPlace[]) {
        expect(placeOf(viewFilterOf(place))).to.deep.equal(place)
        expect(isShown(view(viewFilterOf(place)), place)).to.equal(true)
      }
    })
  }

  it('keeps all that a list can be filtered by, and nothing that it is about already', () => {
    expect(placeOf(viewFilterOf({ list: 'all', filter })).filter).to.deep.equal(filter)
    const { assignee: _, ...own } = filter
    expect(placeOf(viewFilterOf({ list: 'mine', filter })).filter).to.deep.equal(own)
    const { status: __, ...closed } = filter
    expect(placeOf(viewFilterOf({ list: 'closed', filter })).filter).to.deep.equal(closed)
  })

  it('is not on screen where more, or less, is shown', () => {
    const kept = view(viewFilterOf({ list: 'all', filter: { tag: 'mesas' } }))
    expect(isShown(kept, { list: 'all', filter: {} })).to.equal(false)
    expect(isShown(kept, { list: 'all', filter: { tag: 'sillas' } })).to.equal(false)
    expect(isShown(kept, { list: 'unassigned', filter: { tag: 'mesas' } })).to.equal(false)
  })
})
