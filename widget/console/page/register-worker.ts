import { createScriptPolicy } from '../script-policy.ts'

const WORKER = '/console/worker.js'
const SCOPE = '/console'
const ownWorker = createScriptPolicy('console-worker', () => WORKER)

/** Once the page is done with its own opening: the worker keeps a copy of everything, which can wait. */
export function registerWorkerSoon(): void {
  if (!('serviceWorker' in navigator)) return
  const register = () => {
    // A page of the developer's, or a browser that keeps nothing: the console works without.
    navigator.serviceWorker.register(ownWorker(WORKER), { scope: SCOPE }).catch(() => {})
  }
  const later: (task: () => void) => void = globalThis.requestIdleCallback ?? setTimeout
  if (document.readyState === 'complete') later(register)
  else addEventListener('load', () => later(register), { once: true })
}
