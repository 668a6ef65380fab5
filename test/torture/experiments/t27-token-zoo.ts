import { createHmac, generateKeyPairSync, sign as signRaw } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { calculateJwkThumbprint, decodeJwt, decodeProtectedHeader, type JWK } from 'jose'
import type { Experiment, Setting } from '../experiment.ts'
import { bearer, call } from '../../contract/call.ts'
import { newVisitor, signIn } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { openSocket } from '../harness/raw-socket.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import type { MutantName } from '../inside/mutants.ts'

type Json = Record<string, unknown>

/** Makes tokens that are right but for one thing: signed by the server's own key, unless another is the point. */
interface Forge {
  readonly header: Json
  readonly claims: Json
  readonly publicJwk: JWK
  sign(header: Json, claims: Json): string
}

async function openForge({ dataDir }: ServerProcess, goodToken: string): Promise<Forge> {
  const { signingKeys } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    signingKeys: JWK[]
  }
  const [jwk] = signingKeys
  if (jwk === undefined) throw new Error('No signing key')
  const { d: _, ...publicJwk } = jwk
  return {
    header: { ...decodeProtectedHeader(goodToken) },
    claims: { ...decodeJwt(goodToken) },
    publicJwk: { ...publicJwk, kid: await calculateJwkThumbprint(jwk) },
    sign: (header, claims) => seal(header, claims, (text) => es256(text, jwk)),
  }
}

function es256(text: string, key: JWK): string {
  return signRaw('sha256', Buffer.from(text), {
    key: key as never,
    format: 'jwk',
    dsaEncoding: 'ieee-p1363',
  }).toString('base64url')
}

