import { describe, expect, it } from 'vitest'
import { readOrientation } from './exif.ts'
import { clean, exifBlock, riffChunk, SECRET, text, vp8, vp8l, vp8x, webp } from './pictures.fixture.ts'
import { readWebp } from './webp.ts'

const EXIF = 0x08
const XMP = 0x04
const ALPHA = 0x10
const cleaned = (bytes: Buffer) => clean(readWebp, bytes)

describe('a WebP', () => {
  it.each([
    ['lossy', webp([vp8(640, 480)])],
    ['lossless', webp([vp8l(640, 480)])],
    ['extended', webp([vp8x(640, 480, ALPHA), riffChunk('ALPH', text('odd')), vp8(640, 480)])],
  ])('that says nothing of itself is kept byte by byte: %s', async (_, bytes) => {
    expect(await cleaned(bytes)).toEqual({ width: 640, height: 480, kept: bytes })
  })

  it('loses EXIF, XMP, what nobody knows and what follows its end; its header says so', async () => {
    const telling = ['EXIF', 'XMP ', 'ABCD'].map((type) => riffChunk(type, text(`${SECRET}!`)))
    const bytes = webp([vp8x(640, 480, ALPHA | EXIF | XMP), vp8(640, 480), ...telling], text(SECRET))
    expect((await cleaned(bytes)).kept).toEqual(webp([vp8x(640, 480, ALPHA), vp8(640, 480)]))
  })

  it.each([exifBlock(8), Buffer.concat([text('Exif\0\0'), exifBlock(8)])])(
    'keeps which way up it is',
    async (exif) => {
      const bytes = webp([vp8x(640, 480, EXIF | XMP), vp8(640, 480), riffChunk('EXIF', exif)])
      const { kept, width, height } = await cleaned(bytes)
      expect([width, height]).toEqual([480, 640])
      expect(kept[20]).toBe(EXIF)
      expect(kept.includes(SECRET)).toBe(false)
      expect(readOrientation(kept.subarray(kept.indexOf('EXIF') + 8))).toBe(8)
      expect(kept.readUInt32LE(4)).toBe(kept.length - 8)
      expect((await cleaned(kept)).kept).toEqual(kept)
    },
  )

  it.each([
    ['nothing but its head', webp([])],
    ['a size beyond the file', webp([vp8(640, 480)]).subarray(0, -2)],
    ['a chunk beyond its size', webp([vp8(640, 480), riffChunk('ALPH', text('data')).subarray(0, 9)])],
    ['no start code', webp([riffChunk('VP8 ', Buffer.alloc(12))])],
    ['something else first', webp([riffChunk('ANIM', Buffer.alloc(12))])],
  ])('with %s is damaged', async (_, bytes) => {
    await expect(cleaned(bytes)).rejects.toMatchObject({ code: 'file_damaged' })
  })
})
