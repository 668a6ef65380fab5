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
  /** Seal the secrets in the data: the first seals, all of them open. */
  readonly sealing: readonly Buffer[]
}

interface Secrets {
  readonly signingKeys: readonly JWK[]
  /** 256 random bits in base64url. */
  readonly fileLinkKey: string
  readonly pushKey: JWK
  /** 256 random bits in base64url each; none where whoever runs the server keeps the key elsewhere. */
  readonly sealingKeys: readonly string[]
}

/**
 * Reads the keys from `secrets.json` in the data folder; the first start makes them. `sealingKeys` are kept elsewhere and come first:
 * then the file gets none of its own, so that the folder alone opens nothing that is sealed.
 */
export async function openKeys(folder: string, sealingKeys: readonly Buffer[] = []): Promise<Keys> {
  const path = join(folder, 'secrets.json')
  const stored = await readSecrets(path)
  const needsSealingKey = sealingKeys.length === 0 && !stored?.sealingKeys?.length
  const secrets: Secrets = {
    signingKeys: stored?.signingKeys ?? [await createSigningKey()],
    fileLinkKey: stored?.fileLinkKey ?? createSecret(),
    pushKey: stored?.pushKey ?? (await createSigningKey()),
    sealingKeys: needsSealingKey ? [createSecret()] : (stored?.sealingKeys ?? []),
  }
  // Of a release that knew no files, no pushes or no seals.
  const lacks = stored === null || Object.keys(secrets).some((name) => !(name in stored))
  if (lacks || needsSealingKey) await writeSecrets(path, secrets)
  const keys = await toKeys(secrets)
  return { ...keys, sealing: [...sealingKeys, ...keys.sealing] }
}

/** Those that open what is sealed in the data, without making any. */
export async function readSealingKeys(folder: string): Promise<Buffer[]> {
  const { sealingKeys = [] } = (await readSecrets(join(folder, 'secrets.json'))) ?? {}
  return sealingKeys.map(toBytes)
}

/** Keys that are kept nowhere. */
export async function createKeys(): Promise<Keys> {
  return toKeys(await createSecrets())
}

async function createSecrets(): Promise<Secrets> {
  const [signingKey, pushKey] = [await createSigningKey(), await createSigningKey()]
  return { signingKeys: [signingKey], fileLinkKey: createSecret(), pushKey, sealingKeys: [createSecret()] }
}

async function createSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  return exportJWK(privateKey)
}

function createSecret(): string {
  return randomBytes(32).toString('base64url')
}

function toBytes(secret: string): Buffer {
  return Buffer.from(secret, 'base64url')
}

async function toKeys({ signingKeys, fileLinkKey, pushKey, sealingKeys }: Secrets): Promise<Keys> {
  const keys = await Promise.all(signingKeys.map(toKey))
  const [first] = keys
  if (first === undefined) throw new Error('secrets.json holds no signing key')
  return {
    signing: { kid: first.kid, key: first.privateKey },
    verifying: new Map(keys.map(({ kid, publicKey }) => [kid, publicKey])),
    jwks: { keys: keys.map(({ publicJwk }) => publicJwk) },
    fileLinkKey: toBytes(fileLinkKey),
    sealing: sealingKeys.map(toBytes),
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
  const { signingKeys, fileLinkKey, pushKey, sealingKeys } = value as Partial<Secrets>
  if (!Array.isArray(signingKeys) || signingKeys.length === 0) throw new Error('No keys')
  if (fileLinkKey !== undefined && !isSecret(fileLinkKey)) throw new Error('No key for files')
  if (sealingKeys !== undefined && !(Array.isArray(sealingKeys) && sealingKeys.every(isSecret)))
    throw new Error('No keys for seals')
  return {
    signingKeys,
    ...(fileLinkKey !== undefined && { fileLinkKey }),
    ...(pushKey !== undefined && { pushKey }),
    ...(sealingKeys !== undefined && { sealingKeys }),
  }
}

function isSecret(value: unknown): boolean {
  return typeof value === 'string' && toBytes(value).length === 32
}

/** Whole or not at all: a crash half-way leaves the old state, never half a key. */
async function writeSecrets(path: string, secrets: Secrets): Promise<void> {
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
}
