import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { Page } from '#shared/person.ts'
import { ApiError } from './api-error.ts'
import type { Api, LooseApi } from './api.ts'
import type { TokenStore } from './chat-client.ts'
import { createVisitorSession } from './visitor-session.ts'

const site = { name: 'Olmo' }

interface Setting {
  readonly tokens?: TokenStore
  /** Refusals in turn; an answer when there is none left. */
  readonly refusals?: ApiError[]
}

function memory(token: string | null): TokenStore & { token: string | null } {
  return {
    token,
    get() {
      return this.token
    },
    set(value) {
      this.token = value
    },
  }
}

function arrange({ tokens = memory(null), refusals = [] }: Setting) {
  const asked: unknown[] = []
  const told: unknown[] = []
  const pages: unknown[] = []
  const described: unknown[] = []
  let made = 0
  const api: LooseApi = async (name, call) => {
    const body = (call?.body ?? {}) as { token?: string; page?: Page }
    asked.push(name === 'POST /v2/visitors/session' ? { token: body.token } : name)
    if (name === 'POST /v2/visitors/session') pages.push(body.page)
    const refusal = refusals.shift()
    if (refusal !== undefined) throw refusal
    if (name === 'GET /v2/sites/:siteKey/public') return site
    if (name === 'PATCH /v2/visitors/me') described.push(body)
    if (name === 'PATCH /v2/visitors/me') return { visitorId: 'vera', ...body }
    made += 1
    return { visitor: { visitorId: 'vera' }, token: body.token ?? `token-${made}`, chat: null, site }
  }
  const session = createVisitorSession({
    api: api as Api,
    authorizedApi: api as Api,
    tokens,
    onSite() {},
    onOpened: () => void told.push('opened'),
    onDescribed: ({ name }) => void told.push(`named ${name}`),
    onNobody: (reason = 'nobody') => void told.push(reason),
  })
  return { session, asked, told, tokens, pages, described }
}

const refused = new ApiError(401, 'invalid_token')

describe('a visitor’s session', () => {
  it('is not given to somebody who was forgotten while it was asked for', async () => {
    const { session, tokens, told } = arrange({ tokens: memory('kept') })
    const starting = session.start()
    session.forget()
    await starting
    expect([tokens.get(), session.token(), told]).toEqual([null, null, ['nobody']])
  })

  it('is made while no other page makes one, with the token that another has got meanwhile', async () => {
    const waiting: (() => void)[] = []
    const alone: TokenStore['alone'] = async (task) => {
      await new Promise<void>((resolve) => void waiting.push(resolve))
      return task()
    }
    const tokens = { ...memory(null), alone }
    const { session, asked } = arrange({ tokens })
    const opening = session.open()
    tokens.set('of another tab')
    for (const go of waiting) go()
    await opening
    expect(asked).toEqual([{ token: 'of another tab' }])
  })

  it('is not made by looking at the site', async () => {
    const { session, asked, told } = arrange({})
    await session.start()
    expect(asked).toEqual(['GET /v2/sites/:siteKey/public'])
    expect(told).toEqual(['nobody'])
  })

  it('goes on with a kept token', async () => {
    const { session, asked, told } = arrange({ tokens: memory('kept') })
    await session.start()
    expect(asked).toEqual([{ token: 'kept' }])
    expect(told).toEqual(['opened'])
  })

  it('forgets a kept token that is refused, and does not try it twice', async () => {
    const tokens = memory('dead')
    const { session, asked } = arrange({ tokens, refusals: [refused] })
    await session.start()
    expect(tokens.token).toBeNull()
    await session.open()
    expect(asked).toEqual([{ token: 'dead' }, 'GET /v2/sites/:siteKey/public', { token: undefined }])
  })

  it('is made once, however many messages are in a hurry', async () => {
    const { session, asked } = arrange({})
    await Promise.all([session.open(), session.open(), session.open()])
    expect(asked).toEqual([{ token: undefined }])
  })

  it('is the one that another tab has made meanwhile', async () => {
    const tokens = memory(null)
    const { session, asked } = arrange({ tokens })
    await session.start()
    tokens.set('of the other tab')
    await session.open()
    expect(asked.at(-1)).toEqual({ token: 'of the other tab' })
    expect(session.token()).toBe('of the other tab')
  })

  it('lasts as long as the page where storage is blocked', async () => {
    const blocked = (): never => {
      throw new DOMException('no', 'SecurityError')
    }
    const { session } = arrange({ tokens: { get: blocked, set: blocked } })
    await session.open()
    expect(session.token()).toBe('token-1')
  })

  it('says why when the site is unknown, and leaves trouble that passes to be tried again', async () => {
    const unknown = arrange({ refusals: [new ApiError(404, 'site_not_found')] })
    await unknown.session.start()
    expect(unknown.told).toEqual(['site_not_found'])
    const { session } = arrange({ refusals: [new ApiError(0, 'network')] })
    await expect(session.start()).rejects.toMatchObject({ code: 'network' })
  })

  it('has ended once the server says so, for whoever asked with that token', async () => {
    const { session, told, tokens } = arrange({ tokens: memory('kept') })
    await session.start()
    expect(await session.renew('an older one', 'invalid_token')).toBe(true)
    expect(await session.renew('kept', 'token_expired')).toBe(false)
    expect(told).toEqual(['opened', 'token_expired'])
    expect(tokens.get()).toBeNull()
  })

  it('tells a description with the first message, and at once from then on', async () => {
    const { session, told, asked } = arrange({})
    await session.describe({ name: 'Vera' })
    expect(asked).toEqual([])
    await session.open()
    await session.describe({ name: 'Vera V.' })
    expect(told).toEqual(['opened', 'named Vera', 'named Vera V.'])
  })

  it.each([
    ['an address that campaigns have made long', { url: `https://shop.example/?${'utm=x&'.repeat(600)}` }],
    [
      'a title that ends in half an emoji',
      { url: 'https://shop.example/', title: 'Mesas \u{1F60A}'.slice(0, -1) },
    ],
    ['a title like a novel', { url: 'https://shop.example/', title: '\u{1F60A}'.repeat(400) }],
  ])('begins on any page: with %s', async (_, page) => {
    const { session, pages } = arrange({})
    session.setPage(page)
    await session.open()
    expect(v.is(Page, pages[0])).toBe(true)
  })

  it('tells all attributes that were said before it began, and of each what was said last', async () => {
    const { session, described } = arrange({})
    await session.describe({ name: 'Núria', attributes: { id: '7', plan: 'free' } })
    await session.describe({ attributes: { plan: 'pro' } })
    await session.open()
    expect(described).toEqual([{ name: 'Núria', attributes: { id: '7', plan: 'pro' } }])
  })
})
