import { describe, expect, it } from 'vitest'
import type { CommercialId, SiteId } from '#shared/ids.ts'
import { createPresence } from './presence.ts'

const marta = { commercialId: 'marta' as CommercialId, siteIds: ['olmo' as SiteId] }

describe('presence', () => {
  it('lasts as long as the last of several connections', () => {
    const presence = createPresence()
    expect(presence.isOnline('olmo' as SiteId)).toBe(false)
    presence.connect(marta)
    presence.connect(marta)
    expect(presence.disconnect(marta.commercialId)).toBe('online')
    expect(presence.isOnline('olmo' as SiteId)).toBe(true)
    expect(presence.isOnline('other' as SiteId)).toBe(false)
    expect(presence.disconnect(marta.commercialId)).toBe('offline')
    expect(presence.isOnline('olmo' as SiteId)).toBe(false)
  })

  it('remembers through a reload that somebody is away', () => {
    const presence = createPresence()
    presence.connect(marta)
    expect(presence.choose(marta.commercialId, 'away')).toBe('away')
    expect(presence.disconnect(marta.commercialId)).toBe('offline')
    expect(presence.connect(marta)).toBe('away')
    expect(presence.isOnline('olmo' as SiteId)).toBe(false)
  })

  it('does not count below nothing', () => {
    const presence = createPresence()
    presence.disconnect(marta.commercialId)
    expect(presence.connect(marta)).toBe('online')
  })
})
