import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import type { Setting } from '../experiment.ts'

/** A plain Socket.IO connection, for what our own client would never do or does not tell. */
export interface RawSocket {
  readonly socket: Socket
  /** Every event that came, in order: its name, then what it carried. */
  readonly heard: unknown[][]
  ask(event: string, ...args: unknown[]): Promise<unknown>
}

const ACK_WITHIN_MS = 10_000

export async function openSocket(
  { defer }: Pick<Setting, 'defer'>,
  url: string,
  {
    token,
    headers,
    reconnects = false,
  }: { token?: string; headers?: Record<string, string>; reconnects?: boolean } = {},
): Promise<RawSocket> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: reconnects,
    autoConnect: false,
    ...(token !== undefined && token !== '' && { auth: { token } }),
    ...(headers !== undefined && { extraHeaders: headers }),
  })
  defer(() => socket.disconnect())
  const heard: unknown[][] = []
  socket.onAny((...event: unknown[]) => heard.push(event))
  const welcomed = once(socket as never, 'welcome')
  const refused = once(socket as never, 'connect_error')
  socket.connect()
  await Promise.race([
    welcomed,
    refused.then(([cause]) => {
      throw cause
    }),
  ])
  refused.catch(() => undefined)
  return {
    socket,
    heard,
    ask: (event, ...args) => socket.timeout(ACK_WITHIN_MS).emitWithAck(event, ...args) as Promise<unknown>,
  }
}
