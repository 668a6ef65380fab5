import { expect, it } from 'vitest'
import { encrypt } from './encrypt.ts'
import { createTestBrowser } from './push-service.fixture.ts'

const bytes = (text: string) => Buffer.from(text, 'base64url')

it('writes the example of RFC 8291, Appendix A, byte by byte', () => {
  const written = encrypt(
    'When I grow up, I want to be a watermelon',
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    {
      salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
      privateKey: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
    },
  )
  expect(written.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

it('is read by whoever holds the browser’s key, and never written twice alike', () => {
  const browser = createTestBrowser()
  const [one, other] = [encrypt('¿Hola? 👋', browser), encrypt('¿Hola? 👋', browser)]
  expect(one.equals(other)).toBe(false)
  expect(browser.open(one)).toBe('¿Hola? 👋')
})

it('refuses what is no point of the curve', () => {
  const p256dh = `B${'A'.repeat(86)}`
  expect(() => encrypt('x', { p256dh, auth: 'BTBZMqHH6r4Tts7J_aSIgg' })).toThrow()
})
