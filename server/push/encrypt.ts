import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser gave to be written to: a point of P-256 and 16 bytes, both in base64url. */
export interface Recipient {
  readonly p256dh: string
  readonly auth: string
}

/** Chosen anew for every message. Given only by the test that holds this to the example of RFC 8291. */
interface Ephemeral {
  readonly salt: Buffer
  readonly privateKey: Buffer
}

const CURVE = 'prime256v1'
const RECORD_BYTES = 4_096
/** What ends the last, and only, record. */
const LAST = Buffer.of(2)

/** A message that only the browser can read, and not the push service between (RFC 8291, in the coding of RFC 8188). */
export function encrypt(text: string, { p256dh, auth }: Recipient, ephemeral = newEphemeral()): Buffer {
  const { salt, privateKey } = ephemeral
  const theirs = Buffer.from(p256dh, 'base64url')
  const secret = Buffer.from(auth, 'base64url')
  const own = createECDH(CURVE)
  own.setPrivateKey(privateKey)
  const publicKey = own.getPublicKey()
  const shared = own.computeSecret(theirs)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, publicKey])
  const material = derive(shared, { salt: secret, info, length: 32 })
  const key = derive(material, { salt, info: 'Content-Encoding: aes128gcm\0', length: 16 })
  const nonce = derive(material, { salt, info: 'Content-Encoding: nonce\0', length: 12 })
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const sealed = [
    cipher.update(Buffer.concat([Buffer.from(text), LAST])),
    cipher.final(),
    cipher.getAuthTag(),
  ]
  return Buffer.concat([headerOf(salt, publicKey), ...sealed])
}

function newEphemeral(): Ephemeral {
  const own = createECDH(CURVE)
  own.generateKeys()
  return { salt: randomBytes(16), privateKey: own.getPrivateKey() }
}

function derive(
  material: Buffer,
  { salt, info, length }: { salt: Buffer; info: Buffer | string; length: number },
): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, length))
}

function headerOf(salt: Buffer, publicKey: Buffer): Buffer {
  const sizes = Buffer.alloc(5)
  sizes.writeUInt32BE(RECORD_BYTES)
  sizes.writeUInt8(publicKey.length, 4)
  return Buffer.concat([salt, sizes, publicKey])
}
