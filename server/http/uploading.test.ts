import { beforeEach, describe, expect, it } from 'vitest'
import { exifSegment, jpeg, JFIF, png, SECRET } from '../files/pictures/pictures.fixture.ts'
import { expectRow, openTestApp, type Person, type TestApp } from './app.fixture.ts'
import { openAddress, storedFiles, text, uploadTo } from './files.fixture.ts'

let app: TestApp
let visitor: Person
let stranger: Person
let marta: Person
let chatId: string

beforeEach(async () => {
  app = await openTestApp()
  visitor = await app.visitor()
  stranger = await app.visitor()
  marta = await app.commercial('Marta')
  ;({ chatId } = await app.chatOf(visitor))
})

const uploaded = (as: Person, file?: File) => uploadTo({ app, chatId }, as, file)

describe('POST /v2/files/upload', () => {
  it('answers what it found, not what it was told', async () => {
    const { status, body } = await app.upload(
      visitor,
      chatId,
      new File([new Uint8Array(png())], 'foto.exe', { type: 'text/html' }),
    )
    expect(status).toBe(201)
    expect(body).toEqual({
      fileId: expect.any(String) as string,
      url: expect.stringMatching(/^http:\/\/localhost:3000\/files\//) as string,
      fileName: 'foto.exe.png',
      fileSize: png().length,
      mimeType: 'image/png',
      width: 640,
      height: 480,
    })
  })

  it('keeps nothing of where a picture was taken, and says the size of what it keeps', async () => {
    const telling = jpeg({ before: [JFIF, exifSegment()] })
    const { url } = await uploaded(visitor, new File([new Uint8Array(telling)], 'foto.jpg'))
    const kept = Buffer.from(await (await openAddress(app, url)).arrayBuffer())
    expect(kept).toEqual(jpeg())
    expect(kept.includes(SECRET)).toBe(false)
  })

  it('takes the fields in any order', async () => {
    const form = new FormData()
    form.append('file', text())
    form.append('chatId', chatId)
    const asked = { method: 'POST', path: '/v2/files/upload', form, as: visitor }
    await expectRow(app, { asked, status: 201, contains: { fileName: 'nota.txt', mimeType: 'text/plain' } })
  })

  it.each([
    ['an empty file', new File([], 'vacío.txt'), 422, 'file_empty'],
    ['markup', text('<html><script>1</script></html>', 'página.html'), 415, 'file_type_not_allowed'],
    ['a damaged picture', new File([new Uint8Array(png().subarray(0, 60))], 'rota.png'), 422, 'file_damaged'],
    [
      'too many pixels',
      new File([new Uint8Array(png({ width: 10_000, height: 10_000 }))], 'g.png'),
      422,
      'picture_too_large',
    ],
    [
      'too long a side',
      new File([new Uint8Array(png({ width: 1, height: 20_000 }))], 'g.png'),
      422,
      'picture_too_large',
    ],
  ])('refuses %s, and keeps nothing', async (_, file, status, code) => {
    const answer = await app.upload(visitor, chatId, file)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ code })
    expect(storedFiles(app)).toEqual([])
  })

  it('refuses a form without a file, without a chat, or with two files', async () => {
    const refused = async (fill: (form: FormData) => void) => {
      const form = new FormData()
      fill(form)
      const { status, body } = await app.ask({ method: 'POST', path: '/v2/files/upload', form, as: visitor })
      expect(status, JSON.stringify(body)).toBe(422)
      return body
    }
    expect(await refused((form) => form.append('chatId', chatId))).toMatchObject({
      issues: [{ path: 'file' }],
    })
    expect(await refused((form) => form.append('file', text()))).toMatchObject({
      issues: [{ path: 'chatId' }],
    })
    const two = (form: FormData) => {
      form.append('chatId', chatId)
      form.append('file', text())
      form.append('file', text())
    }
    expect(await refused(two)).toMatchObject({ issues: [{ path: 'file', message: 'One file at a time' }] })
    expect(storedFiles(app)).toEqual([])
  })

  it('refuses what is not a form', async () => {
    await expectRow(app, {
      asked: { method: 'POST', path: '/v2/files/upload', body: { chatId }, as: visitor },
      status: 415,
      contains: { code: 'unsupported_media_type' },
    })
  })

  it('F01: is refused without a session, in somebody else’s chat, and by the team in a closed one', async () => {
    expect((await app.ask({ method: 'POST', path: '/v2/files/upload', form: new FormData() })).status).toBe(
      401,
    )
    expect(await app.upload(stranger, chatId, text())).toMatchObject({
      status: 404,
      body: { code: 'chat_not_found' },
    })
    await app.ask({ method: 'PUT', path: `/v2/chats/${chatId}/close`, as: marta })
    expect(await app.upload(marta, chatId, text())).toMatchObject({
      status: 409,
      body: { code: 'chat_closed' },
    })
    // As with a message, which opens the chat again.
    expect((await app.upload(visitor, chatId, text())).status).toBe(201)
  })

  it('F06: takes ten in a minute', async () => {
    app = await openTestApp({ rateLimits: true })
    visitor = await app.visitor()
    ;({ chatId } = await app.chatOf(visitor))
    for (let n = 0; n < 10; n += 1) await uploaded(visitor, text())
    const { status, headers } = await app.upload(visitor, chatId, text())
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('F06: the limits of uploads', () => {
  const limited = async (files: NonNullable<Parameters<typeof openTestApp>[0]>['files']) => {
    app = await openTestApp({ files: files ?? {} })
    visitor = await app.visitor()
    marta = await app.commercial('Marta')
    ;({ chatId } = await app.chatOf(visitor))
  }

  it('of one file: refused by its length before it is read, and by its bytes where no length is said', async () => {
    await limited({ maxUploadBytes: 30_000 })
    expect((await app.upload(visitor, chatId, text('x'.repeat(30_000)))).status).toBe(201)
    expect(await app.upload(visitor, chatId, text('x'.repeat(30_001)))).toMatchObject({ status: 413 })
    const declared = { 'content-length': '900000', 'content-type': 'multipart/form-data; boundary=x' }
    const asked = { method: 'POST', path: '/v2/files/upload', headers: declared, as: visitor }
    await expectRow(app, { asked, status: 413, contains: { code: 'too_large' } })
    expect(storedFiles(app)).toHaveLength(1)
  })

  it('of a site, which may take no files from visitors at all', async () => {
    await limited({})
    const set = async (settings: object) => {
      const [site] = await app.storage.sites()
      await app.storage.updateSite(site?.siteId as never, { settings })
    }
    await set({ limits: { maxFileBytes: 2_048 } })
    expect(await app.upload(visitor, chatId, text('x'.repeat(2_049)))).toMatchObject({ status: 413 })
    expect(await app.upload(marta, chatId, text('x'.repeat(2_049)))).toMatchObject({ status: 413 })
    await set({ features: { files: false } })
    expect(await app.upload(visitor, chatId, text())).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
    expect((await app.upload(marta, chatId, text())).status).toBe(201)
  })

  it('of one visitor', async () => {
    await limited({ visitorQuotaBytes: 100 })
    await uploaded(visitor, text('x'.repeat(60)))
    expect(await app.upload(visitor, chatId, text('x'.repeat(41)))).toMatchObject({
      status: 429,
      body: { code: 'quota_exceeded' },
    })
    await uploaded(visitor, text('x'.repeat(40)))
    await uploaded(marta, text('x'.repeat(200)))
    expect(storedFiles(app)).toHaveLength(3)
  })

  it('of a site', async () => {
    await limited({ siteQuotaBytes: 100 })
    await uploaded(visitor, text('x'.repeat(60)))
    expect(await app.upload(marta, chatId, text('x'.repeat(41)))).toMatchObject({ status: 507 })
  })

  it('of the disk: messages keep room', async () => {
    await limited({ minFreeBytes: 2 ** 52 })
    const { status, body, headers } = await app.upload(visitor, chatId, text())
    expect([status, body['code']]).toEqual([507, 'disk_full'])
    expect(headers.get('retry-after')).toBe('30')
    const message = { chatId, content: 'todavía cabe' }
    await expectRow(app, {
      asked: { method: 'POST', path: '/v2/messages', body: message, as: visitor },
      status: 201,
      tells: { MessageSent: 1, ChatChanged: 1 },
    })
  })
})
