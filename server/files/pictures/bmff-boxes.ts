import { damaged } from './picture.ts'

/** A box inside another one that is in memory. */
export interface Box {
  readonly type: string
  readonly data: Buffer
}

/** The boxes that lie one after another from `from` on. */
export function boxesIn(buffer: Buffer, from: number): Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= buffer.length;) {
    const size = buffer.readUInt32BE(at)
    const end = size === 0 ? buffer.length : at + size
    if ((size !== 0 && size < 8) || end > buffer.length) throw damaged()
    boxes.push({ type: buffer.toString('latin1', at + 4, at + 8), data: buffer.subarray(at + 8, end) })
    at = end
  }
  return boxes
}
