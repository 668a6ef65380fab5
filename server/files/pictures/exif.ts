/** The one tag of EXIF that is kept: which way up. Numbers and layout: TIFF 6.0, and EXIF 2.32 for the tag. */
const ORIENTATION_TAG = 0x0112
const SHORT = 3

/** From a TIFF block; 1 (as it is) where it does not say, or says it badly. */
export function readOrientation(tiff: Buffer): number {
  const order = tiff.toString('latin1', 0, 4)
  if (order !== 'II*\0' && order !== 'MM\0*') return 1
  const isLittle = order === 'II*\0'
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  if (tiff.length < 8) return 1
  const directory = u32(4)
  if (directory + 2 > tiff.length) return 1
  const entries = Math.min(u16(directory), Math.floor((tiff.length - directory - 2) / 12))
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12
    if (u16(at) !== ORIENTATION_TAG || u16(at + 2) !== SHORT) continue
    const value = u16(at + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** A TIFF block that says which way up, and nothing else. */
export function orientationBlock(orientation: number): Buffer {
  const block = Buffer.alloc(26)
  block.write('MM\0*', 'latin1')
  block.writeUInt32BE(8, 4)
  block.writeUInt16BE(1, 8)
  block.writeUInt16BE(ORIENTATION_TAG, 10)
  block.writeUInt16BE(SHORT, 12)
  block.writeUInt32BE(1, 14)
  block.writeUInt16BE(orientation, 18)
  return block
}
