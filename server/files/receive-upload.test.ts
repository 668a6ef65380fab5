import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { receiveUpload } from './receive-upload.ts'

const folder = mkdtempSync(join(tmpdir(), 'receive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const BOUNDARY = 'x-boundary'
const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
const field = (name: string, value: string) =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (fileName = 'a.txt', name = 'file') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: text/plain\r\n\r\n`
const END = `\r\n--${BOUNDARY}--\r\n`
const FORM = `${field('chatId', 'c')}${fileHead()}hola${END}`

let files = 0
function receive(
  body: Readable | string | Buffer,
  options: { maxBytes?: () => Promise<number>; contentType?: string; path?: string } = {},
) {
  const { maxBytes = () => Promise.resolve(1_000_000), contentType } = options
  const path = options.path ?? join(folder, String((files += 1)))
  const stream = body instanceof Readable ? body : Readable.from([Buffer.from(body)])
  const incoming = {
    headers: contentType === undefined ? headers : { 'content-type': contentType },
    body: stream,
  }
  const patience = { everyMs: 20, minBytes: 100 }
  return { path, received: receiveUpload(incoming, { path, maxBytes, patience }) }
}

describe('an upload', () => {
  it('becomes a file and fields, however it is cut into pieces', async () => {
    for (const size of [1, 7, 1_000]) {
      const pieces = FORM.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []
      const { path, received } = receive(Readable.from(pieces.map((piece) => Buffer.from(piece))))
      expect(await received).toEqual({
        size: 4,
        name: 'a.txt',
        mimeType: 'text/plain',
        fields: new Map([['chatId', 'c']]),
      })
      expect(readFileSync(path, 'utf8')).toBe('hola')
    }
  })

  it.each([
    ['📸 ñ 要求.png', '📸 ñ 要求.png'],
    ['a%22b%0D%0A.png', 'a"b\r\n.png'],
    ['100% cotton.png', '100% cotton.png'],
  ])('is called what its sender calls it: %s', async (written, name) => {
    expect(await receive(`${fileHead(written)}x${END}`).received).toMatchObject({ name })
  })

  it('is refused before a byte of it is on the disk, when that can be known', async () => {
    const { path, received } = receive(FORM, { maxBytes: () => Promise.reject(new Error('no')) })
    await expect(received).rejects.toThrow('no')
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  })

  it('is refused as soon as it is too large, and read no further', async () => {
    let sent = 0
    function* endless() {
      yield Buffer.from(fileHead())
      for (;;) {
        sent += 65_536
        yield Buffer.alloc(65_536)
      }
    }
    await expect(receive(Readable.from(endless())).received).rejects.toMatchObject({ code: 'too_large' })
    expect(sent).toBeLessThan(2_000_000)
  })

  it('is never in memory as a whole: what is read and not yet written stays small', async () => {
    const total = 20 * 1024 * 1024
    const chunk = 64 * 1024
    const path = join(folder, 'large')
    let furthestAhead = 0
    function* large() {
      yield Buffer.from(fileHead())
      for (let sent = 0; sent < total; sent += chunk) {
        const written = statSync(path, { throwIfNoEntry: false })?.size ?? 0
        furthestAhead = Math.max(furthestAhead, sent - written)
        yield Buffer.alloc(chunk, 7)
      }
      yield Buffer.from(END)
    }
    const { received } = receive(Readable.from(large()), { path, maxBytes: () => Promise.resolve(total) })
    expect(await received).toMatchObject({ size: total })
    expect(statSync(path).size).toBe(total)
    expect(furthestAhead).toBeLessThan(4 * 1024 * 1024)
  })

  it.each([
    ['cut in its file', FORM.slice(0, -20)],
    ['cut in a header', FORM.slice(0, 100)],
    ['of nothing', ''],
    ['of other things', 'hola'],
    ['of many parts', field('a', 'b').repeat(50) + fileHead() + END],
    ['of many files', `${(fileHead('a', 'other') + END.slice(0, 2)).repeat(20)}${fileHead()}x${END}`],
  ])('%s is malformed, or has no file', async (_, form) => {
    const refusal: unknown = await receive(form).received.catch((cause: unknown) => cause)
    expect(['malformed', 'invalid']).toContain((refusal as { code: string }).code)
  })

  it.skipIf(!existsSync('/dev/full'))(
    'that finds no room on the disk says so, and does not hang',
    async () => {
      const form = `${fileHead()}${'x'.repeat(200_000)}${END}`
      await expect(receive(form, { path: '/dev/full' }).received).rejects.toMatchObject({ code: 'ENOSPC' })
    },
  )

  it('that comes too slowly is given up', async () => {
    const slow = new Readable({ read() {} })
    slow.push(fileHead())
    await expect(receive(slow).received).rejects.toMatchObject({ code: 'malformed' })
    slow.destroy()
  })

  it('whose sender goes away is given up', async () => {
    const leaving = new Readable({ read() {} })
    leaving.push(fileHead())
    const { received } = receive(leaving)
    leaving.destroy(new Error('aborted'))
    await expect(received).rejects.toMatchObject({ code: 'malformed' })
  })

  it.each([
    ['application/json', 'unsupported_media_type'],
    ['multipart/form-data', 'unsupported_media_type'],
    ['multipart/form-data; charset=utf-8', 'malformed'],
    ['multipart/mixed; boundary=x', 'unsupported_media_type'],
  ])('of type %s is refused', async (contentType, code) => {
    await expect(receive(FORM, { contentType }).received).rejects.toMatchObject({ code })
  })

  it('of any bytes at all ends: as a file, or with a refusal', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        field('chatId', 'c'),
        fileHead(),
        END,
        `--${BOUNDARY}\r\n`,
        '\r\n\r\n',
        FORM,
        '--',
        '\r',
      ),
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.constantFrom(
        'Content-Disposition: form-data; name="file"; filename="x\r\n',
        'Content-Disposition: form-data; name=__proto__\r\n\r\n',
        'Content-Type: text/plain; charset=none\r\n\r\n',
        `Content-Disposition: form-data; name="file"; filename*=utf-8''%ff\r\n\r\n`,
        `Content-Disposition: ${'x'.repeat(10_000)}`,
      ),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        async (pieces, size) => {
          const bytes = Buffer.from(pieces.join(''))
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
            bytes.subarray(n * size, (n + 1) * size),
          )
          const { received } = receive(Readable.from(chunks))
          const outcome: unknown = await received.catch((cause: unknown) => cause)
          expect(outcome).toSatisfy(
            (value: { name: string; size?: number }) => value.name === 'Refusal' || (value.size ?? 0) > 0,
          )
        },
      ),
      { numRuns: 300, seed: 20_260_115 },
    )
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
  })
})
