import { expect, it } from 'vitest'
import type { SiteId, VisitorId } from '#shared/ids.ts'
import type { CommercialIdentity } from './identity.ts'
import { createPresence } from './presence.ts'
import { listVisitors } from './visitor-board.ts'
import type { ListedVisitor, VisitorStorage } from './visitor-storage.ts'

const shop = 'shop' as SiteId
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as VisitorId
const marta = { role: 'commercial', siteIds: [shop] } as unknown as CommercialIdentity

const storage: Pick<VisitorStorage, 'visitors' | 'visitorsById' | 'visitor'> = {
  visitors: () => Promise.reject(new Error('Not asked')),
  visitor: () => Promise.reject(new Error('Not asked')),
  visitorsById: (_, ids) =>
    Promise.resolve(ids.map((visitorId) => ({ visitor: record(visitorId), openChatId: null }))),
}

function record(visitorId: VisitorId): ListedVisitor['visitor'] {
  const unknown = { name: null, email: null, phone: null, topic: null, consent: null, verified: null }
  const more = { locale: null, timeZone: null, page: null, blockedAt: null, erasedAt: null }
  return { visitorId, siteId: shop, attributes: {}, ...unknown, ...more, createdAt: 0, seenAt: 0 }
}

it('the live board shows who is there, the last to come first, and pages on while they come and go', async () => {
  const presence = createPresence()
  const come = (n: number, since: number, siteId = shop) =>
    presence.visitorCame({ visitorId: id(n), siteId }, since)
  for (const [n, since] of [
    [1, 100],
    [2, 200],
    [3, 200],
    [4, 300],
  ] as const) {
    expect(come(n, since)).toBe(true)
  }
  come(9, 250, 'bakery' as SiteId)
  expect(come(1, 400)).toBe(false)
  const page = (cursor?: string) =>
    listVisitors({ storage, presence, onlookers: { byId: () => null } }, marta, {
      online: 'true',
      limit: 2,
      cursor,
    })
  const first = await page()
  expect(first.visitors).toMatchObject([
    { visitorId: id(4), isOnline: true, onlineSince: '1970-01-01T00:00:00.300Z' },
    { visitorId: id(3), isOnline: true },
  ])
  come(5, 500)
  expect(presence.visitorWent(id(3))).toBe(true)
  expect(presence.visitorWent(id(1))).toBe(false)
  const second = await page(first.nextCursor ?? '')
  expect(second.visitors.map(({ visitorId }) => visitorId)).toEqual([id(2), id(1)])
  expect(second.nextCursor).toBeNull()
})
