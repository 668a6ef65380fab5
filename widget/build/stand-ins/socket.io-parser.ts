import { Emitter } from '@socket.io/component-emitter'

/** Socket.IO's packets, revision 5, as text: our events carry JSON and never bytes, and the bytes are most of the original. */
export const protocol = 5
export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const

interface Packet {
  readonly type: number
  readonly nsp: string
  readonly id?: number | undefined
  readonly data?: unknown
}

export class Encoder {
  encode({ type, nsp, id, data }: Packet): [string] {
    const room = nsp === '/' ? '' : `${nsp},`
    const json = data === undefined || data === null ? '' : JSON.stringify(data)
    return [`${type}${room}${id ?? ''}${json}`]
  }
}

/** Tells `decoded` for each packet. What cannot be read throws, and the client takes that for a broken connection. */
export class Decoder extends Emitter {
  add(text: unknown): void {
    const found = typeof text === 'string' ? /^([0-4])(?:(\/[^,]*),)?(\d*)(.*)$/s.exec(text) : null
    if (found === null) throw new Error('Not a packet')
    const [, type, nsp = '/', id = '', json = ''] = found
    const packet: Packet = {
      type: Number(type),
      nsp,
      id: id === '' ? undefined : Number(id),
      data: json === '' ? undefined : JSON.parse(json),
    }
    const isCall = packet.type === PacketType.EVENT || packet.type === PacketType.ACK
    if (isCall && !Array.isArray(packet.data)) throw new Error('Not a call')
    this.emitReserved('decoded', packet)
  }

  destroy(): void {
    // No packet comes in pieces.
  }
}
