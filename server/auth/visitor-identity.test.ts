import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestAuth, type TestAuth } from './auth.fixture.ts'
import { addIdentityKey } from './identity-keys.ts'
import { verifyIdentity } from './visitor-identity.ts'

let auth: TestAuth
let secret: string
let kid: string
beforeEach(async () => {
  auth = await openTestAuth()
  const added = await addIdentityKey(auth, auth.site.siteId, { algorithm: 'HS256' })
  secret = added.secret ?? ''
  kid = added.record.kid
})
afterEach(() => auth.storage.close())

const HOUR = 60 * 60
const now = () => Math.floor(auth.clock.at / 1_000)
const claims = (): JWTPayload => ({ sub: 'customer-7', exp: now() + HOUR })
const verify = (token: string) => verifyIdentity(auth, auth.site.siteId, token)

function sign(payload: JWTPayload, { header = {}, key = secret }: { header?: object; key?: string } = {}) {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', kid, ...header })
    .sign(new TextEncoder().encode(key))
}

describe('a token of the site’s own server', () => {
  it('says who a visitor is', async () => {
    const person = { name: 'Núria', email: 'nuria@ferrer.example', attributes: { plan: 'pro', seats: 3 } }
    expect(await verify(await sign({ ...claims(), ...person }))).toEqual({ userId: 'customer-7', ...person })
    expect(await verify(await sign(claims()))).toMatchObject({ userId: 'customer-7', name: undefined })
  })

  it('need not name its key where there is only one', async () => {
    expect(await verify(await sign(claims(), { header: { kid: undefined } }))).toMatchObject({
      userId: 'customer-7',
    })
    await addIdentityKey(auth, auth.site.siteId, { algorithm: 'HS256' })
    await expect(verify(await sign(claims(), { header: { kid: undefined } }))).rejects.toMatchObject({
      code: 'identity_invalid',
    })
  })

  it('may be signed with a private key that never leaves that server', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
    const pem = await exportSPKI(publicKey)
    const { record } = await addIdentityKey(auth, auth.site.siteId, { algorithm: 'ES256', publicKey: pem })
    const header = { alg: 'ES256', kid: record.kid }
    const token = await new SignJWT(claims()).setProtectedHeader(header).sign(privateKey)
    expect(await verify(token)).toMatchObject({ userId: 'customer-7' })
    // The classic forgery: the public key, which is no secret, taken for a shared one.
    const forged = await sign(claims(), { header: { kid: record.kid }, key: pem })
    await expect(verify(forged)).rejects.toMatchObject({ code: 'identity_invalid' })
  })

  it('is worth nothing once its key is removed, and works while two keys overlap', async () => {
    const second = await addIdentityKey(auth, auth.site.siteId, { algorithm: 'HS256' })
    const old = await sign(claims())
    const renewed = await sign(claims(), {
      header: { kid: second.record.kid },
      key: second.secret ?? '',
    })
    expect(await verify(old)).toEqual(await verify(renewed))
    await auth.storage.removeIdentityKey(auth.site.siteId, kid)
    await expect(verify(old)).rejects.toMatchObject({ code: 'identity_invalid' })
    expect(await verify(renewed)).toMatchObject({ userId: 'customer-7' })
  })

  it('of another site is nobody’s', async () => {
    const other = await auth.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'es' })
    await expect(verifyIdentity(auth, other.siteId, await sign(claims()))).rejects.toMatchObject({
      code: 'identity_invalid',
    })
  })

  it.each<[string, () => Promise<string> | string]>([
    ['no token at all', () => 'x'],
    ['an empty one', () => ''],
    ['one of three dots', () => '...'],
    ['another’s signature', () => sign(claims(), { key: randomBytes(32).toString('base64url') })],
    ['an unknown key', () => sign(claims(), { header: { kid: 'none' } })],
    ['a key named like a property', () => sign(claims(), { header: { kid: '__proto__' } })],
    ['no signature', async () => `${(await sign(claims())).split('.').slice(0, 2).join('.')}.`],
    [
      'alg none',
      async () => {
        const [, payload] = (await sign(claims())).split('.')
        const header = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url')
        return `${header}.${payload}.`
      },
    ],
    ['no end', () => sign({ sub: 'customer-7' })],
    ['an end in the past', () => sign({ ...claims(), exp: now() - 61 })],
    ['a life of more than a day', () => sign({ ...claims(), exp: now() + 25 * HOUR })],
    ['a life of more than a day that began long ago', () => sign({ ...claims(), iat: now() - 24 * HOUR })],
    ['a beginning in the future', () => sign({ ...claims(), nbf: now() + HOUR })],
    ['nobody', () => sign({ exp: now() + HOUR })],
    ['an empty id', () => sign({ ...claims(), sub: '' })],
    ['an endless id', () => sign({ ...claims(), sub: 'x'.repeat(201) })],
    ['an e-mail that is none', () => sign({ ...claims(), email: 'no' })],
    ['a name that rearranges its neighbours', () => sign({ ...claims(), name: 'a\u202Eb' })],
    ['attributes in depth', () => sign({ ...claims(), attributes: { a: { b: 1 } } })],
    [
      'a critical header that nobody knows',
      () => sign(claims(), { header: { crit: ['x'], x: 1 } }).catch(() => 'x'),
    ],
  ])('is refused with %s', async (_, make) => {
    await expect(verify(await make())).rejects.toMatchObject({ name: 'Refusal', code: 'identity_invalid' })
  })
})

it('is refused with a key whose secret this server cannot open any more', async () => {
  const lost = { kid, algorithm: 'HS256', key: null, createdAt: 0 } as const
  const storage = { identityKeys: () => Promise.resolve([lost]) }
  await expect(
    verifyIdentity({ ...auth, storage }, auth.site.siteId, await sign(claims())),
  ).rejects.toMatchObject({ code: 'identity_invalid' })
})

describe('a key', () => {
  it('for ES256 is a public key of the right curve, and nothing else', async () => {
    const { publicKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    for (const publicKey of [
      'x',
      rsa.export({ type: 'spki', format: 'pem' }).toString(),
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ]) {
      const adding = addIdentityKey(auth, auth.site.siteId, { algorithm: 'ES256', publicKey })
      await expect(adding).rejects.toMatchObject({
        code: 'invalid',
        details: { issues: [{ path: 'publicKey' }] },
      })
    }
  })

  it('C03: has a secret of 256 bits that is kept for signing and never told again', async () => {
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(await auth.storage.identityKeys(auth.site.siteId)).toMatchObject([{ kid, key: secret }])
  })
})
