import { describe, expect, it } from 'vitest'
import { Refusal } from '../domain/refusal.ts'
import { createRateLimits } from './rate-limits.ts'

async function repeat(times: number, call: () => Promise<unknown>): Promise<void> {
  for (let n = 0; n < times; n += 1) await call()
}

describe('the rate limits', () => {
  it('lets a visitor write ten messages in ten seconds, and says when the next may come', async () => {
    const limits = createRateLimits(true)
    await repeat(10, () => limits.visitorMessage('v1'))
    const refusal = await limits.visitorMessage('v1').catch((cause: unknown) => cause)
    expect(refusal).toBeInstanceOf(Refusal)
    expect((refusal as Refusal).code).toBe('rate_limited')
    expect((refusal as Refusal).details.retryAfter).toBeGreaterThan(0)
    await expect(limits.visitorMessage('v2')).resolves.toBeUndefined()
  })

  it('C11: stops the eleventh guess at one account from one address, and nobody else', async () => {
    const limits = createRateLimits(true)
    await repeat(10, () => limits.loginAttempt('1.2.3.4', 'marta@olmo.es'))
    await expect(limits.loginAttempt('1.2.3.4', 'MARTA@olmo.es ')).rejects.toMatchObject({
      code: 'rate_limited',
    })
    await expect(limits.loginAttempt('5.6.7.8', 'marta@olmo.es')).resolves.toBeDefined()
  })

  it('C11: stops one address from guessing through many accounts', async () => {
    const limits = createRateLimits(true)
    await repeat(50, async () => limits.loginAttempt('1.2.3.4', `${Math.random()}@olmo.es`))
    await expect(limits.loginAttempt('1.2.3.4', 'other@olmo.es')).rejects.toMatchObject({
      code: 'rate_limited',
    })
  })

  it('does not count the guesses that were right', async () => {
    const limits = createRateLimits(true)
    await repeat(60, async () => (await limits.loginAttempt('1.2.3.4', 'marta@olmo.es')).forgive())
    await expect(limits.loginAttempt('1.2.3.4', 'marta@olmo.es')).resolves.toBeDefined()
  })

  it('counts nothing when it is switched off', async () => {
    const limits = createRateLimits(false)
    await expect(repeat(200, () => limits.visitorMessage('v1'))).resolves.toBeUndefined()
  })
})
