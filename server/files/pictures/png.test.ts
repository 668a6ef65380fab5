import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readOrientation } from './exif.ts'
import { clean, exifBlock, png, PNG_SIGNATURE, pngChunk, SECRET, text } from './pictures.fixture.ts'
import { readPng } from './png.ts'

const cleaned = (bytes: Buffer) => clean(readPng, bytes)

describe('a PNG', () => {
  it('that says nothing of itself is kept byte by byte', async () => {
    const bytes = png({ extra: [pngChunk('gAMA', Buffer.alloc(4)), pngChunk('acTL', Buffer.alloc(8))] })
    expect(await cleaned(bytes)).toEqual({ width: 640, height: 480, kept: bytes })
  })

  it('loses EXIF, texts, times, what nobody knows, and what follows its end', async () => {
    const telling = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'caNv'].map((type) =>
      pngChunk(type, text(SECRET)),
    )
    const { kept } = await cleaned(png({ extra: telling, after: text(`PK\x03\x04${SECRET}`) }))
    expect(kept).toEqual(png())
  })

  it('keeps which way up it is, in a chunk that is whole', async () => {
    const { kept, width, height } = await cleaned(png({ extra: [pngChunk('eXIf', exifBlock(6))] }))
    expect([width, height]).toEqual([480, 640])
    expect(kept.includes(SECRET)).toBe(false)
    const at = kept.indexOf('eXIf')
    const length = kept.readUInt32BE(at - 4)
    expect(readOrientation(kept.subarray(at + 4, at + 4 + length))).toBe(6)
    expect(kept.readUInt32BE(at + 4 + length)).toBe(crc32(kept.subarray(at, at + 4 + length)))
    expect((await cleaned(kept)).kept).toEqual(kept)
  })

  it.each([
    ['nothing but its signature', PNG_SIGNATURE],
    ['a chunk longer than the file', png().subarray(0, 50)],
    ['no end', png().subarray(0, -12)],
    ['another chunk first', Buffer.concat([PNG_SIGNATURE, pngChunk('IDAT'), pngChunk('IEND')])],
    ['no height', png({ height: 0 })],
    ['a type that is none', Buffer.concat([png().subarray(0, -12), pngChunk('I\0ND')])],
  ])('with %s is damaged', async (_, bytes) => {
    await expect(cleaned(bytes)).rejects.toMatchObject({ code: 'file_damaged' })
  })

  it('made of a hundred thousand splinters is damaged, and nobody waits for it', async () => {
    const splinters = Array.from({ length: 50_000 }, () => [pngChunk('IDAT'), pngChunk('tEXt')]).flat()
    await expect(cleaned(png({ extra: splinters }))).rejects.toMatchObject({ code: 'file_damaged' })
  })
})
