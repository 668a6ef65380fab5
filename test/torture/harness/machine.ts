import { Worker } from 'node:worker_threads'

/** A thread with nothing to do but to look how late it is woken: that is the machine, not what is being tried on it. */
const idler = `
  const { parentPort } = require('node:worker_threads')
  const EVERY_MS = 10
  const late = []
  let due = performance.now() + EVERY_MS
  const timer = setInterval(() => {
    late.push(performance.now() - due)
    due = performance.now() + EVERY_MS
  }, EVERY_MS)
  parentPort.once('message', () => {
    clearInterval(timer)
    late.sort((a, b) => a - b)
    parentPort.postMessage(late[Math.floor(late.length * 0.99)] ?? 0)
  })`

/** Watches until asked; resolves with the lateness below which 99 of 100 wakings were, in milliseconds. */
export function watchMachine(): { stop(): Promise<number> } {
  const worker = new Worker(idler, { eval: true })
  return {
    async stop() {
      const told = new Promise<number>((resolve, reject) => {
        worker.once('message', resolve)
        worker.once('error', reject)
      })
      worker.postMessage('enough')
      const lateMs = await told
      await worker.terminate()
      return lateMs
    },
  }
}
