import type { Experiment } from './experiment.ts'
import { killStorm } from './experiments/t01-kill-storm.ts'
import { raceEcho } from './experiments/t02-race-echo.ts'
import { idempotency } from './experiments/t03-idempotency.ts'
import { durableAck } from './experiments/t04-durable-ack.ts'
import { crashRecovery } from './experiments/t05-crash-recovery.ts'
import { firstResponse } from './experiments/t06-first-response.ts'
import { graceful } from './experiments/t07-graceful.ts'
import { diskFull } from './experiments/t08-disk-full.ts'
import { busy } from './experiments/t09-busy.ts'
import { resyncFuzz } from './experiments/t11-resync-fuzz.ts'
import { clock } from './experiments/t14-clock.ts'
import { backup } from './experiments/t18-backup.ts'
import { dateFromLegacy } from './experiments/t20-date-from.ts'
import { totalOrder } from './experiments/t21-total-order.ts'
import { noteCanary } from './experiments/t23-note-canary.ts'
import { authzMatrix } from './experiments/t24-authz-matrix.ts'
import { tokenZoo } from './experiments/t27-token-zoo.ts'
import { revokeLive } from './experiments/t28-revoke-live.ts'
import { originAndCsrf } from './experiments/t29-origin.ts'

/** Every experiment there is, in the order of the table. */
export const experiments: readonly Experiment[] = [
  killStorm,
  raceEcho,
  idempotency,
  durableAck,
  crashRecovery,
  firstResponse,
  graceful,
  diskFull,
  busy,
  resyncFuzz,
  clock,
  backup,
  dateFromLegacy,
  totalOrder,
  noteCanary,
  authzMatrix,
  tokenZoo,
  revokeLive,
  originAndCsrf,
]
