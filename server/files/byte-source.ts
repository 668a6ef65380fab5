import type { FileHandle } from 'node:fs/promises'

/** A file that is read in places, never as a whole. */
export interface ByteSource {
  readonly size: number
  /** What is there from `position` on: fewer bytes than asked for at the end, and never more than `MAX_READ_BYTES`. */
  read(position: number, length: number): Promise<Buffer>
}

/** What one look may bring into memory. */
export const MAX_READ_BYTES = 1024 * 1024
const WINDOW_BYTES = 64 * 1024

/**
 * Reads through a window: a walk over a million tiny chunks costs as many look-ups in memory, and a trip to the disk only at every
 * window, where other work gets its turn.
 */
export function openByteSource(handle: FileHandle, size: number): ByteSource {
  let start = 0
  let window: Buffer = Buffer.alloc(0)
  return {
    size,
    async read(position, length) {
      const wanted = Math.max(0, Math.min(length, MAX_READ_BYTES, size - position))
      if (position < start || position + wanted > start + window.length) {
        const buffer = Buffer.allocUnsafe(Math.min(Math.max(wanted, WINDOW_BYTES), size - position))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, position)
        start = position
        window = buffer.subarray(0, bytesRead)
      }
      return window.subarray(position - start, position - start + wanted)
    },
  }
}
