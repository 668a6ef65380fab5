import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ByteSource } from '../byte-source.ts'
import { readBmff } from './bmff.ts'
import { readGif } from './gif.ts'
import { readJpeg } from './jpeg.ts'
import type { Part, ReadPicture } from './picture.ts'
import { exifBlock, exifSegment, jpeg, JFIF, bmff, gif, png, pngChunk } from './pictures.fixture.ts'
import { riffChunk, vp8, vp8x, webp } from './pictures.fixture.ts'
import { readPng } from './png.ts'
import { readWebp } from './webp.ts'

const SEED = 20_260_117

const samples: readonly (readonly [string, ReadPicture, Buffer])[] = [
  ['JPEG', readJpeg, jpeg({ before: [JFIF, exifSegment(6)], between: [exifSegment()] })],
  ['PNG', readPng, png({ extra: [pngChunk('eXIf', exifBlock(6)), pngChunk('tEXt', exifBlock())] })],
  ['WebP', readWebp, webp([vp8x(640, 480, 0x0c), vp8(640, 480), riffChunk('EXIF', exifBlock(3))])],
  ['AVIF', readBmff, bmff({ turned: true })],
  ['GIF', readGif, gif()],
]

/** Counts how often it is looked at: work that grows with what a header claims, and not with the file, would show. */
function counting(bytes: Buffer): { source: ByteSource; looks: () => number } {
  let looks = 0
  const source: ByteSource = {
    size: bytes.length,
    async read(position, length) {
      looks += 1
      return bytes.subarray(Math.min(position, bytes.length), Math.max(0, position + length))
    },
  }
  return { source, looks: () => looks }
}

function kept(bytes: Buffer, parts: readonly Part[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (Buffer.isBuffer(part) ? part : bytes.subarray(part.start, part.end))),
  )
}

/** The file that would be kept, or null when it is refused. Anything else thrown is a bug. */
async function cleaned(read: ReadPicture, bytes: Buffer): Promise<Buffer | null> {
  const { source, looks } = counting(bytes)
  try {
    const { parts, width, height } = await read(source)
    expect([width, height].every((side) => Number.isInteger(side) && side > 0)).toBe(true)
    for (const part of parts) {
      if (Buffer.isBuffer(part)) continue
      expect(part.start).toBeLessThanOrEqual(part.end)
      expect(part.end).toBeLessThanOrEqual(bytes.length)
    }
    return kept(bytes, parts)
  } catch (cause) {
    // `prepareFile` takes what is read beyond a header's own bytes for damage.
    if (cause instanceof RangeError || (cause as { code?: string }).code === 'file_damaged') return null
    throw cause
  } finally {
    expect(looks()).toBeLessThan(bytes.length * 4 + 50)
  }
}

const changes = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    how: fc.constantFrom('set', 'cut', 'repeat', 'insert'),
    byte: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 0, max: 255 })),
    length: fc.integer({ min: 1, max: 40 }),
  }),
  { minLength: 1, maxLength: 8 },
)

function changed(
  bytes: Buffer,
  list: typeof changes extends fc.Arbitrary<infer List> ? List : never,
): Buffer {
  return list.reduce<Buffer>((before, { at, how, byte, length }) => {
    const from = Math.floor(at * before.length)
    const [head, rest] = [before.subarray(0, from), before.subarray(from)]
    if (how === 'set') return Buffer.concat([head, Buffer.from([byte]), rest.subarray(1)])
    if (how === 'cut') return Buffer.concat([head, rest.subarray(length)])
    if (how === 'repeat') return Buffer.concat([head, rest.subarray(0, length), rest])
    return Buffer.concat([head, Buffer.alloc(length, byte), rest])
  }, bytes)
}

describe('a picture that somebody has tampered with', () => {
  it.each(samples)(
    'is refused, or kept as something that cleaning leaves as it is: %s',
    async (_, read, sample) => {
      await fc.assert(
        fc.asyncProperty(changes, async (list) => {
          const once = await cleaned(read, changed(sample, list))
          if (once !== null) expect(await cleaned(read, once)).toEqual(once)
        }),
        { numRuns: 1_000, seed: SEED },
      )
    },
  )

  it.each(samples)('is refused or kept when nothing of it is left but noise: %s', async (_, read, sample) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), fc.nat(40), async (noise, keep) => {
        await cleaned(read, Buffer.concat([sample.subarray(0, keep), noise]))
      }),
      { numRuns: 500, seed: SEED },
    )
  })
})
