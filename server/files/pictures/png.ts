import { crc32 } from 'node:zlib'
import type { ByteSource } from '../byte-source.ts'
import { orientationBlock, readOrientation } from './exif.ts'
import { addPart, damaged, turned, type Part, type Picture } from './picture.ts'

const SIGNATURE_BYTES = 8
/** A chunk's length, type and checksum. */
const FRAME_BYTES = 12
const MAX_EXIF_BYTES = 64 * 1024

/** Ancillary chunks that draw (PNG 3rd edition, APNG among them). Texts, times, EXIF and what we do not know stay out. */
const DRAWING = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs hIST sPLT acTL fcTL fdAT'.split(' '),
)

interface Chunk {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Walks a PNG's chunks up to its end; what comes after that is not the picture. */
export async function readPng(source: ByteSource): Promise<Picture> {
  const header = await readChunk(source, SIGNATURE_BYTES)
  const fields = await source.read(header.start + 8, 8)
  if (header.type !== 'IHDR' || fields.length < 8) throw damaged()
  const size = { width: fields.readUInt32BE(0), height: fields.readUInt32BE(4) }
  if (size.width === 0 || size.height === 0) throw damaged()
  const parts: Part[] = [{ start: 0, end: header.end }]
  const body: Part[] = []
  let orientation = 1
  for (let chunk = header; chunk.type !== 'IEND';) {
    chunk = await readChunk(source, chunk.end)
    if (chunk.type === 'eXIf') orientation = await exifOrientation(source, chunk)
    if (draws(chunk.type)) addPart(body, chunk)
  }
  if (orientation !== 1) addPart(parts, exifChunk(orientation))
  for (const part of body) addPart(parts, part)
  return { ...turned(size, orientation), parts }
}

async function readChunk(source: ByteSource, start: number): Promise<Chunk> {
  const head = await source.read(start, 8)
  if (head.length < 8) throw damaged()
  const type = head.toString('latin1', 4, 8)
  const end = start + FRAME_BYTES + head.readUInt32BE(0)
  if (!/^[A-Za-z]{4}$/.test(type) || end > source.size) throw damaged()
  return { type, start, end }
}

/** A capital first letter means that nothing can be drawn without it. */
function draws(type: string): boolean {
  return /^[A-Z]/.test(type) || DRAWING.has(type)
}

async function exifOrientation(source: ByteSource, { start, end }: Chunk): Promise<number> {
  return readOrientation(await source.read(start + 8, Math.min(MAX_EXIF_BYTES, end - start - FRAME_BYTES)))
}

function exifChunk(orientation: number): Buffer {
  const typed = Buffer.concat([Buffer.from('eXIf', 'latin1'), orientationBlock(orientation)])
  const chunk = Buffer.alloc(typed.length + 8)
  chunk.writeUInt32BE(typed.length - 4, 0)
  typed.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(typed), typed.length + 4)
  return chunk
}
