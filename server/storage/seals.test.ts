import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createSeals, isSealed } from './seals.ts'

const [old, young] = [randomBytes(32), randomBytes(32)]
const place = 'identity_keys/shop/a'

describe('a sealed secret', () => {
  it('opens again, whatever is in it', () => {
    const seals = createSeals([old])
    for (const secret of ['', 'sealed', 'clave ñ 🔑', 'x'.repeat(10_000)]) {
      const sealed = seals.seal(secret, place)
      expect(isSealed(sealed)).toBe(true)
      expect(seals.open(sealed, place)).toBe(secret)
    }
  })

  it('shows nothing of what is in it, and is never twice the same', () => {
    const seals = createSeals([old])
    const [one, other] = [seals.seal('topsecret', place), seals.seal('topsecret', place)]
    expect(one).not.toBe(other)
    expect(Buffer.from(one.split(':')[2] ?? '', 'base64url').toString('latin1')).not.toContain('topsecret')
  })

  it('opens in no other place than its own', () => {
    const seals = createSeals([old])
    expect(seals.open(seals.seal('topsecret', place), 'identity_keys/shop/b')).toBeNull()
  })

  it('opens with no byte of it changed', () => {
    const seals = createSeals([old])
    const [, name, encoded = ''] = seals.seal('topsecret', place).split(':')
    const bytes = Buffer.from(encoded, 'base64url')
    for (const [index, byte] of bytes.entries()) {
      const changed = Buffer.from(bytes)
      changed[index] = byte ^ 1
      expect(seals.open(`sealed:${name}:${changed.toString('base64url')}`, place)).toBeNull()
    }
    for (const length of [1, 12, 20, 28, bytes.length - 1]) {
      const cut = bytes.subarray(0, length).toString('base64url')
      expect(seals.open(`sealed:${name}:${cut}`, place)).toBeNull()
    }
  })

  it('is nothing to a server that does not have its key', () => {
    const sealed = createSeals([old]).seal('topsecret', place)
    expect(createSeals([young]).open(sealed, place)).toBeNull()
    expect(createSeals([]).open(sealed, place)).toBeNull()
  })
})

describe('another key', () => {
  it('seals from now on, while the one before still opens', () => {
    const before = createSeals([old]).seal('topsecret', place)
    const both = createSeals([young, old])
    expect(both.open(before, place)).toBe('topsecret')
    expect(both.isCurrent(before)).toBe(false)
    const after = both.seal('topsecret', place)
    expect(both.isCurrent(after)).toBe(true)
    expect(createSeals([young]).open(after, place)).toBe('topsecret')
  })
})

it('without any key nothing is sealed, rather than kept readable', () => {
  expect(() => createSeals([]).seal('topsecret', place)).toThrow('no key')
})

it.each(['', 'an old secret', 'sealed:', 'sealed:short:abc', '-----BEGIN PUBLIC KEY-----'])(
  '%o is not taken for something sealed',
  (stored) => {
    expect(isSealed(stored)).toBe(false)
    expect(createSeals([old]).isCurrent(stored)).toBe(false)
  },
)
