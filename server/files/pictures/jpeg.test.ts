import { describe, expect, it } from 'vitest'
import { readJpeg } from './jpeg.ts'
import { readOrientation } from './exif.ts'
import { ADOBE, clean, exifSegment, ICC, jpeg, JFIF, SECRET, segment, text } from './pictures.fixture.ts'

const cleaned = (bytes: Buffer) => clean(readJpeg, bytes)

describe('a JPEG', () => {
  it('that says nothing of itself is kept byte by byte', async () => {
    const bytes = jpeg({ before: [JFIF, ICC, ADOBE] })
    expect(await cleaned(bytes)).toEqual({ width: 640, height: 480, kept: bytes })
  })

  it('loses EXIF, XMP, IPTC, comments and makers’ segments, wherever they stand', async () => {
    const telling = [
      exifSegment(),
      segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)),
      segment(0xed, text(`Photoshop 3.0\0${SECRET}`)),
      segment(0xe2, text(`MPF\0${SECRET}`)),
      segment(0xe5, text(SECRET)),
      segment(0xfe, text(SECRET)),
    ]
    const bytes = jpeg({ before: [JFIF, ...telling, ICC], between: telling })
    const { kept } = await cleaned(bytes)
    expect(kept).toEqual(jpeg({ before: [JFIF, ICC] }))
  })

  it('loses what follows its end: further pictures and films have places of their own', async () => {
    const { kept } = await cleaned(jpeg({ after: jpeg({ before: [exifSegment()] }) }))
    expect(kept).toEqual(jpeg())
  })

  it.each([2, 3, 4, 5, 6, 7, 8])(
    'keeps which way up it is (%i), after JFIF, and nothing else of EXIF',
    async (orientation) => {
      const bytes = jpeg({ before: [JFIF, exifSegment(orientation)] })
      const { kept, width, height } = await cleaned(bytes)
      expect([width, height]).toEqual(orientation >= 5 ? [480, 640] : [640, 480])
      expect(kept.subarray(2, 2 + JFIF.length)).toEqual(JFIF)
      const exif = kept.subarray(2 + JFIF.length)
      expect(exif.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xe1]))
      expect(exif.toString('latin1', 4, 10)).toBe('Exif\0\0')
      expect(readOrientation(exif.subarray(10))).toBe(orientation)
      expect(kept.includes(SECRET)).toBe(false)
      expect((await cleaned(kept)).kept).toEqual(kept)
    },
  )

  it('without JFIF has its orientation first', async () => {
    const { kept } = await cleaned(jpeg({ before: [exifSegment(6)] }))
    expect(kept.subarray(0, 4)).toEqual(Buffer.from([0xff, 0xd8, 0xff, 0xe1]))
  })

  it('may fill the space before a marker', async () => {
    const fill = Buffer.from([0xff, 0xff, 0xff])
    expect((await cleaned(jpeg({ before: [JFIF, fill, exifSegment()] }))).kept.includes(SECRET)).toBe(false)
  })

  it('that breaks off in its data is still a picture', async () => {
    const bytes = jpeg()
    const broken = bytes.subarray(0, bytes.length - 4)
    expect(await cleaned(broken)).toEqual({ width: 640, height: 480, kept: broken })
  })

  it('finds its end across the windows it is read in', async () => {
    const data = Buffer.alloc(70_000, 0xff)
    for (let at = 1; at < data.length; at += 2) data[at] = 0
    const bytes = jpeg()
    const end = bytes.length - 2
    for (const shift of [0, 1, 2, 3]) {
      const long = Buffer.concat([
        bytes.subarray(0, end),
        data.subarray(0, 65_536 - shift),
        bytes.subarray(end),
      ])
      expect((await cleaned(Buffer.concat([long, text(SECRET)]))).kept).toEqual(long)
    }
  })

  it.each([
    ['nothing but its first bytes', Buffer.from([0xff, 0xd8, 0xff])],
    ['no frame', Buffer.concat([Buffer.from([0xff, 0xd8]), JFIF, Buffer.from([0xff, 0xd9])])],
    ['a segment longer than the file', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1])],
    ['a segment of length 0', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 1])],
    ['no marker where one must be', Buffer.from([0xff, 0xd8, 1, 2, 3, 4])],
    ['no width', jpeg({ width: 0 })],
  ])('with %s is damaged', async (_, bytes) => {
    await expect(cleaned(bytes)).rejects.toMatchObject({ code: 'file_damaged' })
  })
})
