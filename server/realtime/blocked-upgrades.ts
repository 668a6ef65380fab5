import type { ChatSocket } from './connection.ts'
import type { Timers } from './timers.ts'

/** By then a client has gone over from polling, if it can. */
const SETTLED_MS = 20_000
/** One may sit in an office that filters; that many in a row have something in common. */
const ENOUGH = 3

interface Deps {
  readonly timers: Timers
  /** Called once: everything works, but by polling, which costs a request for each message. */
  readonly onBlocked: () => void
}

/** Notices that no WebSocket gets through to here, which is a line missing in a proxy's settings more often than anything else. */
export function watchUpgrades({ timers, onBlocked }: Deps): (socket: ChatSocket) => void {
  let polling = 0
  let isDecided = false

  function look({ conn }: ChatSocket): void {
    if (isDecided) return
    if (conn.transport.name === 'polling') polling += 1
    const isBlocked = polling >= ENOUGH
    isDecided = isBlocked || conn.transport.name !== 'polling'
    if (isBlocked) onBlocked()
  }

  return (socket) => {
    if (isDecided) return
    const forget = timers.after(SETTLED_MS, () => look(socket))
    socket.once('disconnect', forget)
  }
}
