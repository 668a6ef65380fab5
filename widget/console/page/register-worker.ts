const WORKER = '/console/worker.js'
const SCOPE = '/console'
/** The policy's name stands in the page's Content-Security-Policy, and its one address here. */
const POLICY = 'console-worker'

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown }
}

/** Once the page is done with its own opening: the worker keeps a copy of everything, which can wait. */
export function registerWorkerSoon(): void {
  if (!('serviceWorker' in navigator)) return
  const register = () => {
    // A page of the developer's, or a browser that keeps nothing: the console works without.
    navigator.serviceWorker.register(trusted(WORKER), { scope: SCOPE }).catch(() => {})
  }
  const later: (task: () => void) => void = globalThis.requestIdleCallback ?? setTimeout
  if (document.readyState === 'complete') later(register)
  else addEventListener('load', () => later(register), { once: true })
}

function trusted(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (trustedTypes === undefined) return address
  const policy = trustedTypes.createPolicy(POLICY, { createScriptURL: () => WORKER })
  // What the browser takes for an address here is no string any more.
  return policy.createScriptURL(address) as string
}
