/**
 * Loaded into a server of the suite before the product (`--import`): breaks it where it is a control, moves its clock, and
 * answers what only the process itself can know. The product knows nothing of it.
 */
import { subscribe } from 'node:diagnostics_channel'
import { existsSync, readdirSync } from 'node:fs'
import type { Socket } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Answer, HeldConnection, Question } from './questions.ts'
import { dieInMigration, type Death } from './die-in-migration.ts'
import { mutate } from './mutate.ts'
import type { MutantName } from './mutants.ts'

const mutant = process.env['TORTURE_MUTANT']
if (mutant !== undefined && mutant !== '') mutate(mutant as MutantName)

const death = process.env['TORTURE_DEATH']
if (death !== undefined) dieInMigration(JSON.parse(death) as Death)

const systemNow = Date.now
let clockOffsetMs = Number(process.env['TORTURE_CLOCK_MS'] ?? 0)
Date.now = () => systemNow() + clockOffsetMs

const loop = monitorEventLoopDelay({ resolution: 5 })
loop.enable()

const OPEN_FILES = '/proc/self/fd'

const open = new Set<Socket>()
subscribe('net.server.socket', (message) => {
  const { socket } = message as { socket: Socket }
  open.add(socket)
  socket.once('close', () => open.delete(socket))
})

function describe(socket: Socket): HeldConnection {
  // Node's own name for it: what has been upgraded has no parser of HTTP any more.
  const { parser } = socket as unknown as { readonly parser?: unknown }
  return {
    port: socket.remotePort ?? 0,
    waiting: socket.writableLength,
    isWebSocket: parser === null || parser === undefined,
  }
}

process.on('message', (question: Question) => {
  if (question.clockOffsetMs !== undefined) clockOffsetMs = question.clockOffsetMs
  if (question.collect) (globalThis as { gc?: () => void }).gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  const asked = question.connections === true ? [...open] : []
  const answer: Answer = {
    rss,
    heapUsed,
    external,
    loopMaxMs: loop.max / 1e6,
    loopP99Ms: loop.percentile(99) / 1e6,
    handles: process.getActiveResourcesInfo().length,
    files: existsSync(OPEN_FILES) ? readdirSync(OPEN_FILES).length : 0,
    connections: asked.map(describe),
  }
  if (question.resetLoop) loop.reset()
  process.send?.(answer)
})
// Whoever began it is gone, and nobody would end it.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
// Listening must not keep a server alive that has nothing else to do.
process.channel?.unref()
