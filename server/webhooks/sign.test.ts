import { expect, it } from 'vitest'
import { signatures } from './sign.ts'

// The example of the Standard Webhooks specification.
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const signed = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
}

it('writes the example of the specification', () => {
  expect(signatures([secret], signed)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

it('signs with each secret, the first one first', () => {
  const [one, two] = signatures([secret, 'whsec_AAAA'], signed).split(' ')
  expect(one).toBe(signatures([secret], signed))
  expect(two).toMatch(/^v1,[\w+/]{43}=$/)
})
