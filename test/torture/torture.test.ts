import { describe, expect, it } from 'vitest'
import { experiments } from './experiments.ts'
import { runExperiment } from './harness/run.ts'

const seed = Number(process.env['TORTURE_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

/** The whole suite is `npm run torture`; this much of it is part of every change. */
const quick = experiments.filter(({ isQuick }) => isQuick)

describe(`under torture (again: TORTURE_SEED=${seed})`, () => {
  it.each(quick)('$id $name: $pass', async (experiment) => {
    const { faults, controls } = await runExperiment(experiment, { seed, isQuick: true })
    expect(faults.filter(({ kind }) => kind !== 'limit')).toEqual([])
    for (const { control, hasFound, figures } of controls) {
      expect(hasFound, `did not notice ${control.broken}: ${figures}`).toBe(true)
    }
  })
})
