import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  base64url,
  type CryptoKey,
  type JWTPayload,
} from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommercialId } from '#shared/ids.ts'
import { createAccessTokens, type AccessTokens } from './access-token.ts'
import { createKeys, type Keys } from './keys.ts'

const ISSUER = 'https://chat.example'
const START = Date.parse('2026-03-01T10:00:00.000Z')
const clock = { at: START, now: () => clock.at }
let keys: Keys
let tokens: AccessTokens

const session = {
  sessionId: 'session-1',
  expiresAt: START + 86_400_000,
  commercial: {
    commercialId: 'ana' as CommercialId,
    name: 'Ana',
    email: 'ana@shop.example',
    role: 'commercial',
    siteIds: [],
  },
} as const

beforeEach(async () => {
  clock.at = START
  keys = await createKeys()
  tokens = createAccessTokens({ keys, clock, issuer: ISSUER })
})

/** A token with everything right but what is given. */
function forge(change: { claims?: JWTPayload; header?: Record<string, unknown>; key?: CryptoKey } = {}) {
  const now = Math.floor(START / 1000)
  return new SignJWT({
    sub: 'ana',
    role: 'commercial',
    sid: 'session-1',
    iss: ISSUER,
    aud: 'sobremesa',
    iat: now,
    exp: now + 900,
    ...change.claims,
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: keys.signing.kid, ...change.header })
    .sign(change.key ?? keys.signing.key)
}

