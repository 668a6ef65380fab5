import { describe, expect, it } from 'vitest'
import type { SiteId } from '#shared/ids.ts'
import { createSightings } from './sightings.ts'

const SHOP = 'shop' as SiteId
const OTHER = 'other' as SiteId

function arrange() {
  let now = 1_000
  const sightings = createSightings({ now: () => (now += 1) })
  return sightings
}

describe('sightings', () => {
  it('tell when the tag, the chat and its connection were last seen, newest first', () => {
    const sightings = arrange()
    sightings.tag('https://a.example')
    sightings.opened(SHOP, 'https://a.example')
    sightings.connected(SHOP, 'https://a.example', 'polling')
    sightings.tag('https://b.example')
    sightings.connected(SHOP, 'https://a.example', 'websocket')
    expect(sightings.of(SHOP)).toEqual([
      {
        origin: 'https://a.example',
        tagAt: 1_002,
        openedAt: 1_003,
        pollingAt: 1_004,
        websocketAt: 1_006,
        isOfSite: true,
      },
      {
        origin: 'https://b.example',
        tagAt: 1_005,
        openedAt: null,
        websocketAt: null,
        pollingAt: null,
        isOfSite: false,
      },
    ])
  })

  it('keep what is one site’s from another, but for tags, which do not say whose they are', () => {
    const sightings = arrange()
    sightings.opened(OTHER, 'https://a.example')
    expect(sightings.of(SHOP)).toEqual([])
    sightings.tag('https://a.example')
    expect(sightings.of(SHOP)).toMatchObject([{ openedAt: null, isOfSite: false }])
  })

  it('stay few, however many origins somebody makes up, and forget the oldest', () => {
    const sightings = arrange()
    for (let index = 0; index < 1_000; index += 1) sightings.opened(SHOP, `https://${index}.example`)
    sightings.opened(SHOP, `https://${'x'.repeat(1_000)}.example`)
    const seen = sightings.of(SHOP)
    expect(seen).toHaveLength(200)
    expect(seen[0]?.origin).toBe('https://999.example')
  })
})
