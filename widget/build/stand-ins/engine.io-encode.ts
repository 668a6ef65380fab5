import { TYPES } from './engine.io-types.ts'

interface Packet {
  readonly type: string
  readonly data?: string
}

/** Engine.IO's packets as text; see `socket.io-parser.ts`. */
export function encodePacket(packet: Packet, _supportsBinary: boolean, done: (text: string) => void): void {
  done(`${TYPES.indexOf(packet.type)}${packet.data ?? ''}`)
}

/** Only WebTransport asks for it. */
export function encodePacketToBinary(): never {
  throw new Error('Text only')
}
