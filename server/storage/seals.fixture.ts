import { createSeals } from './seals.ts'

/** The same in every process, as a test needs it that opens one file twice. */
export const testSeals = createSeals([Buffer.alloc(32, 'test')])
