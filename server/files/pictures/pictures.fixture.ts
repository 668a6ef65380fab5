import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { openByteSource, type ByteSource } from '../byte-source.ts'
import { orientationBlock } from './exif.ts'
import type { Part, ReadPicture } from './picture.ts'

/** A place that must never come out again. */
export const SECRET = 'GPS 41.3874 N 2.1686 E'

export const text = (value: string): Buffer => Buffer.from(value, 'latin1')

/** EXIF with an orientation, and a place behind it. */
export function exifBlock(orientation = 1): Buffer {
  return Buffer.concat([orientationBlock(orientation), text(SECRET)])
}

export function segment(marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return Buffer.concat([head, payload])
}

export const JFIF = segment(0xe0, Buffer.concat([text('JFIF\0'), Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])]))
export const ADOBE = segment(0xee, text('Adobe\0\x64\0\0\0\0\x01'))
export const ICC = segment(0xe2, text('ICC_PROFILE\0\x01\x01profile'))
export const exifSegment = (orientation = 1): Buffer =>
  segment(0xe1, Buffer.concat([text('Exif\0\0'), exifBlock(orientation)]))

/** Not decodable, but built like every JPEG: two scans, with stuffed bytes, restarts and tables between. */
export function jpeg({
  width = 640,
  height = 480,
  before = [JFIF],
  between = [],
  after = Buffer.alloc(0),
}: {
  width?: number
  height?: number
  before?: readonly Buffer[]
  between?: readonly Buffer[]
  after?: Buffer
} = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  const scan = Buffer.concat([
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
  ])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...before,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc2, frame),
    scan,
    ...between,
    segment(0xc4, Buffer.alloc(20)),
    scan,
    Buffer.from([0xff, 0xd9]),
    after,
  ])
}

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const typed = Buffer.concat([text(type), data])
  const chunk = Buffer.alloc(typed.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  typed.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(typed), typed.length + 4)
  return chunk
}

export function png({
  width = 640,
  height = 480,
  extra = [],
  after = Buffer.alloc(0),
}: { width?: number; height?: number; extra?: readonly Buffer[]; after?: Buffer } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', text('compressed')),
    pngChunk('IEND'),
    after,
  ])
}

export function riffChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

export function webp(chunks: readonly Buffer[], after: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat(chunks)
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body, after])
}

export function vp8x(width: number, height: number, flags: number): Buffer {
  const data = Buffer.alloc(10)
  data[0] = flags
  data.writeUIntLE(width - 1, 4, 3)
  data.writeUIntLE(height - 1, 7, 3)
  return riffChunk('VP8X', data)
}

export function vp8(width: number, height: number): Buffer {
  const data = Buffer.alloc(11)
  data.writeUIntBE(0x9d012a, 3, 3)
  data.writeUInt16LE(width, 6)
  data.writeUInt16LE(height, 8)
  return riffChunk('VP8 ', data)
}

export function vp8l(width: number, height: number): Buffer {
  const data = Buffer.alloc(12)
  data[0] = 0x2f
  data.writeUInt32LE((width - 1) | ((height - 1) << 14), 1)
  return riffChunk('VP8L', data)
}

export function gif(width = 640, height = 480): Buffer {
  const head = Buffer.concat([text('GIF89a'), Buffer.alloc(7)])
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  return Buffer.concat([head, text('\x3b')])
}

export function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat(parts)
  const head = Buffer.concat([Buffer.alloc(4), text(type)])
  head.writeUInt32BE(data.length + 8, 0)
  return Buffer.concat([head, data])
}

/** A HEIC or AVIF with a picture item, its thumbnail, and an EXIF item that holds the place: behind the picture, or inside the description. */
export function bmff({
  brand = 'avif',
  width = 640,
  height = 480,
  turned = false,
  inside = false,
}: { brand?: string; width?: number; height?: number; turned?: boolean; inside?: boolean } = {}): Buffer {
  const size = (w: number, h: number) => {
    const data = Buffer.alloc(12)
    data.writeUInt32BE(w, 4)
    data.writeUInt32BE(h, 8)
    return box('ispe', data)
  }
  const properties = [size(160, 120), size(width, height), ...(turned ? [box('irot', Buffer.from([1]))] : [])]
  const item = (id: number, type: string) =>
    box('infe', Buffer.from([2, 0, 0, 0, 0, id, 0, 0]), text(`${type}\0`))
  const info = box('iinf', Buffer.from([0, 0, 0, 0, 0, 2]), item(1, 'av01'), item(2, 'Exif'))
  const picture = text('picture data')
  const exif = Buffer.concat([Buffer.alloc(4), exifBlock()])
  const meta = (start: number) => {
    const place = (id: number, method: number, at: number, length: number) => {
      const entry = Buffer.from([0, id, 0, method, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
      entry.writeUInt32BE(at, 8)
      entry.writeUInt32BE(length, 12)
      return entry
    }
    const location = box(
      'iloc',
      Buffer.from([1, 0, 0, 0, 0x44, 0, 0, 2]),
      place(1, 0, start, picture.length),
      place(2, inside ? 1 : 0, inside ? 0 : start + picture.length, exif.length),
    )
    const data = inside ? [box('idat', exif)] : []
    return box('meta', Buffer.alloc(4), info, location, ...data, box('iprp', box('ipco', ...properties)))
  }
  const type = box('ftyp', text(`${brand}\0\0\0\0${brand}`))
  const start = type.length + meta(0).length + 8
  return Buffer.concat([type, meta(start), box('mdat', picture, ...(inside ? [] : [exif]))])
}

/** A file that is on the disk for as long as the test. */
export async function sourceOf(bytes: Buffer): Promise<ByteSource> {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'))
  const path = join(folder, 'file')
  writeFileSync(path, bytes)
  const handle = await open(path, 'r')
  onTestFinished(async () => {
    await handle.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return openByteSource(handle, bytes.length)
}

/** What the reader makes of these bytes: the size, and the file that would be kept. */
export async function clean(
  read: ReadPicture,
  bytes: Buffer,
): Promise<{ width: number; height: number; kept: Buffer }> {
  const { width, height, parts } = await read(await sourceOf(bytes))
  const piece = (part: Part) => (Buffer.isBuffer(part) ? part : bytes.subarray(part.start, part.end))
  return { width, height, kept: Buffer.concat(parts.map(piece)) }
}
