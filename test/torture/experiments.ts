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
import { herd } from './experiments/t10-herd.ts'
import { resyncFuzz } from './experiments/t11-resync-fuzz.ts'
import { slowConsumer } from './experiments/t12-slow-consumer.ts'
import { halfOpen } from './experiments/t13-half-open.ts'
import { clock } from './experiments/t14-clock.ts'
import { sleepWake } from './experiments/t15-sleep-wake.ts'
import { multiTab } from './experiments/t16-multi-tab.ts'
import { noWebSocket } from './experiments/t17-no-websocket.ts'
import { backup } from './experiments/t18-backup.ts'
import { migrationKill } from './experiments/t19-migration-kill.ts'
import { dateFromLegacy } from './experiments/t20-date-from.ts'
import { totalOrder } from './experiments/t21-total-order.ts'
import { soak } from './experiments/t22-soak.ts'
import { noteCanary } from './experiments/t23-note-canary.ts'
import { authzMatrix } from './experiments/t24-authz-matrix.ts'
import { frameFuzz } from './experiments/t25-frame-fuzz.ts'
import { httpFuzz } from './experiments/t26-http-fuzz.ts'
import { tokenZoo } from './experiments/t27-token-zoo.ts'
import { revokeLive } from './experiments/t28-revoke-live.ts'
import { originAndCsrf } from './experiments/t29-origin.ts'
import { xss } from './experiments/t30-xss.ts'
import { fileZoo } from './experiments/t31-file-zoo.ts'

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
  herd,
  resyncFuzz,
  slowConsumer,
  halfOpen,
  clock,
  sleepWake,
  multiTab,
  noWebSocket,
  backup,
  migrationKill,
  dateFromLegacy,
  totalOrder,
  soak,
  noteCanary,
  authzMatrix,
  frameFuzz,
  httpFuzz,
  tokenZoo,
  revokeLive,
  originAndCsrf,
  xss,
  fileZoo,
]
