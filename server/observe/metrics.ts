import { statSync } from 'node:fs'
import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
  type GaugeConfiguration,
} from 'prom-client'
import type { ErrorCode } from '#shared/errors.ts'
import type { EventBus } from '../domain/events.ts'
import type { Log } from './log.ts'

/** One group commit: how long it held the loop, how many writes it made last, and how many wait for the next. */
export interface Commit {
  readonly seconds: number
  readonly writes: number
  readonly waiting: number
}

/**
 * What whoever runs the server wants to see over time. Labels come from short lists of ours and never from what somebody sent: no id,
 * no address, no path.
 */
export interface Metrics {
  readonly contentType: string
  /** In Prometheus' text format. */
  text(): Promise<string>
  committed(commit: Commit): void
  answered(request: { readonly method: string; readonly status: number; readonly seconds: number }): void
  refused(over: 'http' | 'socket', code: ErrorCode): void
  /** At the front door, before anything was known of them. */
  turnedAway(): void
  uploaded(bytes: number): void
  /** A log that is counted: errors, by the name of what happened. */
  counting(log: Log): Log
  /** Read when somebody looks. */
  watchSockets(count: () => Readonly<Record<'visitor' | 'commercial' | 'anonymous', number>>): void
  watchFiles(dataFile: string): void
  listenTo(events: EventBus): void
  /** Loop, memory, processor, files: under the names that every dashboard for Node knows. */
  watchProcess(): void
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
/** Seconds. A commit is one fsync: half a millisecond on a good disk, tens on a bad one. */
const COMMIT_BUCKETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1]
const REQUEST_BUCKETS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
const BATCH_BUCKETS = [1, 2, 4, 8, 16, 32, 64]

export function createMetrics(): Metrics {
  const register = new Registry()
  const registers = [register]
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name, help, labelNames, registers })
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Gauge({ name, help, labelNames, registers })

  const watched = <Label extends string>(options: GaugeConfiguration<Label>) =>
    register.registerMetric(new Gauge({ ...options, registers: [] }))

  const commits = new Histogram({
    name: 'sobremesa_commit_seconds',
    help: 'How long a group commit held the event loop, its wait for the disk included',
    buckets: COMMIT_BUCKETS,
    registers,
  })
  const batches = new Histogram({
    name: 'sobremesa_commit_writes',
    help: 'Writes that one group commit made last',
    buckets: BATCH_BUCKETS,
    registers,
  })
  const waiting = gauge('sobremesa_writes_waiting', 'Writes that the last group commit left for the next')
  const requests = new Histogram({
    name: 'sobremesa_http_request_seconds',
    help: 'From the arrival of a request to the beginning of its answer',
    labelNames: ['method', 'status'],
    buckets: REQUEST_BUCKETS,
    registers,
  })
  const refusals = counter('sobremesa_refusals_total', 'What was refused, by its code', ['over', 'code'])
  const turnedAway = counter(
    'sobremesa_handshakes_turned_away_total',
    'Connections that were told to come back later',
  )
  const uploads = counter('sobremesa_uploads_total', 'Files taken in')
  const uploadBytes = counter('sobremesa_upload_bytes_total', 'Their bytes, as they are kept')
  const failures = counter('sobremesa_failures_total', 'Errors in the log, by the name of what happened', [
    'event',
  ])
  const messages = counter('sobremesa_messages_total', 'Messages stored', ['sender', 'kind'])
  const chats = counter('sobremesa_chats_opened_total', 'Chats opened, by whom', ['by'])

  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    committed(commit) {
      commits.observe(commit.seconds)
      batches.observe(commit.writes)
      waiting.set(commit.waiting)
    },
    answered({ method, status, seconds }) {
      const known = METHODS.has(method) ? method : 'other'
      requests.observe({ method: known, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    refused: (over, code) => refusals.inc({ over, code }),
    turnedAway: () => turnedAway.inc(),
    uploaded(bytes) {
      uploads.inc()
      uploadBytes.inc(bytes)
    },
    counting: (log) => ({
      info: (event, details) => log.info(event, details),
      error(event, cause, details) {
        failures.inc({ event })
        log.error(event, cause, details)
      },
    }),
    watchSockets(count) {
      watched({
        name: 'sobremesa_sockets',
        help: 'Sockets that are connected, by who is at the other end',
        labelNames: ['principal'],
        collect() {
          for (const [principal, open] of Object.entries(count())) this.set({ principal }, open)
        },
      })
    },
    watchFiles(dataFile) {
      watched({
        name: 'sobremesa_data_bytes',
        help: 'The database, and what its write-ahead log has not moved into it yet',
        labelNames: ['file'],
        collect() {
          this.set({ file: 'database' }, sizeOf(dataFile))
          this.set({ file: 'log' }, sizeOf(`${dataFile}-wal`))
        },
      })
    },
    listenTo(events) {
      events.onAny((name, event) => {
        if (name === 'MessageSent' && 'message' in event && 'senderType' in event.message) {
          const { senderType, isInternal } = event.message
          messages.inc({ sender: senderType, kind: isInternal ? 'note' : 'message' })
        }
        if (name === 'ChatOpened' && 'isByTeam' in event)
          chats.inc({ by: event.isByTeam ? 'team' : 'visitor' })
      })
    },
    watchProcess: () => collectDefaultMetrics({ register }),
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