describe('an access token', () => {
  it('says who, as what, in which session and until when', async () => {
    const { accessToken, expiresIn } = await tokens.issue(session)
    expect(expiresIn).toBe(900)
    expect(await tokens.verify(accessToken)).toEqual({
      commercialId: 'ana',
      role: 'commercial',
      sessionId: 'session-1',
      expiresAt: START + 900_000,
    })
  })

  it('is accepted to its last millisecond and not one longer, also when it was seen before', async () => {
    const { accessToken } = await tokens.issue(session)
    clock.at = START + 899_999
    await expect(tokens.verify(accessToken)).resolves.toMatchObject({ sessionId: 'session-1' })
    clock.at = START + 900_000
    await expect(tokens.verify(accessToken)).rejects.toMatchObject({ code: 'token_expired' })
    await expect(tokens.verify(accessToken)).rejects.toMatchObject({ code: 'token_expired' })
  })

  it('is told apart as expired when it is first seen long after', async () => {
    const { accessToken } = await tokens.issue(session)
    clock.at = START + 86_400_000
    await expect(tokens.verify(accessToken)).rejects.toMatchObject({ code: 'token_expired' })
  })

  it('is accepted from a server whose clock is a minute ahead', async () => {
    const { accessToken } = await tokens.issue(session)
    clock.at = START - 60_000
    await expect(tokens.verify(accessToken)).resolves.toMatchObject({ commercialId: 'ana' })
    clock.at = START - 90_000
    const other = createAccessTokens({ keys, clock, issuer: ISSUER })
    await expect(other.verify(accessToken)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  it('stays good when another key has become the signing one', async () => {
    const { accessToken } = await tokens.issue(session)
    const next = await createKeys()
    const verifying = new Map([...next.verifying, ...keys.verifying])
    const rotated = createAccessTokens({ keys: { ...next, verifying }, clock, issuer: ISSUER })
    await expect(rotated.verify(accessToken)).resolves.toMatchObject({ commercialId: 'ana' })
  })
})

describe('a forged token', () => {
  const badTokens: [string, () => Promise<string> | string][] = [
    ['with no signature', () => new UnsecuredJWT({ sub: 'ana', sid: 'session-1' }).encode()],
    [
      'with alg none and the right claims',
      async () => withHeader(await forge(), { alg: 'none', typ: 'at+jwt' }),
    ],
    ['signed HS256 with the public key', signedWithPublicKey],
    ['signed by another key', async () => forge({ key: (await generateKeyPair('ES256')).privateKey })],
    ['of an unknown kid', () => forge({ header: { kid: 'other' } })],
    ['of no kid', () => forge({ header: { kid: undefined } })],
    ['whose kid is a path', () => forge({ header: { kid: '../../dev/null' } })],
    ['whose kid is a piece of SQL', () => forge({ header: { kid: "' OR 1=1 --" } })],
    ['whose kid is a word of the language', () => forge({ header: { kid: '__proto__' } })],
    ['that brings its own key', withOwnKey],
    [
      'with an extension it calls critical',
      async () => withHeader(await forge(), { crit: ['b64'], b64: false }),
    ],
    ['of another type', () => forge({ header: { typ: 'JWT' } })],
    ['of no type', () => forge({ header: { typ: undefined } })],
    ['of another issuer', () => forge({ claims: { iss: 'https://evil.example' } })],
    ['for another audience', () => forge({ claims: { aud: 'elsewhere' } })],
    ['without an end', () => forge({ claims: { exp: undefined } as unknown as JWTPayload })],
    ['without a beginning', () => forge({ claims: { iat: undefined } as unknown as JWTPayload })],
    ['without a session', () => forge({ claims: { sid: undefined } })],
    ['whose session is no text', () => forge({ claims: { sid: 7 } })],
    ['of a role that does not exist', () => forge({ claims: { role: 'visitor' } })],
    ['that begins tomorrow', () => forge({ claims: { nbf: START / 1000 + 86_400 } })],
    ['with another payload under the old signature', tampered],
    ['cut short', async () => (await forge()).slice(0, -10)],
    ['of two parts', async () => (await forge()).split('.').slice(0, 2).join('.')],
    ['that is no token', () => 'a.b.c'],
    ['that is empty', () => ''],
    ['of a megabyte', () => `${'a'.repeat(1_000_000)}.b.c`],
  ]

  it.each(badTokens)('C01, C04: %s is refused', async (_, forged) => {
    await expect(tokens.verify(await forged())).rejects.toMatchObject({
      name: 'Refusal',
      code: 'invalid_token',
    })
  })

  it('C02: that would live for a year is refused once it is older than any of ours', async () => {
    const token = await forge({ claims: { exp: START / 1000 + 31_536_000 } })
    clock.at = START + 3_600_000
    await expect(tokens.verify(token)).rejects.toMatchObject({ code: 'token_expired' })
  })

  it('is not the control: the same forge with nothing changed is accepted', async () => {
    await expect(tokens.verify(await forge())).resolves.toMatchObject({ commercialId: 'ana' })
  })

  async function signedWithPublicKey(): Promise<string> {
    const [publicKey] = keys.verifying.values()
    const pem = publicKey === undefined ? '' : await exportSPKI(publicKey)
    return new SignJWT({ sub: 'ana', role: 'admin', sid: 'session-1' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: keys.signing.kid })
      .setIssuedAt(START / 1000)
      .setExpirationTime(START / 1000 + 900)
      .sign(new TextEncoder().encode(pem))
  }

  async function withOwnKey(): Promise<string> {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    const jwk = await exportJWK(publicKey)
    const brought = { jwk, jku: 'https://evil.example/jwks.json', x5u: 'https://evil.example/cert.pem' }
    return forge({ key: privateKey, header: { kid: keys.signing.kid, ...brought } })
  }

  async function tampered(): Promise<string> {
    const [header, payload = '', signature] = (await forge()).split('.')
    const claims: object = JSON.parse(new TextDecoder().decode(base64url.decode(payload)))
    return [header, base64url.encode(JSON.stringify({ ...claims, role: 'admin' })), signature].join('.')
  }

  function withHeader(token: string, header: object): string {
    const encoded = base64url.encode(
      JSON.stringify({ alg: 'ES256', typ: 'at+jwt', kid: keys.signing.kid, ...header }),
    )
    return [encoded, ...token.split('.').slice(1)].join('.')
  }
})
