import { describe, expect, it } from 'vitest'
import { ApiError } from './api-error.ts'
import { createLifetime } from './lifetime.ts'
import { createTestEnvironment, settled } from './model/test-environment.ts'
import { createRetrier } from './retrier.ts'

/** A task that fails in these ways, then succeeds. */
function arrange(...failures: ApiError[]) {
  const environment = createTestEnvironment()
  const life = createLifetime(environment)
  const retrier = createRetrier(life, environment)
  let tries = 0
  const task = async () => {
    const failure = failures[tries]
    tries += 1
    if (failure !== undefined) throw failure
    return 'done'
  }
  return { environment, life, retrier, task, tries: () => tries }
}

const network = new ApiError(0, 'network')

describe('untilAnswered', () => {
  it('tries again after no answer, trouble on the server, or too much haste', async () => {
    const { environment, retrier, task, tries } = arrange(
      network,
      new ApiError(503, 'not_ready'),
      new ApiError(429, 'rate_limited'),
    )
    const result = retrier.untilAnswered(task)
    await environment.advance(10_000)
    expect(await result).toBe('done')
    expect(tries()).toBe(4)
  })

  it('does not repeat what was refused for good', async () => {
    const { retrier, task, tries } = arrange(new ApiError(403, 'forbidden'))
    await expect(retrier.untilAnswered(task)).rejects.toMatchObject({ code: 'forbidden' })
    expect(tries()).toBe(1)
  })

  it('waits as long as the server asks, even when woken', async () => {
    const { environment, retrier, task, tries } = arrange(
      new ApiError(429, 'rate_limited', { retryAfterMs: 9_000 }),
    )
    void retrier.untilAnswered(task)
    await environment.advance(8_000)
    retrier.wake()
    await settled()
    expect(tries()).toBe(1)
    await environment.advance(1_000)
    expect(tries()).toBe(2)
  })

  it('goes on at once when woken', async () => {
    const { retrier, task, tries } = arrange(network)
    void retrier.untilAnswered(task)
    await settled()
    retrier.wake()
    await settled()
    expect(tries()).toBe(2)
  })

  it('says why it waits and for how long', async () => {
    const { environment, retrier, task } = arrange(network)
    const waits: unknown[] = []
    void retrier.untilAnswered(task, (cause, ms) => waits.push([cause, ms]))
    await environment.advance(0)
    expect(waits).toEqual([[network, 500]])
  })

  it('never tries again once its lifetime is over, its own or the whole client’s', async () => {
    for (const end of ['own', 'whole'] as const) {
      const { environment, life, retrier, task, tries } = arrange(network)
      const own = life.child()
      void retrier.within(own).untilAnswered(task)
      await settled()
      if (end === 'own') own.end()
      else life.end()
      retrier.wake()
      await environment.advance(60_000)
      expect(tries()).toBe(1)
      expect(environment.timers()).toBe(0)
    }
  })
})
