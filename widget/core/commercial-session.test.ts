import { describe, expect, it } from 'vitest'
import { ApiError } from './api-error.ts'
import type { Api, LooseApi } from './api.ts'
import { createCommercialSession } from './commercial-session.ts'
import { createLifetime } from './lifetime.ts'
import { createTestEnvironment, settled } from './model/test-environment.ts'
import { createRetrier } from './retrier.ts'

interface Setting {
  /** Answers of the refresh in turn: an error, or a new token. */
  readonly refreshes?: (ApiError | 'ok')[]
  readonly getToken?: () => Promise<string | null>
  readonly expiresIn?: number
}

function arrange({ refreshes = [], getToken, expiresIn = 900 }: Setting) {
  const environment = createTestEnvironment()
  const life = createLifetime(environment)
  const told: string[] = []
  let refreshed = 0
  const api: LooseApi = async (name) => {
    if (name === 'GET /v2/auth/me') return { commercialId: 'marta' }
    if (name !== 'POST /v2/auth/refresh') return undefined
    refreshed += 1
    const answer = refreshes.shift() ?? 'ok'
    if (answer !== 'ok') throw answer
    return { accessToken: `token-${refreshed}`, expiresIn }
  }
  const session = createCommercialSession({
    api: api as Api,
    authorizedApi: api as Api,
    getToken,
    life,
    retrier: createRetrier(life, environment),
    environment,
    onRenewed: (token) => void told.push(`renewed ${token}`),
    onSignedIn: ({ commercialId }) => void told.push(`in ${commercialId}`),
    onSignedOut: (reason = 'no reason') => void told.push(`out ${reason}`),
  })
  return { session, environment, life, told, refreshed: () => refreshed }
}

const refused = new ApiError(401, 'invalid_token')
const down = new ApiError(503, 'not_ready')

describe('a commercial’s session', () => {
  it('goes on with the cookie', async () => {
    const { session, told } = arrange({})
    await session.start()
    expect(session.token()).toBe('token-1')
    expect(told).toEqual(['in marta'])
  })

  it('shows the login, without a reason, to somebody who was not signed in', async () => {
    const { session, told } = arrange({ refreshes: [refused] })
    await session.start()
    expect(told).toEqual(['out no reason'])
  })

  it('does not take a server in trouble for a refusal', async () => {
    const { session, told } = arrange({ refreshes: [down] })
    await expect(session.start()).rejects.toMatchObject({ code: 'not_ready' })
    expect(told).toEqual([])
  })

  it('renews ahead of the end, and tells the socket', async () => {
    const { session, environment, told } = arrange({})
    await session.start()
    await environment.advance(839_000)
    expect(told).toEqual(['in marta'])
    await environment.advance(1_000)
    expect(told).toEqual(['in marta', 'renewed token-2'])
  })

  it('keeps trying to renew while the server is in trouble', async () => {
    const { session, environment, told } = arrange({ refreshes: ['ok', down, down] })
    await session.start()
    await environment.advance(860_000)
    expect(told).toEqual(['in marta', 'renewed token-4'])
  })

  it('is renewed once for many requests that were refused together', async () => {
    const { session, refreshed } = arrange({})
    await session.start()
    expect(await Promise.all([1, 2, 3].map(() => session.renew('token-1', 'token_expired')))).toEqual([
      true,
      true,
      true,
    ])
    expect(refreshed()).toBe(2)
    expect(await session.renew('token-1', 'token_expired')).toBe(true)
    expect(refreshed()).toBe(2)
  })

  it('ends with its reason when the cookie is worth nothing any more, and asks no further', async () => {
    const { session, environment, told, refreshed } = arrange({ refreshes: ['ok', refused] })
    await session.start()
    expect(await session.renew('token-1', 'token_expired')).toBe(false)
    await environment.advance(3_600_000)
    expect(told).toEqual(['in marta', 'out invalid_token'])
    expect(refreshed()).toBe(2)
    expect(await session.prepare(false)).toBe(false)
  })

  it('has a usable token before it connects: after a night’s sleep, or when the last was refused', async () => {
    const { session, environment, refreshed, life } = arrange({ expiresIn: 60 })
    await session.start()
    expect(await session.prepare(false)).toBe(true)
    expect(refreshed()).toBe(1)
    await session.prepare(true)
    expect(refreshed()).toBe(2)
    // The timers of a sleeping page do not run.
    life.end()
    await environment.advance(3_600_000)
    await session.prepare(false)
    expect(refreshed()).toBe(3)
  })

  it('takes the host’s own tokens, and its word that there is nobody', async () => {
    const tokens = ['first', 'second', null]
    const { session, told } = arrange({ getToken: async () => tokens.shift() ?? null })
    await session.start()
    expect(await session.renew('first', 'token_expired')).toBe(true)
    expect(session.token()).toBe('second')
    expect(await session.renew('second', 'token_expired')).toBe(false)
    expect(told).toEqual(['in marta', 'renewed second', 'out unauthenticated'])
  })

  it('takes a host that cannot answer for a network that does not', async () => {
    const { session } = arrange({ getToken: () => Promise.reject(new Error('host')) })
    await expect(session.start()).rejects.toMatchObject({ code: 'network' })
  })

  it('leaves no timer behind when somebody signs out', async () => {
    const { session, environment } = arrange({})
    await session.start()
    await session.signOut()
    await settled()
    expect(environment.timers()).toBe(0)
    expect(session.token()).toBeNull()
  })
})
