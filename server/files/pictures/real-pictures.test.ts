import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { prepareFile } from '../prepare-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'real-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const WIDTH = 320
const HEIGHT = 200

/** Something to look at: a gradient in every direction, noise in one channel. */
function picture(): Sharp {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3)
  for (let at = 0; at < WIDTH * HEIGHT; at += 1) {
    pixels[at * 3] = (at % WIDTH) % 256
    pixels[at * 3 + 1] = Math.floor(at / WIDTH) % 256
    pixels[at * 3 + 2] = (at * 7_919) % 256
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
}

const told = (orientation: number) => (made: Sharp) =>
  made
    .withMetadata({
      orientation,
      exif: {
        IFD0: { Make: 'SECRET-CAMERA', Artist: 'SECRET-NAME' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 23/1 1450/100', GPSLongitudeRef: 'E' },
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>SECRET-PLACE</rdf:RDF></x:xmpmeta>')
    .withIccProfile('p3')

const formats: readonly (readonly [string, (made: Sharp) => Sharp])[] = [
  ['baseline.jpg', (made) => made.jpeg({ quality: 90 })],
  ['progressive.jpg', (made) => made.jpeg({ progressive: true, quality: 80 })],
  ['plain.png', (made) => made.png()],
  ['palette.png', (made) => made.png({ palette: true, progressive: true })],
  ['lossy.webp', (made) => made.webp()],
  ['lossless.webp', (made) => made.ensureAlpha(0.5).webp({ lossless: true })],
  ['still.avif', (made) => made.avif({ effort: 0 })],
]

let files = 0
async function prepared(bytes: Buffer, name: string) {
  const path = join(folder, String((files += 1)))
  writeFileSync(path, bytes)
  const file = { path, size: bytes.length, name, mimeType: 'application/octet-stream' }
  const { path: keptAt, ...rest } = await prepareFile(file, `${path}-clean`)
  return { ...rest, kept: readFileSync(keptAt) }
}

const rawOf = (bytes: Buffer) => sharp(bytes, { failOn: 'warning' }).raw().toBuffer()

describe('F08: a real picture', () => {
  it.each(formats)('%s keeps every pixel and its colours, and tells nothing', async (name, encode) => {
    const bytes = await told(1)(encode(picture())).toBuffer()
    const before = await sharp(bytes).metadata()
    // The control: there is something to take away.
    expect(bytes.includes('SECRET-CAMERA')).toBe(true)
    const { kept, size, width, height } = await prepared(bytes, name)
    expect([size, width, height]).toEqual([kept.length, WIDTH, HEIGHT])
    for (const secret of ['SECRET', 'Exif\0\0II', 'xmpmeta'])
      expect(kept.includes(secret), secret).toBe(false)
    const after = await sharp(kept).metadata()
    // In AVIF the bytes stay, as zeros.
    expect([...(after.xmp ?? [])].every((byte) => byte === 0)).toBe(true)
    expect(after.icc).toEqual(before.icc)
    expect(after.hasAlpha).toBe(before.hasAlpha)
    expect(await rawOf(kept)).toEqual(await rawOf(bytes))
  })

  it.each(formats.filter(([name]) => !name.endsWith('.avif')))(
    '%s stays the right way up',
    async (name, encode) => {
      const bytes = await told(6)(encode(picture())).toBuffer()
      const { kept, width, height } = await prepared(bytes, name)
      expect([width, height]).toEqual([HEIGHT, WIDTH])
      expect((await sharp(kept).metadata()).orientation).toBe(6)
      const shown = (picture: Buffer) => sharp(picture).rotate().raw().toBuffer()
      expect(await shown(kept)).toEqual(await shown(bytes))
      expect(kept.includes('SECRET')).toBe(false)
    },
  )

  it.each(formats)('%s that says nothing of itself passes unchanged, or nearly', async (name, encode) => {
    const bytes = await encode(picture()).toBuffer()
    const { kept } = await prepared(bytes, name)
    expect(await rawOf(kept)).toEqual(await rawOf(bytes))
    expect(Math.abs(kept.length - bytes.length)).toBeLessThan(64)
  })

  it('that moves keeps all its frames', async () => {
    const stills = await Promise.all(
      ['teal', 'gold', 'plum'].map((background) =>
        sharp({ create: { width: 64, height: 48, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const frames = await sharp(stills, { join: { animated: true } })
      .withExif({ IFD0: { Make: 'SECRET-CAMERA' } })
      .webp({ delay: [50, 60, 70] })
      .toBuffer()
    const { kept, width, height } = await prepared(frames, 'moving.webp')
    expect([width, height, kept.includes('SECRET')]).toEqual([64, 48, false])
    expect(await sharp(kept, { animated: true }).metadata()).toMatchObject({ pages: 3, delay: [50, 60, 70] })
  })
})