function seal(header: Json, claims: Json, signature: (text: string) => string): string {
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${signature(text)}`
}

function encode(part: Json): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

/** By what is wrong with it. */
function zoo(
  { header, claims, publicJwk, sign }: Forge,
  good: string,
  random: Setting['random'],
): [string, string][] {
  const now = Math.floor(Date.now() / 1000)
  const [head = '', body = '', signature = ''] = good.split('.')
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const strangerJwk = stranger.privateKey.export({ format: 'jwk' }) as JWK
  const publicPem = JSON.stringify(publicJwk)
  const hmac = (bits: 256 | 384 | 512, secret: string) => (text: string) =>
    createHmac(`sha${bits}`, secret).update(text).digest('base64url')
  const withHeader = (change: Json): string => sign({ ...header, ...change }, claims)
  const withClaims = (change: Json): string => sign(header, { ...claims, ...change })
  const strangers = (more: Json = {}) =>
    seal({ ...header, ...more }, claims, (text) => es256(text, strangerJwk))
  const without = (name: string): string => {
    const { [name]: _, ...rest } = claims
    return sign(header, rest)
  }
  const odd = [
    '../../dev/null',
    '/etc/passwd',
    "' OR 1=1 --",
    '__proto__',
    'constructor',
    '',
    'unknown',
    7,
    null,
    {},
    ['x'],
  ]
  return [
    ...['none', 'None', 'NONE', 'nOnE'].map((alg): [string, string] => [
      `alg ${alg}`,
      `${encode({ ...header, alg })}.${body}.`,
    ]),
    ['alg none, signature kept', `${encode({ ...header, alg: 'none' })}.${body}.${signature}`],
    ...([256, 384, 512] as const).map((bits): [string, string] => [
      `HS${bits} with the public key`,
      seal({ ...header, alg: `HS${bits}` }, claims, hmac(bits, publicPem)),
    ]),
    ['HS256 with an empty secret', seal({ ...header, alg: 'HS256' }, claims, hmac(256, ''))],
    ['HS256 with a guessed secret', seal({ ...header, alg: 'HS256' }, claims, hmac(256, 'secret'))],
    ...['RS256', 'ES384', 'ES512', 'PS256', 'EdDSA', 'es256', ''].map((alg): [string, string] => [
      `alg "${alg}"`,
      withHeader({ alg }),
    ]),
    ...odd.map((kid): [string, string] => [`kid ${JSON.stringify(kid)}`, withHeader({ kid })]),
    ['a stranger’s signature', strangers()],
    ['a stranger’s key in jwk', strangers({ jwk: stranger.publicKey.export({ format: 'jwk' }) })],
    ['a stranger’s key at jku', strangers({ jku: 'http://127.0.0.1:9/jwks.json' })],
    ['a stranger’s key at x5u', strangers({ x5u: 'http://127.0.0.1:9/cert.pem' })],
    ['a stranger’s key, kid unknown', strangers({ kid: 'mine' })],
    ['an unknown crit', withHeader({ crit: ['future'], future: true })],
    ['b64 false', withHeader({ crit: ['b64'], b64: false })],
    ['typ JWT', withHeader({ typ: 'JWT' })],
    ['typ visitor+jwt', withHeader({ typ: 'visitor+jwt' })],
    ['no typ', withHeader({ typ: undefined })],
    ['expired', withClaims({ exp: now - 1, iat: now - 60 })],
    ['expired long ago', withClaims({ exp: 1, iat: 0 })],
    ['nbf in the future', withClaims({ nbf: now + 3_600 })],
    ['issued in the future', withClaims({ iat: now + 3_600, exp: now + 4_000 })],
    ['older than any may be', withClaims({ iat: now - 86_400, exp: now + 600 })],
    ['exp as text', withClaims({ exp: String(now + 600) })],
    ...['exp', 'iat', 'sub', 'sid', 'role', 'iss', 'aud'].map((name): [string, string] => [
      `no ${name}`,
      without(name),
    ]),
    ['another issuer', withClaims({ iss: 'https://evil.example' })],
    ['another audience', withClaims({ aud: 'chat' })],
    ['an unknown role', withClaims({ role: 'root' })],
    ['a visitor’s role', withClaims({ role: 'visitor' })],
    ['another person', withClaims({ sub: crypto.randomUUID() })],
    ['a session that never was', withClaims({ sid: crypto.randomUUID() })],
    ['sid as a list', withClaims({ sid: [claims['sid']] })],
    ['a changed payload', `${head}.${encode({ ...claims, role: 'admin', extra: 1 })}.${signature}`],
    ['cut short', good.slice(0, -random.int(1, 20))],
    ['no signature', `${head}.${body}.`],
    ['two parts', `${head}.${body}`],
    ['four parts', `${good}.${signature}`],
    [
      'two signatures in JSON',
      JSON.stringify({
        payload: body,
        signatures: [
          { protected: head, signature },
          { protected: head, signature },
        ],
      }),
    ],
    ['dots', '...'],
    ['rubbish', 'x.y.z'],
    ['spaces within', good.replace('.', '. ')],
    ['a long one', `${head}.${'A'.repeat(9_000)}.${signature}`],
  ]
}

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const { url } = server
  const { token } = await signIn(url)
  const tokens = zoo(await openForge(server, token), token, setting.random)
  const visitor = await newVisitor(url)
  tokens.push(
    ['a visitor’s token, one letter changed', `${visitor.token.slice(0, -2)}AA`],
    ['a made-up visitor’s token', 'A'.repeat(43)],
  )
  let refused = 0
  for (const [what, bad] of tokens) {
    const answer = await call(url, 'GET /v2/auth/me', { headers: bearer(bad) }).catch(String)
    const status = typeof answer === 'string' ? answer : answer.status
    const isRefusedThere = status === 401
    const isRefusedHere = await isRefusedBySocket(setting, url, bad)
    const isAccepted = status === 200 || !isRefusedHere
    if (isRefusedThere && isRefusedHere) refused += 1
    else
      faults.add(
        isAccepted ? 'leak' : 'answer',
        `${what}: ${status}, socket ${isRefusedHere ? 'refused' : 'accepted'}`,
      )
  }
  const onTeamRoute = await visitor.call('GET /v2/commercials')
  faults.expect(
    onTeamRoute.status === 403,
    'leak',
    `a visitor's token on the team's route: ${onTeamRoute.status}`,
  )
  const right = await call(url, 'GET /v2/auth/me', { headers: bearer(token) })
  faults.expect(right.status === 200, 'answer', `the right token: ${right.status}`)
  faults.expect(
    !(await isRefusedBySocket(setting, url, token)),
    'answer',
    'the right token: refused by the socket',
  )
  return {
    figures: `${refused} of ${tokens.length} refused by HTTP and socket, the right one accepted`,
    faults: faults.list(),
  }
}

async function isRefusedBySocket(setting: Setting, url: string, token: string): Promise<boolean> {
  try {
    const { socket } = await openSocket(setting, url, { token })
    socket.disconnect()
    return false
  } catch {
    return true
  }
}

export const tokenZoo: Experiment = {
  id: 'T27',
  name: 'token zoo',
  pass: 'C01–C04: every bad token refused with 401 and by the socket, the right one accepted',
  isQuick: true,
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that believes every token',
      mustFind: 'leak',
      run: (setting) => run(setting, 'believes every token'),
    },
  ],
}
