import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Closes what nobody may read who has only the data: a copy of the file, a backup. */
export interface Seals {
  /** `place` is where the secret is kept. It is bound in: moved to another place, a sealed secret opens nothing. */
  seal(secret: string, place: string): string
  /** Null: it does not open here. It was sealed with a key that is not here, or somebody has changed or moved it. */
  open(sealed: string, place: string): string | null
  /** Sealed with the key that seals now. */
  isCurrent(stored: string): boolean
}

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
/** Which key, then what it sealed; neither a secret of ours nor a PEM has this shape. */
const SEALED = /^sealed:([\w-]{8}):([\w-]+)$/

/** The first key seals, all of them open; each has 32 bytes. */
export function createSeals(keys: readonly Buffer[]): Seals {
  const named = new Map(keys.map((key) => [nameOf(key), key]))
  const [current] = named.keys()
  return {
    seal(secret, place) {
      const key = named.get(current ?? '')
      if (current === undefined || key === undefined) throw new Error('There is no key to seal secrets with')
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(place))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return `sealed:${current}:${Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url')}`
    },
    open(sealed, place) {
      const [, name = '', encoded = ''] = SEALED.exec(sealed) ?? []
      const key = named.get(name)
      const bytes = Buffer.from(encoded, 'base64url')
      if (key === undefined || bytes.length < IV_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES))
      try {
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
    isCurrent: (stored) => SEALED.exec(stored)?.[1] === current,
  }
}

/** Whether it is sealed at all, with whatever key. */
export function isSealed(stored: string): boolean {
  return SEALED.test(stored)
}

/** Says which key it is and nothing of it. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('seal').update(key).digest('base64url').slice(0, 8)
}
