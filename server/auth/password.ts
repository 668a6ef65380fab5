import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { createQueue } from './queue.ts'

// OWASP's scrypt setting with the least memory: 32 MiB and some 200 ms of one core.
const COST = { logN: 15, r: 8, p: 3 }
const KEY_BYTES = 32
const SALT_BYTES = 16
const MAX_MEMORY = 64 * 1024 * 1024

/** Two at once leave threads of libuv's pool for files and DNS; twenty waiting are 2 s of patience. */
const inTurn = createQueue({ atOnce: 2, waiting: 20 })

/** Same cost, opens nothing: what an unknown e-mail is checked against. */
const NOBODYS_HASH = format(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES))

interface Cost {
  readonly logN: number
  readonly r: number
  readonly p: number
}

/** `$scrypt$ln=15,r=8,p=3$salt$key`: says itself how it was made, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return format(COST, salt, await derive(password, salt, COST))
}

/** `null`: nobody's hash. Takes as long, and is false. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const { cost, salt, key } = parse(hash ?? NOBODYS_HASH)
  const isSame = timingSafeEqual(await derive(password, salt, cost), key)
  return isSame && hash !== null
}

function derive(password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  // The same letters come composed from one keyboard and decomposed from another.
  const normal = password.normalize('NFKC')
  const options = { N: 2 ** logN, r, p, maxmem: MAX_MEMORY }
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        scrypt(normal, salt, KEY_BYTES, options, (failure, key) => {
          if (failure === null) resolve(key)
          else reject(failure)
        })
      }),
  )
}

function format({ logN, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return `$scrypt$ln=${logN},r=${r},p=${p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

function parse(hash: string): { cost: Cost; salt: Buffer; key: Buffer } {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(hash)
  if (parts === null) throw new Error('A stored password hash is not one of ours')
  const [logN, r, p] = parts.slice(1, 4).map(Number)
  const [salt = '', key = ''] = parts.slice(4)
  return {
    cost: { logN: logN ?? 0, r: r ?? 0, p: p ?? 0 },
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
  }
}
