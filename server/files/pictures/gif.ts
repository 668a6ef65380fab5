import type { ByteSource } from '../byte-source.ts'
import { damaged, type Picture } from './picture.ts'

/** GIF's header says the size of the whole; its frames are nobody's business here. It carries no place or time. */
export async function readGif(source: ByteSource): Promise<Picture> {
  const head = await source.read(0, 10)
  if (head.length < 10) throw damaged()
  const [width, height] = [head.readUInt16LE(6), head.readUInt16LE(8)]
  if (width === 0 || height === 0) throw damaged()
  return { width, height, parts: [{ start: 0, end: source.size }] }
}
