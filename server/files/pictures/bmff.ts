import type { ByteSource } from '../byte-source.ts'
import { MAX_READ_BYTES } from '../byte-source.ts'
import { itemExtents, type Extent } from './bmff-items.ts'
import { boxesIn, type Box } from './bmff-boxes.ts'
import { addPart, damaged, type Part, type Picture } from './picture.ts'

/**
 * AVIF and HEIC (ISO 14496-12, 23008-12): the boxes say the size and where EXIF and XMP lie. Those bytes become zeros and not
 * nothing, because everything in the file is found by its distance from the start. Which way up is a box of its own, and stays.
 */
export async function readBmff(source: ByteSource): Promise<Picture> {
  const { meta, start } = await metaBox(source)
  const properties = boxesIn(meta, 4).find(({ type }) => type === 'iprp')
  const container = properties && boxesIn(properties.data, 0).find(({ type }) => type === 'ipco')
  if (container === undefined) throw damaged()
  const facts = boxesIn(container.data, 0)
  const isOnItsSide = facts.some(({ type, data }) => type === 'irot' && ((data[0] ?? 0) & 1) === 1)
  const { width, height } = largest(facts)
  return {
    ...(isOnItsSide ? { width: height, height: width } : { width, height }),
    parts: withZeros(source, itemExtents(meta, start)),
  }
}

async function metaBox(source: ByteSource): Promise<{ meta: Buffer; start: number }> {
  for (let at = 0, boxes = 0; at + 8 <= source.size && boxes < 100; boxes += 1) {
    const head = await source.read(at, 16)
    const size = boxSize(head, source.size - at)
    if (head.toString('latin1', 4, 8) === 'meta') {
      if (size > MAX_READ_BYTES || at + size > source.size) throw damaged()
      return { meta: await source.read(at + 8, size - 8), start: at + 8 }
    }
    at += size
  }
  throw damaged()
}

function boxSize(head: Buffer, rest: number): number {
  const size = head.readUInt32BE(0)
  if (size === 0) return rest
  // 1 announces a size of 64 bits.
  const whole = size === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : size
  if (whole < 8) throw damaged()
  return whole
}

/** A picture may hold a smaller one of itself, and tiles; the whole is the largest. */
function largest(facts: readonly Box[]): { width: number; height: number } {
  const sizes = facts
    .filter(({ type, data }) => type === 'ispe' && data.length >= 12)
    .map(({ data }) => ({ width: data.readUInt32BE(4), height: data.readUInt32BE(8) }))
    .toSorted((a, b) => b.width * b.height - a.width * a.height)
  const [size] = sizes
  if (size === undefined || size.width === 0 || size.height === 0) throw damaged()
  return size
}

function withZeros(source: ByteSource, extents: readonly Extent[]): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { start, end } of extents.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > source.size || end - start > MAX_READ_BYTES) throw damaged()
    if (start > at) addPart(parts, { start: at, end: start })
    addPart(parts, Buffer.alloc(end - start))
    at = end
  }
  if (at < source.size) addPart(parts, { start: at, end: source.size })
  return parts
}
