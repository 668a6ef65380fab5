import { originOf } from '../auth/origins.ts'
import type { Sightings } from '../domain/sightings.ts'
import type { ChatSocket } from './connection.ts'

/** Notes from which pages visitors connect, and whether what lies between lets websockets through. */
export function noteConnections(sightings: Pick<Sightings, 'connected'>): (socket: ChatSocket) => void {
  return (socket) => {
    const visitor = socket.data.proofs.find(({ identity }) => identity.role === 'visitor')?.identity
    const { origin } = originOf(socket.handshake.headers)
    if (visitor?.role !== 'visitor' || origin === undefined) return
    const { siteId } = visitor
    sightings.connected(siteId, origin, socket.conn.transport.name)
    socket.conn.once('upgrade', ({ name }: { name: string }) => sightings.connected(siteId, origin, name))
  }
}
