import { describe, expect, it } from 'vitest'
import type { SiteId } from '#shared/ids.ts'
import { completeSettings } from '../domain/site-settings.ts'
import type { SiteRecord } from '../domain/records.ts'
import { createOrigins, originOf } from './origins.ts'

const shop = site('shop', ['https://shop.example', 'http://localhost:*', 'http://127.0.0.1:*'])
const bakery = site('bakery', ['https://bakery.example:8443'])
const origins = createOrigins({
  storage: { sites: () => Promise.resolve([shop, bakery]) },
  ownOrigin: 'https://chat.example',
})

function site(siteKey: string, list: string[]): SiteRecord {
  return {
    siteId: siteKey as SiteId,
    siteKey,
    name: siteKey,
    origins: list,
    locale: 'es',
    revision: 'r',
    settings: completeSettings({}),
  }
}

const allowed = [
  'https://chat.example',
  'https://shop.example',
  'https://bakery.example:8443',
  'http://localhost',
  'http://localhost:5173',
  'http://127.0.0.1:65535',
]
const refused = [
  'null',
  '',
  '*',
  'https://evil.example',
  'http://shop.example',
  'https://shop.example:444',
  'https://shop.example.evil.example',
  'https://evilshop.example',
  'https://shop.example@evil.example',
  'https://shop.example/',
  'HTTPS://SHOP.EXAMPLE',
  'https://bakery.example',
  'https://localhost:5173',
  'http://localhost.evil.example',
  'http://localhost:80.evil.example',
  'http://localhost:@evil.example',
  'http://localhost:',
  'http://127.0.0.1.evil.example:80',
]

describe('CORS', () => {
  it.each(allowed)('names %s', async (origin) => {
    expect(await origins.isListed(origin)).toBe(true)
  })
  it.each(refused)('does not name %o', async (origin) => {
    expect(await origins.isListed(origin)).toBe(false)
  })
  it('names no page without an origin, even when a list says so by mistake', async () => {
    const careless = createOrigins({
      storage: { sites: () => Promise.resolve([site('careless', ['null'])]) },
      ownOrigin: 'https://chat.example',
    })
    expect(await careless.isListed('null')).toBe(false)
  })
})

describe('a socket’s handshake', () => {
  it.each(allowed)('may come from %s', async (origin) => {
    expect(await origins.mayConnect({ origin, fetchSite: undefined })).toBe(true)
  })
  it.each(refused)('D01: may not come from %o', async (origin) => {
    expect(await origins.mayConnect({ origin, fetchSite: undefined })).toBe(false)
  })
  it.each([
    [undefined, true],
    ['same-origin', true],
    ['none', true],
    ['same-site', false],
    ['cross-site', false],
  ])('without an origin, fetched from %s: %s', async (fetchSite, expected) => {
    expect(await origins.mayConnect({ origin: undefined, fetchSite })).toBe(expected)
  })
})

describe('a request with a cookie', () => {
  const passes = (origin: string | undefined, fetchSite: string | undefined, siteIds: SiteId[]) =>
    origins.check({ origin, fetchSite }, siteIds).then(
      () => 'passes',
      (cause: { code: string }) => cause.code,
    )

  it('D02: must come from a page of the site that the cookie is for', async () => {
    expect(await passes('https://shop.example', 'cross-site', [shop.siteId])).toBe('passes')
    expect(await passes('https://bakery.example:8443', 'cross-site', [shop.siteId])).toBe(
      'origin_not_allowed',
    )
    expect(await passes('https://bakery.example:8443', undefined, [shop.siteId, bakery.siteId])).toBe(
      'passes',
    )
  })

  it('may come from the console’s own page, unless the browser contradicts that', async () => {
    expect(await passes('https://chat.example', 'same-origin', [])).toBe('passes')
    expect(await passes('https://chat.example', 'cross-site', [])).toBe('origin_not_allowed')
  })

  it('may come from no browser at all', async () => {
    expect(await passes(undefined, undefined, [shop.siteId])).toBe('passes')
    expect(await passes(undefined, 'cross-site', [shop.siteId])).toBe('origin_not_allowed')
  })
})

it('reads what a browser says of its page', () => {
  expect(originOf({ origin: 'https://a.example', 'sec-fetch-site': 'cross-site' })).toEqual({
    origin: 'https://a.example',
    fetchSite: 'cross-site',
  })
})
