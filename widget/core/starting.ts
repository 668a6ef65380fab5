import { toFailure } from './api-error.ts'
import type { Core, Side } from './core.ts'

/** Finds out who is asking: once, however often it is called, and again only after somebody was signed out. */
export function createStarting(core: Core, side: () => Side): () => Promise<void> {
  const { environment, retrier, store } = core
  let starting: Promise<void> | null = null

  async function findOut(): Promise<void> {
    try {
      await retrier.untilAnswered(
        () => side().start(),
        (_, ms) => {
          const retryAt = environment.now() + ms
          store.update((state) => ({ ...state, connection: { state: 'reconnecting', retryAt } }))
        },
      )
    } catch (cause) {
      core.setSession({ state: 'signed-out', reason: toFailure(cause).code })
    }
    const { connection, session } = store.get()
    // Nobody wants the socket: the trouble shown was that of finding out.
    if (session.state === 'signed-out' && connection.state === 'reconnecting') {
      store.update((state) => ({ ...state, connection: { state: 'idle' } }))
    }
  }

  return () => {
    const isOver = core.role === 'commercial' && store.get().session.state === 'signed-out'
    if (starting === null || isOver) starting = findOut()
    return starting
  }
}
