/** Socket.IO's packets, revision 5, as text: our events carry JSON and never bytes, and the bytes are most of the original. */
export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const

export interface Packet {
  readonly type: number
  readonly nsp: string
  readonly id?: number | undefined
  readonly data?: unknown
}

export function encode({ type, nsp, id, data }: Packet): string {
  const room = nsp === '/' ? '' : `${nsp},`
  const json = data === undefined || data === null ? '' : JSON.stringify(data)
  return `${type}${room}${id ?? ''}${json}`
}

/** What cannot be read throws: the connection is broken. */
export function decode(text: string): Packet {
  const found = /^([0-4])(?:(\/[^,]*),)?(\d*)(.*)$/s.exec(text)
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
  return packet
}
