import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
  type JSONWebKeySet,
} from 'jose'

const ALGORITHM = 'ES256'

/** The server's own signing keys: the first signs, all of them verify. */
export interface Keys {
  readonly signing: { readonly kid: string; readonly key: CryptoKey }
  /** By `kid`: a look-up in this map, and never a path or an address that a token brings. */
  readonly verifying: ReadonlyMap<string, CryptoKey>
  /** The public parts, for `/.well-known/jwks.json`. */
  readonly jwks: JSONWebKeySet
  /** Signs the addresses of files. */
  readonly fileLinkKey: Buffer
  /** Proves to push services who sends: one pair for ever, since browsers subscribe to it. */
  readonly push: { readonly privateKey: CryptoKey; readonly publicKey: string }
}

interface Secrets {
  readonly signingKeys: readonly JWK[]
  /** 256 random bits in base64url. */
  readonly fileLinkKey: string
  readonly pushKey: JWK
}

/** Reads the keys from `secrets.json` in the data folder; the first start makes them. */
export async function openKeys(folder: string): Promise<Keys> {
  const path = join(folder, 'secrets.json')
  const stored = await readSecrets(path)
  if (stored === null) return toKeys(await writeSecrets(path, await createSecrets()))
  const { signingKeys, fileLinkKey, pushKey } = stored
  if (fileLinkKey !== undefined && pushKey !== undefined) return toKeys({ signingKeys, fileLinkKey, pushKey })
  // Of a release that knew no files, or no pushes.
  return toKeys(
    await writeSecrets(path, {
      signingKeys,
      fileLinkKey: fileLinkKey ?? createFileLinkKey(),
      pushKey: pushKey ?? (await createSigningKey()),
    }),
  )
}

/** Keys that are kept nowhere. */
export async function createKeys(): Promise<Keys> {
  return toKeys(await createSecrets())
}

async function createSecrets(): Promise<Secrets> {
  const [signingKey, pushKey] = [await createSigningKey(), await createSigningKey()]
  return { signingKeys: [signingKey], fileLinkKey: createFileLinkKey(), pushKey }
}

async function createSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  return exportJWK(privateKey)
}

function createFileLinkKey(): string {
  return randomBytes(32).toString('base64url')
}

async function toKeys({ signingKeys, fileLinkKey, pushKey }: Secrets): Promise<Keys> {
  const keys = await Promise.all(signingKeys.map(toKey))
  const [first] = keys
  if (first === undefined) throw new Error('secrets.json holds no signing key')
  return {
    signing: { kid: first.kid, key: first.privateKey },
    verifying: new Map(keys.map(({ kid, publicKey }) => [kid, publicKey])),
    jwks: { keys: keys.map(({ publicJwk }) => publicJwk) },
    fileLinkKey: Buffer.from(fileLinkKey, 'base64url'),
    push: { privateKey: (await importJWK(pushKey, ALGORITHM)) as CryptoKey, publicKey: toPoint(pushKey) },
  }
}

/** Uncompressed, in base64url: as browsers take it. */
function toPoint({ x = '', y = '' }: JWK): string {
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString(
    'base64url',
  )
}

async function toKey(jwk: JWK) {
  const kid = await calculateJwkThumbprint(jwk)
  const publicPart: JWK = {
    kty: 'EC',
    crv: jwk.crv ?? '',
    x: jwk.x ?? '',
    y: jwk.y ?? '',
    kid,
    alg: ALGORITHM,
    use: 'sig',
  }
  return {
    kid,
    privateKey: (await importJWK(jwk, ALGORITHM)) as CryptoKey,
    publicKey: (await importJWK(publicPart, ALGORITHM)) as CryptoKey,
    publicJwk: publicPart,
  }
}

type StoredSecrets = Pick<Secrets, 'signingKeys'> & Partial<Secrets>

async function readSecrets(path: string): Promise<StoredSecrets | null> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
  // A copy brought back from a backup tends to come with looser rights.
  if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600)
  try {
    return parseSecrets(JSON.parse(text))
  } catch (cause) {
    throw new Error(
      `${path} cannot be read as the server's keys. Restore it, or remove it to make new ones.`,
      {
        cause,
      },
    )
  }
}

function parseSecrets(value: unknown): StoredSecrets {
  if (typeof value !== 'object' || value === null || !('signingKeys' in value)) throw new Error('No keys')
  if (!Array.isArray(value.signingKeys) || value.signingKeys.length === 0) throw new Error('No keys')
  const signingKeys = value.signingKeys as JWK[]
  const pushKey = 'pushKey' in value ? { pushKey: value.pushKey as JWK } : {}
  if (!('fileLinkKey' in value)) return { signingKeys, ...pushKey }
  if (typeof value.fileLinkKey !== 'string' || value.fileLinkKey.length < 43) throw new Error('No keys')
  return { signingKeys, fileLinkKey: value.fileLinkKey, ...pushKey }
}

/** Whole or not at all: a crash half-way leaves the old state, never half a key. */
async function writeSecrets(path: string, secrets: Secrets): Promise<Secrets> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o600)
  try {
    await file.writeFile(JSON.stringify(secrets, null, 2))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  return secrets
}
