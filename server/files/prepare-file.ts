import { open, type FileHandle } from 'node:fs/promises'
import { Refusal } from '../domain/refusal.ts'
import { openByteSource, type ByteSource } from './byte-source.ts'
import { detectType, HEAD_BYTES } from './detect-type.ts'
import type { FileType } from './file-types.ts'
import { readBmff } from './pictures/bmff.ts'
import { readGif } from './pictures/gif.ts'
import { readJpeg } from './pictures/jpeg.ts'
import { isWhole, type Part, type Picture, type ReadPicture } from './pictures/picture.ts'
import { readPng } from './pictures/png.ts'
import { readWebp } from './pictures/webp.ts'

/** What a file turned out to be, and where it lies ready to be kept. */
export interface Prepared {
  readonly path: string
  readonly size: number
  readonly type: FileType
  readonly width: number | null
  readonly height: number | null
}

// A picture that takes more than this to unfold takes a reader's browser down with it.
const MAX_PIXELS = 40_000_000
const MAX_SIDE = 16_384
const COPY_BYTES = 64 * 1024

const readers: Readonly<Record<string, ReadPicture>> = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/webp': readWebp,
  'image/gif': readGif,
  'image/avif': readBmff,
  'image/heic': readBmff,
  'image/heif': readBmff,
}

/**
 * Finds out what was uploaded, by its content, and takes out of pictures where and when they were taken: the cleaned copy is written
 * to `cleanPath`. Refuses what may not be sent, what is damaged, and pictures that are too large to show.
 */
export async function prepareFile(
  file: { readonly path: string; readonly size: number; readonly name: string; readonly mimeType: string },
  cleanPath: string,
): Promise<Prepared> {
  const handle = await open(file.path, 'r')
  try {
    const source = openByteSource(handle, file.size)
    const type = await detectType(await source.read(0, HEAD_BYTES), file)
    const read = readers[type.mimeType]
    if (read === undefined) return { path: file.path, size: file.size, type, width: null, height: null }
    const { width, height, parts } = checked(await readOrRefuse(read, source))
    if (isWhole(parts, file.size)) return { path: file.path, size: file.size, type, width, height }
    const size = await copyParts(handle, parts, cleanPath)
    return { path: cleanPath, size, type, width, height }
  } finally {
    await handle.close()
  }
}

/** A header that points outside its own bytes is damage, too. */
async function readOrRefuse(read: ReadPicture, source: ByteSource): Promise<Picture> {
  try {
    return await read(source)
  } catch (cause) {
    throw cause instanceof RangeError ? new Refusal('file_damaged') : cause
  }
}

function checked(picture: Picture): Picture {
  const { width, height } = picture
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    throw new Refusal('picture_too_large')
  return picture
}

/** Returns how many bytes it wrote. */
async function copyParts(from: FileHandle, parts: readonly Part[], path: string): Promise<number> {
  const to = await open(path, 'wx', 0o600)
  const buffer = Buffer.allocUnsafe(COPY_BYTES)
  let written = 0
  const write = async (bytes: Buffer) => {
    await to.writeFile(bytes)
    written += bytes.length
  }
  try {
    for (const part of parts) {
      if (Buffer.isBuffer(part)) {
        await write(part)
        continue
      }
      for (let at = part.start; at < part.end;) {
        const { bytesRead } = await from.read(buffer, 0, Math.min(COPY_BYTES, part.end - at), at)
        if (bytesRead === 0) throw new Refusal('file_damaged')
        await write(buffer.subarray(0, bytesRead))
        at += bytesRead
      }
    }
  } finally {
    await to.close()
  }
  return written
}
