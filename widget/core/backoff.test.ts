import { describe, expect, it } from 'vitest'
import { createBackoff } from './backoff.ts'

function waits(random: () => number, count: number): number[] {
  const backoff = createBackoff(random)
  return Array.from({ length: count }, () => backoff.next())
}

describe('backoff', () => {
  it('doubles from half a second up to twenty seconds', () => {
    expect(waits(() => 0.5, 8)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000])
  })

  it('spreads by half either way, but never beyond the longest', () => {
    expect(waits(() => 0, 2)).toEqual([250, 500])
    expect(waits(() => 0.999, 7).at(-1)).toBe(20_000)
  })

  it('begins again after a reset', () => {
    const backoff = createBackoff(() => 0.5)
    backoff.next()
    backoff.next()
    backoff.reset()
    expect(backoff.next()).toBe(500)
  })
})
