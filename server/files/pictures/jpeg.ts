import type { ByteSource } from '../byte-source.ts'
import { orientationBlock, readOrientation } from './exif.ts'
import { addPart, damaged, turned, type Part, type Picture } from './picture.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COMMENT = 0xfe
const EXIF_NAME = 'Exif\0\0'
const ICC_NAME = 'ICC_PROFILE\0'
const SCAN_BYTES = 64 * 1024

interface Segment {
  readonly marker: number
  readonly start: number
  readonly end: number
}

/**
 * Walks a JPEG's segments (ITU T.81, annex B). Everything goes that does not draw: EXIF, XMP, IPTC, comments, makers' own segments,
 * and what follows the picture's end, where phones put whole further pictures and films, each with a place of its own.
 */
export async function readJpeg(source: ByteSource): Promise<Picture> {
  const head: Part[] = [{ start: 0, end: 2 }]
  const body: Part[] = []
  let size: { width: number; height: number } | null = null
  let orientation = 1
  for (let at = 2; ;) {
    const segment = await nextSegment(source, at)
    if (segment === null) break
    at = segment.end
    if (isFrame(segment.marker)) size ??= await frameSize(source, segment)
    if (segment.marker === APP1 && orientation === 1) orientation = await exifOrientation(source, segment)
    if (!(await draws(source, segment))) continue
    // JFIF insists on being the first segment; ours comes after it.
    addPart(segment.marker === APP0 && body.length === 0 ? head : body, segment)
    if (segment.marker === EOI) break
    if (segment.marker !== SOS) continue
    at = await scanEnd(source, segment.end)
    addPart(body, { start: segment.end, end: at })
  }
  if (size === null || size.width === 0 || size.height === 0) throw damaged()
  if (orientation !== 1) addPart(head, exifSegment(orientation))
  for (const part of body) addPart(head, part)
  return { ...turned(size, orientation), parts: head }
}

/** null: the file ends here, without saying so; cameras whose battery died leave such pictures, and they can be seen. */
async function nextSegment(source: ByteSource, position: number): Promise<Segment | null> {
  let start = position
  let head = await source.read(start, 4)
  // Any number of 0xFF may fill the space before a marker.
  while (head.length >= 2 && head[0] === 0xff && head[1] === 0xff) {
    start += 1
    head = await source.read(start, 4)
  }
  if (head.length < 2) return null
  const [first, marker = 0] = head
  if (first !== 0xff || marker === 0) throw damaged()
  if (marker === EOI || isStandalone(marker)) return { marker, start, end: start + 2 }
  if (marker === SOI || head.length < 4) throw damaged()
  const length = head.readUInt16BE(2)
  const end = start + 2 + length
  if (length < 2 || end > source.size) throw damaged()
  return { marker, start, end }
}

function isStandalone(marker: number): boolean {
  return marker === 0x01 || isRestart(marker)
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

async function frameSize(source: ByteSource, { start }: Segment): Promise<{ width: number; height: number }> {
  const frame = await source.read(start, 9)
  if (frame.length < 9) throw damaged()
  return { height: frame.readUInt16BE(5), width: frame.readUInt16BE(7) }
}

async function exifOrientation(source: ByteSource, { start, end }: Segment): Promise<number> {
  const payload = await source.read(start + 4, end - start - 4)
  return payload.toString('latin1', 0, 6) === EXIF_NAME ? readOrientation(payload.subarray(6)) : 1
}

async function draws(source: ByteSource, { marker, start }: Segment): Promise<boolean> {
  if (marker === COMMENT) return false
  if (marker < APP0 || marker > APP15) return true
  // JFIF's own thumbnail is small and the picture's; Adobe's segment says how colours are coded.
  if (marker === APP0 || marker === APP14) return true
  // APP2 holds the colour profile, and in other files an index of pictures behind the picture.
  return marker === APP2 && (await source.read(start + 4, 12)).toString('latin1') === ICC_NAME
}

/** Where the compressed data after a scan's header ends: at the next 0xFF that is not data (0xFF00) or a restart. */
async function scanEnd(source: ByteSource, from: number): Promise<number> {
  for (let at = from; at < source.size;) {
    const chunk = await source.read(at, SCAN_BYTES)
    const found = markerIn(chunk)
    if (found !== null) return at + found
    // A 0xFF at the very end is looked at again, together with what follows it.
    at += chunk.length > 1 && chunk.at(-1) === 0xff ? chunk.length - 1 : chunk.length
  }
  return source.size
}

function markerIn(chunk: Buffer): number | null {
  for (let at = chunk.indexOf(0xff); at !== -1 && at + 1 < chunk.length; at = chunk.indexOf(0xff, at + 1)) {
    const next = chunk[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  return null
}

function exifSegment(orientation: number): Buffer {
  const payload = Buffer.concat([Buffer.from(EXIF_NAME, 'latin1'), orientationBlock(orientation)])
  const head = Buffer.from([0xff, APP1, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}
