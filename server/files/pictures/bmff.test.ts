import { describe, expect, it } from 'vitest'
import { readBmff } from './bmff.ts'
import { bmff, box, clean, exifBlock, SECRET } from './pictures.fixture.ts'

const cleaned = (bytes: Buffer) => clean(readBmff, bytes)

describe('an AVIF or HEIC', () => {
  it('says its size, not its thumbnail’s, as it is to be shown', async () => {
    expect(await cleaned(bmff())).toMatchObject({ width: 640, height: 480 })
    expect(await cleaned(bmff({ brand: 'heic', turned: true }))).toMatchObject({ width: 480, height: 640 })
  })

  it.each([false, true])('loses EXIF; every other byte stays where it was', async (inside) => {
    const bytes = bmff({ inside })
    const { kept } = await cleaned(bytes)
    expect(kept.includes(SECRET)).toBe(false)
    expect(kept.length).toBe(bytes.length)
    const differing = [...bytes.keys()].filter((at) => bytes[at] !== kept[at])
    const end = bytes.indexOf(SECRET) + SECRET.length
    const start = end - exifBlock().length
    expect(differing.length).toBeGreaterThan(SECRET.length / 2)
    expect(differing.every((at) => at >= start && at < end && kept[at] === 0)).toBe(true)
  })

  it.each([
    ['no boxes', Buffer.alloc(12)],
    ['no description', box('ftyp', Buffer.alloc(8))],
    ['a description longer than the file', bmff().subarray(0, 60)],
    ['no size', Buffer.from(bmff().toString('latin1').replaceAll('ispe', 'free'), 'latin1')],
  ])('with %s is damaged', async (_, bytes) => {
    await expect(cleaned(bytes)).rejects.toMatchObject({ code: 'file_damaged' })
  })
})
