import { TYPES } from './engine.io-types.ts'

/** Engine.IO's packets as text; see `socket.io-parser.ts`. */
export function decodePacket(text: unknown): { type: string; data?: string } {
  const type = typeof text === 'string' ? TYPES[Number(text[0])] : undefined
  if (typeof text !== 'string' || type === undefined) return { type: 'error', data: 'parser error' }
  return text.length > 1 ? { type, data: text.slice(1) } : { type }
}
