import type { ByteSource } from '../byte-source.ts'
import { orientationBlock, readOrientation } from './exif.ts'
import { addPart, damaged, turned, type Part, type Picture } from './picture.ts'

/** "RIFF", the size, "WEBP". */
const FILE_HEAD_BYTES = 12
const CHUNK_HEAD_BYTES = 8
const EXIF_FLAG = 0x08
const XMP_FLAG = 0x04
const MAX_EXIF_BYTES = 64 * 1024

/** Chunks that draw, of the WebP container specification. */
const DRAWING = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

interface Chunk {
  readonly type: string
  readonly start: number
  /** Of its data; an odd one is followed by a byte of padding. */
  readonly dataEnd: number
}

/** Walks a WebP's chunks. The sizes are written anew, and the flags of the extended header say what is left. */
export async function readWebp(source: ByteSource): Promise<Picture> {
  const head = await source.read(0, FILE_HEAD_BYTES)
  if (head.length < FILE_HEAD_BYTES) throw damaged()
  const end = 8 + head.readUInt32LE(4)
  if (end > source.size) throw damaged()
  const chunks = await readChunks(source, end)
  const [first] = chunks
  if (first === undefined) throw damaged()
  const size = await canvasSize(source, first)
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif === undefined || first.type !== 'VP8X' ? 1 : await exifOrientation(source, exif)
  const body: Part[] = []
  for (const chunk of chunks) {
    for (const part of await piecesOf(source, chunk, orientation)) addPart(body, part)
  }
  if (orientation !== 1) addPart(body, exifChunk(orientation))
  return { ...turned(size, orientation), parts: [fileHead(body), ...body] }
}

async function readChunks(source: ByteSource, end: number): Promise<Chunk[]> {
  const chunks: Chunk[] = []
  for (let at = FILE_HEAD_BYTES; at + CHUNK_HEAD_BYTES <= end;) {
    const head = await source.read(at, CHUNK_HEAD_BYTES)
    const dataEnd = at + CHUNK_HEAD_BYTES + head.readUInt32LE(4)
    if (dataEnd > end) throw damaged()
    chunks.push({ type: head.toString('latin1', 0, 4), start: at, dataEnd })
    if (chunks.length > 10_000) throw damaged()
    at = dataEnd + (dataEnd % 2)
  }
  return chunks
}

async function canvasSize(
  source: ByteSource,
  { type, start }: Chunk,
): Promise<{ width: number; height: number }> {
  const data = await source.read(start + CHUNK_HEAD_BYTES, 10)
  if (data.length < 10) throw damaged()
  if (type === 'VP8X') return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }
  if (type === 'VP8L' && data[0] === 0x2f) {
    const bits = data.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  // A key frame's start code, then 14 bits each; the two bits above are a scale for the screen.
  if (type === 'VP8 ' && data.readUIntBE(3, 3) === 0x9d012a) {
    const [width, height] = [data.readUInt16LE(6) & 0x3fff, data.readUInt16LE(8) & 0x3fff]
    if (width > 0 && height > 0) return { width, height }
  }
  throw damaged()
}

async function exifOrientation(source: ByteSource, { start, dataEnd }: Chunk): Promise<number> {
  const from = start + CHUNK_HEAD_BYTES
  const block = await source.read(from, Math.min(MAX_EXIF_BYTES, dataEnd - from))
  // Some programs copy JPEG's name for it along.
  return readOrientation(block.toString('latin1', 0, 6) === 'Exif\0\0' ? block.subarray(6) : block)
}

async function piecesOf(source: ByteSource, chunk: Chunk, orientation: number): Promise<Part[]> {
  if (!DRAWING.has(chunk.type)) return []
  const padding = chunk.dataEnd % 2 === 0 ? [] : [Buffer.alloc(1)]
  if (chunk.type !== 'VP8X') return [{ start: chunk.start, end: chunk.dataEnd }, ...padding]
  const bytes = Buffer.from(await source.read(chunk.start, chunk.dataEnd - chunk.start))
  const kept = (bytes[CHUNK_HEAD_BYTES] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)
  bytes[CHUNK_HEAD_BYTES] = orientation === 1 ? kept : kept | EXIF_FLAG
  return [bytes, ...padding]
}

function exifChunk(orientation: number): Buffer {
  const block = orientationBlock(orientation)
  const head = Buffer.from('EXIF\0\0\0\0', 'latin1')
  head.writeUInt32LE(block.length, 4)
  return Buffer.concat([head, block])
}

function fileHead(body: readonly Part[]): Buffer {
  const lengths = body.map((part) => (Buffer.isBuffer(part) ? part.length : part.end - part.start))
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(
    lengths.reduce((sum, length) => sum + length, 4),
    4,
  )
  return head
}
