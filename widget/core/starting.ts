import { toFailure } from './api-error.ts'
import type { Core } from './core.ts'

/** Finds out who is asking: once, however often it is called, and again only after somebody was signed out. */
export function createStarting(core: Core): () => Promise<void> {
  const { change, environment, retrier, role, store } = core
  let starting: Promise<void> | undefined

  async function findOut(): Promise<void> {
    try {
      await retrier.untilAnswered(
        () => core.side.credentials.start(),
        (_, ms) => change({ connection: { state: 'reconnecting', retryAt: environment.now() + ms } }),
      )
    } catch (cause) {
      change({ session: { state: 'signed-out', reason: toFailure(cause).code } })
    }
    const { connection, session } = store.get()
    // Nobody wants the socket: the trouble shown was that of finding out.
    if (session.state === 'signed-out' && connection.state === 'reconnecting') {
      change({ connection: { state: 'idle' } })
    }
  }

  return () => {
    const isOver = role === 'commercial' && store.get().session.state === 'signed-out'
    if (starting === undefined || isOver) starting = findOut()
    return starting
  }
}
