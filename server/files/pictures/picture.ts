import { Refusal } from '../../domain/refusal.ts'
import type { ByteSource } from '../byte-source.ts'

/** A piece of the file to keep: bytes of the original from `start` up to `end`, or bytes of ours. */
export type Part = Buffer | { readonly start: number; readonly end: number }

/** What a picture's headers say, and what of it to keep. Nothing is ever decoded. */
export interface Picture {
  /** Pixels, as it is to be shown: turned already, where a tag says so. */
  readonly width: number
  readonly height: number
  /** All of it but where, when and with what it was taken. */
  readonly parts: readonly Part[]
}

export type ReadPicture = (source: ByteSource) => Promise<Picture>

/** More pieces than any camera or program writes: somebody wants us to count them. */
const MAX_PARTS = 10_000

export function damaged(): Refusal {
  return new Refusal('file_damaged')
}

/** Adds a piece at the end; neighbours become one. Refuses a file that is nothing but splinters. */
export function addPart(parts: Part[], part: Part): void {
  const last = parts.at(-1)
  const continues =
    last !== undefined && !Buffer.isBuffer(last) && !Buffer.isBuffer(part) && last.end === part.start
  if (continues) parts[parts.length - 1] = { start: last.start, end: part.end }
  else parts.push(part)
  if (parts.length > MAX_PARTS) throw damaged()
}

/** Whether these parts are the file as it was. */
export function isWhole(parts: readonly Part[], size: number): boolean {
  const [only, ...more] = parts
  return (
    only !== undefined && more.length === 0 && !Buffer.isBuffer(only) && only.start === 0 && only.end === size
  )
}

/** Orientations from 5 on lie on their side. */
export function turned(
  { width, height }: { width: number; height: number },
  orientation: number,
): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}
