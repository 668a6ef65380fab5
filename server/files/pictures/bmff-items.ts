import { boxesIn } from './bmff-boxes.ts'
import { damaged } from './picture.ts'

/** Where something lies, counted from the start of the file. */
export interface Extent {
  readonly start: number
  readonly end: number
}

/**
 * Where EXIF and XMP lie, by the item boxes of `meta` (ISO 14496-12, 8.11): `iinf` names the items, `iloc` finds them. `metaStart`:
 * where what `meta` holds lies in the file.
 */
export function itemExtents(meta: Buffer, metaStart: number): Extent[] {
  const boxes = boxesIn(meta, 4)
  const info = boxes.find(({ type }) => type === 'iinf')
  const location = boxes.find(({ type }) => type === 'iloc')
  if (info === undefined || location === undefined) return []
  const telling = tellingItems(info.data)
  const inside = boxes.find(({ type }) => type === 'idat')
  const insideStart = inside && metaStart + inside.data.byteOffset - meta.byteOffset
  return telling.size === 0 ? [] : locations(location.data, telling, insideStart)
}

/** Items that say something of the picture instead of being it: EXIF, and XMP, which is a `mime` item. */
function tellingItems(info: Buffer): Set<number> {
  const found = new Set<number>()
  const isShort = info[0] === 0
  for (const { type, data } of boxesIn(info, isShort ? 6 : 8)) {
    const version = data[0] ?? 0
    // Older versions name no type, and no picture uses them.
    if (type !== 'infe' || version < 2) continue
    const idBytes = version === 2 ? 2 : 4
    const itemType = data.toString('latin1', 6 + idBytes, 10 + idBytes)
    if (itemType === 'Exif' || itemType === 'mime') found.add(data.readUIntBE(4, idBytes))
  }
  return found
}

/** How an item's place is counted: from the start of the file, or from that of `idat`. */
const IN_FILE = 0
const IN_META = 1

function locations(box: Buffer, wanted: ReadonlySet<number>, insideStart: number | undefined): Extent[] {
  const read = reader(box)
  const version = read(1)
  read(3)
  const sizes = read(1)
  const [offsetBytes, lengthBytes] = [sizes >> 4, sizes & 15]
  const more = read(1)
  const [baseBytes, indexBytes] = [more >> 4, version === 0 ? 0 : more & 15]
  const extents: Extent[] = []
  const items = read(version < 2 ? 2 : 4)
  for (let item = 0; item < items; item += 1) {
    const id = read(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : read(2) & 15
    read(2)
    const base = read(baseBytes)
    const count = read(2)
    for (let index = 0; index < count; index += 1) {
      read(indexBytes)
      const start = base + read(offsetBytes)
      const length = read(lengthBytes)
      if (!wanted.has(id) || length === 0) continue
      const from = method === IN_META ? insideStart : 0
      if (from === undefined || (method !== IN_FILE && method !== IN_META)) throw damaged()
      extents.push({ start: from + start, end: from + start + length })
    }
  }
  return extents
}

/** Reads whole numbers of so many bytes, one after another. */
function reader(buffer: Buffer): (bytes: number) => number {
  let at = 0
  return (bytes) => {
    if (bytes === 0) return 0
    if (bytes > 8 || at + bytes > buffer.length) throw damaged()
    const value = bytes === 8 ? Number(buffer.readBigUInt64BE(at)) : buffer.readUIntBE(at, Math.min(bytes, 6))
    at += bytes
    return value
  }
}
