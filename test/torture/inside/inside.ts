/**
 * Loaded into a server of the suite before the product (`--import`): breaks it where it is a control, moves its clock, and
 * answers what only the process itself can know. The product knows nothing of it.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Answer, Question } from './questions.ts'
import { mutate } from './mutate.ts'
import type { MutantName } from './mutants.ts'

const mutant = process.env['TORTURE_MUTANT']
if (mutant !== undefined && mutant !== '') mutate(mutant as MutantName)

const systemNow = Date.now
let clockOffsetMs = Number(process.env['TORTURE_CLOCK_MS'] ?? 0)
Date.now = () => systemNow() + clockOffsetMs

const loop = monitorEventLoopDelay({ resolution: 5 })
loop.enable()

process.on('message', (question: Question) => {
  if (question.clockOffsetMs !== undefined) clockOffsetMs = question.clockOffsetMs
  if (question.collect) (globalThis as { gc?: () => void }).gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  const answer: Answer = {
    rss,
    heapUsed,
    loopMaxMs: loop.max / 1e6,
    loopP99Ms: loop.percentile(99) / 1e6,
    handles: process.getActiveResourcesInfo().length,
  }
  if (question.resetLoop) loop.reset()
  process.send?.(answer)
})
// Listening must not keep a server alive that has nothing else to do.
process.channel?.unref()
