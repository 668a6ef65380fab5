import { expect, it, vi } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

// Hashing is slow on purpose, and slower still beside other tests.
vi.setConfig({ testTimeout: 30_000 })

it('knows the password it was made from, and no other', async () => {
  const hash = await hashPassword('correct horse battery')
  expect(await verifyPassword('correct horse battery', hash)).toBe(true)
  expect(await verifyPassword('correct horse batterz', hash)).toBe(false)
  expect(await verifyPassword('', hash)).toBe(false)
})

it('C13: says of itself how it was made, and never the same for the same password', async () => {
  const [one, other] = await Promise.all([hashPassword('contraseña'), hashPassword('contraseña')])
  expect(one).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[\w-]{22}\$[\w-]{43}$/)
  expect(one).not.toBe(other)
})

it('is the same password whichever way a keyboard composes its accents', async () => {
  const hash = await hashPassword('contraseña'.normalize('NFC'))
  expect(await verifyPassword('contraseña'.normalize('NFD'), hash)).toBe(true)
})

it('C10: opens nothing for an account that does not exist', async () => {
  expect(await verifyPassword('', null)).toBe(false)
  expect(await verifyPassword('\0'.repeat(32), null)).toBe(false)
})

it('refuses to guess at a hash it did not make', async () => {
  await expect(verifyPassword('x', '$2b$10$abc')).rejects.toThrow('not one of ours')
})

it('C13: turns away the crowd that could not be served soon, and serves the rest', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 24 }, () => verifyPassword('guess', null)))
  const refused = tries.filter(({ status }) => status === 'rejected')
  expect(refused).toHaveLength(2)
  expect(refused[0]).toMatchObject({ reason: { code: 'not_ready', details: { retryAfter: 2 } } })
})
