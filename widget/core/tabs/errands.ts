import type { Environment } from '../environment.ts'
import { createRemoteCalls, type PendingCall } from './remote-calls.ts'
import type { TabMessage } from './tab-message.ts'
import type { ClientParts } from './tab-ports.ts'

/** Who does what is asked: this tab, whoever leads, or whoever will. */
export type Doer = ((method: string, args: readonly unknown[]) => Promise<unknown>) | 'leader' | 'nobody'

/** What this tab wants done, whoever does it. */
export interface Errands {
  ask(method: string, args: readonly unknown[]): Promise<unknown>
  hear(message: TabMessage): void
  /** Somebody else does it from now on: what is open is asked again, of them. */
  askAgain(): void
}

interface ErrandsOptions extends Pick<ClientParts, 'createError'> {
  readonly environment: Pick<Environment, 'after' | 'newId'>
  readonly doer: () => Doer
  readonly post: (message: TabMessage) => void
  readonly onSilence: () => void
}

export function createErrands(options: ErrandsOptions): Errands {
  const calls = createRemoteCalls(options)
  let waiting: readonly PendingCall[] = []

  function dispatch(call: PendingCall): void {
    const doer = options.doer()
    if (doer === 'leader') calls.ask(call)
    else if (doer === 'nobody') waiting = [...waiting, call]
    else doer(call.method, call.args).then(call.resolve, call.reject)
  }

  function giveUp({ reject }: PendingCall): void {
    reject(options.createError({ status: 0, code: 'network', message: '', body: {}, retryAfterMs: 0 }))
  }

  return {
    ask(method, args) {
      return new Promise((resolve, reject) =>
        dispatch({ id: options.environment.newId(), method, args, resolve, reject }),
      )
    },
    hear: calls.hear,
    askAgain() {
      const again = waiting
      waiting = []
      for (const call of again) dispatch(call)
      for (const call of calls.takeBack()) {
        // Drafts are given to a new leader all together, in their order.
        if (call.method === 'restore') call.resolve(undefined)
        else if (isRepeatable(call)) dispatch(call)
        else giveUp(call)
      }
    },
  }
}

/** What may have been done already is not asked for twice, unless that does no harm. */
function isRepeatable({ method, args }: PendingCall): boolean {
  return method !== 'call' || String(args[0]).startsWith('GET ')
}
