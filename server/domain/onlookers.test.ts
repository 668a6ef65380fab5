import { expect, it } from 'vitest'
import type { SiteId, VisitorId } from '#shared/ids.ts'
import { createOnlookers, type Onlooker, type Sign } from './onlookers.ts'

const shop = 'shop' as SiteId
const MINUTE_MS = 60_000

function arrange() {
  const clock = { at: 1_000_000, now: () => clock.at }
  const onlookers = createOnlookers(clock)
  const heard: string[] = []
  onlookers.watch({
    came: () => void heard.push('came'),
    went: () => void heard.push('went'),
    turned: ({ page }) => void heard.push(page.url),
  })
  return {
    onlookers,
    heard,
    /** Time passes, and it is noticed who has gone. */
    pass(ms: number) {
      clock.at += ms
      onlookers.sweep()
    },
    come: (hash: string, siteId = shop) =>
      onlookers.come(sign('/', { siteId }), {
        visitorId: `visitor ${hash}` as VisitorId,
        token: { hash, expiresAt: 0 },
      }),
    look: (hash: string, path: string) => onlookers.look(hash, sign(path)),
    of: (hash: string) => onlookers.byToken(hash),
  }
}

function sign(path: string, more: Partial<Sign> = {}): Sign {
  const page = { url: `https://olmo.example${path}`, title: path }
  return { siteId: shop, page, referrer: undefined, locale: null, timeZone: null, nextInMs: 12_000, ...more }
}

const way = (onlooker: Onlooker | null) =>
  onlooker?.trail.map((step) => (step.kind === 'page' ? step.title : step.name))

it('somebody who turns pages stays one, with the way that they went', () => {
  const { onlookers, heard, pass, come, look, of } = arrange()
  come('a')
  onlookers.leave('a')
  pass(5_000)
  look('a', '/tables')
  look('a', '/tables')
  pass(5_000)
  onlookers.leave('a')
  look('a', '/chairs')
  expect(heard).toEqual(['came', 'https://olmo.example/tables', 'https://olmo.example/chairs'])
  expect(way(of('a'))).toEqual(['/chairs', '/tables', '/'])
  expect(of('a')).toMatchObject({ isHere: true, page: { title: '/chairs' } })
})

it('who leaves is gone soon, who is silent a little later', () => {
  const { onlookers, heard, pass, come } = arrange()
  come('leaves')
  come('is silent')
  onlookers.leave('leaves')
  pass(10_000)
  expect(heard).toEqual(['came', 'came', 'went'])
  pass(17_000)
  expect(heard).toEqual(['came', 'came', 'went', 'went'])
})

it('who comes back within half an hour goes on with their way; later they are nobody', () => {
  const { heard, pass, come, look, of } = arrange()
  come('a')
  pass(20 * MINUTE_MS)
  expect(look('a', '/tables')).toEqual({ isVisitor: false })
  expect(heard).toEqual(['came', 'went', 'came'])
  expect(way(of('a'))).toEqual(['/tables', '/'])
  pass(31 * MINUTE_MS)
  pass(0)
  expect(of('a')).toBeNull()
  expect(look('a', '/tables')).toBeNull()
})

it('a secret is worth nothing on another site', () => {
  const { onlookers, come, of } = arrange()
  come('a')
  expect(onlookers.look('a', sign('/', { siteId: 'bakery' as SiteId }))).toBeNull()
  expect(of('a')?.siteId).toBe(shop)
})

it('a visitor by now stays there until they are heard of no more, and nothing else is kept of them', () => {
  const { onlookers, heard, pass, come, look, of } = arrange()
  come('a')
  const visitorId = of('a')?.visitorId
  if (visitorId === undefined) throw new Error('Nobody came')
  onlookers.welcomed(visitorId)
  expect([of('a'), onlookers.byId(visitorId)]).toEqual([null, null])
  expect(look('a', '/tables')).toEqual({ isVisitor: true })
  expect(heard).toEqual(['came'])
  pass(15_000)
  expect(heard).toEqual(['came', 'went'])
  expect(look('a', '/tables')).toBeNull()
})

it('keeps the newest steps, and of addresses and titles no more than anybody reads', () => {
  const { onlookers, come, look, of } = arrange()
  come('a')
  for (let step = 0; step < 30; step += 1) look('a', `/${step}`)
  expect(way(of('a'))).toHaveLength(20)
  const title = '😀'.repeat(200)
  onlookers.look('a', sign('', { page: { url: `https://olmo.example/${'x'.repeat(5_000)}`, title } }))
  const page = of('a')?.page
  expect(page?.url).toHaveLength(500)
  expect(page?.title).toBe('😀'.repeat(60))
})

it('holds so many of a site and no more; somebody who has gone makes room', () => {
  const { onlookers, pass, come, look, of } = arrange()
  for (let n = 0; n < 2_000; n += 1) come(`${n}`)
  expect(come('one too many')).toBe(false)
  expect(come('of another site', 'bakery' as SiteId)).toBe(true)
  onlookers.leave('7')
  pass(10_000)
  expect(come('in their place')).toBe(true)
  expect(of('7')).toBeNull()
  expect(look('8', '/')).not.toBeNull()
  expect(come('one too many')).toBe(false)
})
