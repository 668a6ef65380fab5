import type { Cancel, Environment } from '../environment.ts'
import type { Request, TabMessage } from './tab-message.ts'
import type { ClientParts } from './tab-ports.ts'

/** So long a leader may take to say that it has heard; one that does not is asleep, or its page hangs. */
const HEARD_WITHIN_MS = 1_000

/** Something asked of whoever leads, until there is an answer. */
export interface PendingCall extends Request {
  resolve(value: unknown): void
  reject(cause: unknown): void
}

/** A follower's questions to its leader. */
export interface RemoteCalls {
  ask(call: PendingCall): void
  hear(message: TabMessage): void
  /** Another leads now: what is open has to be asked again, of them. */
  takeBack(): readonly PendingCall[]
}

interface RemoteCallsOptions extends Pick<ClientParts, 'createError'> {
  readonly environment: Pick<Environment, 'after'>
  readonly post: (message: TabMessage) => void
  readonly onSilence: () => void
}

export function createRemoteCalls(options: RemoteCallsOptions): RemoteCalls {
  const open = new Map<string, PendingCall & { readonly cancel: Cancel }>()

  function settle(id: string, how: (call: PendingCall) => void): void {
    const call = open.get(id)
    open.delete(id)
    call?.cancel()
    if (call !== undefined) how(call)
  }

  return {
    ask(call) {
      const { id, method, args } = call
      open.set(id, { ...call, cancel: options.environment.after(HEARD_WITHIN_MS, options.onSilence) })
      try {
        options.post({ kind: 'call', id, method, args })
      } catch (cause) {
        // What cannot be cloned cannot be told.
        settle(id, ({ reject }) => reject(cause))
      }
    },
    hear(message) {
      if (message.kind === 'heard') open.get(message.id)?.cancel()
      if (message.kind === 'answer') settle(message.id, ({ resolve }) => resolve(message.value))
      if (message.kind === 'refusal')
        settle(message.id, ({ reject }) => reject(options.createError(message.refusal)))
    },
    takeBack() {
      const calls = [...open.values()]
      open.clear()
      for (const { cancel } of calls) cancel()
      return calls
    },
  }
}
