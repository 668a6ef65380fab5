import type { TestProjectConfiguration } from 'vitest/config'

/** How long something may take to come about. Whatever hangs fails all the same, and on a machine with other things to do a second is short. */
const patient = { expect: { poll: { timeout: 15_000 } } }

const buildFirst = { globalSetup: 'test/build-first.ts' }

/** What `vitest` runs: the parts by themselves, the product by its wire, attacks on it, journeys in a browser, and what must not break it. */
export const projects: TestProjectConfiguration[] = [
  {
    test: {
      ...patient,
      name: 'unit',
      include: [
        'shared/**/*.test.ts',
        'server/**/*.test.ts',
        'widget/core/**/*.test.ts',
        'widget/i18n/**/*.test.ts',
      ],
      // For what hangs: on a busy machine a password is hashed in seconds.
      testTimeout: 30_000,
      hookTimeout: 30_000,
    },
  },
  {
    test: {
      ...patient,
      ...buildFirst,
      name: 'contract',
      include: ['test/contract/**/*.test.ts'],
      testTimeout: 30_000,
      hookTimeout: 30_000,
    },
  },
  {
    test: {
      ...patient,
      ...buildFirst,
      name: 'attacks',
      include: ['test/attacks/**/*.test.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
  {
    test: {
      ...patient,
      ...buildFirst,
      name: 'e2e',
      include: ['test/e2e/**/*.test.ts'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
  {
    test: {
      ...patient,
      ...buildFirst,
      name: 'torture',
      include: ['test/torture/**/*.test.ts'],
      // Deadlines for what would hang: how fast it is belongs to `npm run torture`.
      testTimeout: 180_000,
      fileParallelism: false,
    },
  },
]
