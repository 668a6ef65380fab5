import type { Clock } from '../domain/clock.ts'
import type { Connection } from './connection.ts'
import type { Timers } from './timers.ts'

/** The longest that a timer can wait; a longer one would fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1

/** Ends a connection together with the proof it was opened with. */
export interface Expiry {
  /** `expiresAt` in milliseconds; null: never. */
  watch(connection: Connection, expiresAt: number | null): void
  /** A newer proof of the same session arrived. It never shortens the connection's life. */
  renew(connection: Connection, expiresAt: number): void
  forget(connection: Connection): void
}

interface Watched {
  readonly expiresAt: number
  readonly stopWaiting: () => void
}

export function createExpiry({ clock, timers }: { clock: Clock; timers: Timers }): Expiry {
  const watched = new Map<Connection, Watched>()

  function arm(connection: Connection, expiresAt: number): void {
    const delay = Math.min(MAX_DELAY_MS, Math.max(0, expiresAt - clock.now()))
    const stopWaiting = timers.after(delay, () => {
      if (clock.now() < expiresAt) arm(connection, expiresAt)
      else end(connection)
    })
    watched.set(connection, { expiresAt, stopWaiting })
  }

  function end({ socket }: Connection): void {
    socket.emit('session:expired', { code: 'token_expired' })
    socket.disconnect(true)
  }

  return {
    watch(connection, expiresAt) {
      if (expiresAt !== null) arm(connection, expiresAt)
    },
    renew(connection, expiresAt) {
      const current = watched.get(connection)
      if (current === undefined || current.expiresAt >= expiresAt) return
      current.stopWaiting()
      arm(connection, expiresAt)
    },
    forget(connection) {
      watched.get(connection)?.stopWaiting()
      watched.delete(connection)
    },
  }
}
