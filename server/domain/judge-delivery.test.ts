import { describe, expect, it } from 'vitest'
import { judgeDelivery } from './judge-delivery.ts'

const at = Date.parse('2026-01-01T00:00:00.000Z')
const judge = (status: number | null, triesBefore = 0, random = 0.5) =>
  judgeDelivery({ status, at }, { triesBefore, random })

describe('a try to deliver', () => {
  it.each([200, 201, 202, 204, 299])('has done it when it is answered %i', (status) => {
    expect(judge(status)).toEqual({ state: 'delivered' })
  })

  it.each([null, 100, 301, 302, 307, 400, 401, 404, 429, 500, 503])('is made again after %s', (status) => {
    expect(judge(status)).toEqual({ state: 'pending', dueAt: at + 5_000 })
  })

  it('waits longer every time, for about a day in all, and then fails', () => {
    let [time, tries] = [at, 0]
    const pauses: number[] = []
    for (;;) {
      const next = judgeDelivery({ status: 500, at: time }, { triesBefore: tries, random: 0.5 })
      if (next.state !== 'pending') break
      pauses.push(next.dueAt - time)
      ;[time, tries] = [next.dueAt, tries + 1]
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    const hours = (time - at) / 3_600_000
    expect(hours).toBeGreaterThan(22)
    expect(hours).toBeLessThan(26)
    expect(judge(500, tries)).toEqual({
      state: 'failed',
      stop: { why: 'failing', since: at - 20 * 3_600_000 },
    })
  })

  it('spreads what failed together, by a fifth at most', () => {
    expect(judge(500, 0, 0)).toEqual({ state: 'pending', dueAt: at + 4_000 })
    expect(judge(500, 0, 1)).toEqual({ state: 'pending', dueAt: at + 6_000 })
  })

  it('ends the webhook when the address says that it is gone', () => {
    expect(judge(410)).toEqual({ state: 'failed', stop: { why: 'gone' } })
  })
})
