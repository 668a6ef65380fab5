import type { Experiment } from './experiment.ts'
import { killStorm } from './experiments/t01-kill-storm.ts'
import { idempotency } from './experiments/t03-idempotency.ts'
import { firstResponse } from './experiments/t06-first-response.ts'
import { resyncFuzz } from './experiments/t11-resync-fuzz.ts'
import { dateFromLegacy } from './experiments/t20-date-from.ts'
import { noteCanary } from './experiments/t23-note-canary.ts'
import { authzMatrix } from './experiments/t24-authz-matrix.ts'
import { tokenZoo } from './experiments/t27-token-zoo.ts'
import { originAndCsrf } from './experiments/t29-origin.ts'

/** Every experiment there is, in the order of the table. */
export const experiments: readonly Experiment[] = [
  killStorm,
  idempotency,
  firstResponse,
  resyncFuzz,
  dateFromLegacy,
  noteCanary,
  authzMatrix,
  tokenZoo,
  originAndCsrf,
]
