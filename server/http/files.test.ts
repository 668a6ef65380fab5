import { beforeEach, describe, expect, it } from 'vitest'
import { gif, jpeg } from '../files/pictures/pictures.fixture.ts'
import { openTestApp, type Answer, type Person, type TestApp } from './app.fixture.ts'
import { openAddress, photo, storedFiles, text, uploadTo, type Uploaded } from './files.fixture.ts'

let app: TestApp
let visitor: Person
let marta: Person
let joan: Person
let chatId: string

beforeEach(async () => {
  app = await openTestApp()
  visitor = await app.visitor()
  marta = await app.commercial('Marta')
  joan = await app.commercial('Joan')
  ;({ chatId } = await app.chatOf(visitor))
})

const uploaded = (as: Person, file?: File) => uploadTo({ app, chatId }, as, file)
const open = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  openAddress(app, url, { method, headers })

function send(as: Person, fields: object): Promise<Answer> {
  return app.ask({ method: 'POST', path: '/v2/messages', body: { chatId, content: '', ...fields }, as })
}

describe('F07: an attachment', () => {
  it('is a message by itself, named by the address its upload answered', async () => {
    const { url, fileId } = await uploaded(visitor)
    const claimed = { url, fileName: 'x.exe', fileSize: 1, mimeType: 'text/html' }
    const { status, body } = await send(visitor, { attachment: claimed, type: 'file' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      type: 'image',
      content: '',
      attachment: {
        fileId,
        fileName: 'foto.jpg',
        fileSize: jpeg().length,
        mimeType: 'image/jpeg',
        width: 640,
        height: 480,
      },
    })
  })

  it('may be named by its id, and makes a file of what is no picture', async () => {
    const { fileId } = await uploaded(marta, text())
    const answer = await send(marta, { content: 'mira', attachment: { fileId }, type: 'image' })
    expect(answer).toMatchObject({ status: 201, body: { type: 'file', content: 'mira' } })
  })

  it.each([
    'https://evil.example/x.png',
    'javascript:alert(1)',
    'data:text/html,x',
    'http://169.254.169.254/',
    'not an address',
    '',
  ])('cannot be %s', async (url) => {
    expect(await send(visitor, { attachment: { url } })).toMatchObject({
      status: 422,
      body: { code: 'attachment_unknown' },
    })
  })

  it('A09: cannot be another chat’s, the other side’s, another server’s, changed, or on a message already', async () => {
    const refused = async (as: Person, attachment: object) =>
      expect(await send(as, { attachment })).toMatchObject({
        status: 422,
        body: { code: 'attachment_unknown' },
      })
    const other = await app.visitor()
    const otherChat = await app.chatOf(other)
    const foreign = await app.upload(other, otherChat.chatId, photo())
    await refused(visitor, { url: foreign.body['url'] })
    const theirs = await uploaded(marta)
    await refused(visitor, { fileId: theirs.fileId })
    await refused(visitor, { url: theirs.url })
    const own = await uploaded(visitor)
    await refused(visitor, { url: own.url.replace('localhost:3000', 'evil.example') })
    await refused(visitor, { url: own.url.replace(own.fileId, theirs.fileId) })
    await refused(marta, { fileId: own.fileId })
    expect((await send(visitor, { attachment: { url: own.url } })).status).toBe(201)
    await refused(visitor, { url: own.url })
    await refused(visitor, { fileId: crypto.randomUUID() })
  })

  it('is sent once, however often the same message comes, also with an address signed anew', async () => {
    const { url, fileId } = await uploaded(visitor)
    const draft = { clientMessageId: 'k', attachment: { url } }
    const first = await send(visitor, draft)
    expect(first.status).toBe(201)
    app.clock.advance(24 * 3_600_000)
    expect(await send(visitor, draft)).toMatchObject({
      status: 200,
      body: { messageId: first.body['messageId'] },
    })
    expect((await send(visitor, { ...draft, attachment: { fileId } })).status).toBe(200)
    expect((await send(visitor, { clientMessageId: 'k', content: 'x' })).status).toBe(409)
  })

  it('may be sent by an address that has expired in an outbox', async () => {
    const { url } = await uploaded(visitor)
    app.clock.advance(25 * 3_600_000)
    expect((await send(visitor, { attachment: { url } })).status).toBe(201)
  })

  it('reaches everybody with an address of their own side', async () => {
    const { url } = await uploaded(visitor)
    await send(visitor, { attachment: { url } })
    const of = async (as: Person) => {
      const { body } = await app.ask({ path: `/v2/messages/chat/${chatId}`, as })
      const messages = body['messages'] as { attachment?: { url: string } }[]
      return messages.at(-1)?.attachment?.url ?? ''
    }
    expect(await of(visitor)).toContain('for=visitor')
    expect(await of(joan)).toContain('for=commercial')
    for (const address of [await of(visitor), await of(joan)]) expect((await open(address)).status).toBe(200)
  })
})

describe('GET of a file’s address', () => {
  it('gives pictures to show, safely, and to every site', async () => {
    const { url } = await uploaded(visitor)
    const response = await open(url)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="foto.jpg"; filename*=UTF-8''foto.jpg`,
      'content-length': String(jpeg().length),
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(jpeg())
  })

  it('F03: gives everything else to save, as nothing in particular', async () => {
    const { url } = await uploaded(visitor, text('a,b', 'año "2026" 📸.csv'))
    const { headers } = await open(url)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="a_o _2026_ _.csv"; filename*=UTF-8''a%C3%B1o%20%222026%22%20%F0%9F%93%B8.csv`,
    )
  })

  it('answers a HEAD with the same headers and no body', async () => {
    const { url } = await uploaded(visitor)
    const response = await open(url, {}, 'HEAD')
    expect(response.headers.get('content-length')).toBe(String(jpeg().length))
    expect(await response.text()).toBe('')
  })

  it.each([
    ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
    ['bytes=10-', 416, 'bytes */10', ''],
    ['bytes=-0', 416, 'bytes */10', ''],
    ['bytes=0-1,3-4', 200, null, '0123456789'],
    ['bytes=5-2', 200, null, '0123456789'],
    ['lines=0-1', 200, null, '0123456789'],
    ['bytes=x', 200, null, '0123456789'],
  ])('answers %s with %i', async (range, status, contentRange, content) => {
    const { url } = await uploaded(visitor, text('0123456789'))
    const response = await open(url, { range })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-range')).toBe(contentRange)
    expect(await response.text()).toBe(content)
    if (status !== 416) expect(response.headers.get('content-length')).toBe(String(content.length))
  })

  it('sends nothing again to who has it, and all of it to who has a part of something else', async () => {
    const { url } = await uploaded(visitor, text('0123456789'))
    const etag = (await open(url)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const response = await open(url, { 'if-none-match': known })
      expect([response.status, await response.text()]).toEqual([304, ''])
    }
    expect((await open(url, { 'if-none-match': '"x"' })).status).toBe(200)
    expect((await open(url, { range: 'bytes=1-2', 'if-range': etag })).status).toBe(206)
    expect((await open(url, { range: 'bytes=1-2', 'if-range': '"x"' })).status).toBe(200)
  })

  it('ends: after a day the same address opens nothing, and the message has a new one', async () => {
    const { url } = await uploaded(visitor)
    const { body } = await send(visitor, { attachment: { url } })
    app.clock.advance(11 * 3_600_000)
    expect((await open(url)).status).toBe(200)
    app.clock.advance(13 * 3_600_000)
    expect((await open(url)).status).toBe(404)
    const again = await app.ask({ path: `/v2/messages/${String(body['messageId'])}`, as: visitor })
    expect((await open((again.body['attachment'] as Uploaded).url)).status).toBe(200)
  })

  it('A09: does not open with anything changed, and never says why', async () => {
    const { url, fileId } = await uploaded(visitor)
    const changed = [
      url.slice(0, -1),
      `${url}x`,
      url.replace('for=visitor', 'for=commercial'),
      url.replace(/until=\d/, 'until=9'),
      url.replace(/signature=.*/, 'signature='),
      `/files/${fileId}`,
      url.replace(`/files/${fileId}`, `/files/${fileId}/thumbnail`),
      url.replace('/files/', '/files/..%2f'),
      url.replace('?', '%00?'),
    ]
    const bodies = await Promise.all(
      changed.map(async (address) => {
        const response = await open(address)
        expect(response.status, address).toBe(404)
        return (await response.text()).replace(/"requestId":"[^"]+"/, '')
      }),
    )
    expect(new Set(bodies).size).toBe(1)
  })

  it('B06: never opens a note’s file to the visitor’s side, whoever uploaded it and however it is signed', async () => {
    const { url, fileId } = await uploaded(marta)
    const asVisitor = async () => {
      await expect(app.storage.file('visitor', fileId as never)).rejects.toMatchObject({ code: 'not_found' })
    }
    await asVisitor()
    const { status, body } = await send(marta, { attachment: { url }, isInternal: true })
    expect(status).toBe(201)
    await asVisitor()
    const { url: forTeam } = body['attachment'] as Uploaded
    expect((await open(forTeam)).status).toBe(200)
    expect((await open(forTeam.replace('commercial', 'visitor'))).status).toBe(404)
    for (const path of [`/v2/messages/chat/${chatId}`, `/v2/chats/${chatId}`, '/v2/chats']) {
      expect(JSON.stringify((await app.ask({ path, as: visitor })).body)).not.toContain(fileId)
    }
  })
})

describe('a small picture', () => {
  it('is made when it is first asked for, where the server makes such, and goes with its file', async () => {
    app = await openTestApp({ files: { thumbnails: true } })
    visitor = await app.visitor()
    ;({ chatId } = await app.chatOf(visitor))
    const { default: sharp } = await import('sharp')
    const bytes = await sharp({ create: { width: 2_000, height: 1_000, channels: 3, background: 'teal' } })
      .jpeg()
      .toBuffer()
    const file = new File([new Uint8Array(bytes)], 'foto.jpg')
    const { url, thumbnailUrl = '' } = (await uploaded(visitor, file)) as Uploaded & { thumbnailUrl?: string }
    expect(storedFiles(app)).toHaveLength(1)
    for (let n = 0; n < 2; n += 1) {
      const small = await open(thumbnailUrl)
      expect(small.status).toBe(200)
      expect(small.headers.get('content-type')).toBe('image/webp')
      expect(small.headers.get('content-disposition')).toContain('inline; filename="foto.jpg.webp"')
      expect(await sharp(await small.arrayBuffer()).metadata()).toMatchObject({ width: 640, height: 320 })
    }
    expect((await open(url.replace(/\?/, '/thumbnail?'))).status).toBe(404)
    expect(storedFiles(app)).toHaveLength(2)
    app.clock.advance(25 * 3_600_000)
    expect(await app.sweep()).toBe(1)
    expect(storedFiles(app)).toEqual([])
  })

  it('is not made of a picture that is small already, nor of one that moves', async () => {
    app = await openTestApp({ files: { thumbnails: true } })
    visitor = await app.visitor()
    ;({ chatId } = await app.chatOf(visitor))
    for (const bytes of [jpeg(), gif(4_000, 3_000)]) {
      expect(await uploaded(visitor, new File([new Uint8Array(bytes)], 'x'))).not.toHaveProperty(
        'thumbnailUrl',
      )
    }
  })

  it('of a picture that cannot be read is the picture itself', async () => {
    app = await openTestApp({ files: { thumbnails: true } })
    visitor = await app.visitor()
    ;({ chatId } = await app.chatOf(visitor))
    const large = new File([new Uint8Array(jpeg({ width: 4_000 }))], 'foto.jpg')
    const { thumbnailUrl = '' } = (await uploaded(visitor, large)) as Uploaded & { thumbnailUrl?: string }
    expect(Buffer.from(await (await open(thumbnailUrl)).arrayBuffer())).toEqual(jpeg({ width: 4_000 }))
  })
})

describe('a file that is not needed any more', () => {
  it('of a deleted message is out of reach at once, and its bytes are removed', async () => {
    const { url } = await uploaded(visitor)
    const { body } = await send(visitor, { attachment: { url }, content: 'mira' })
    const deleted = await app.ask({
      method: 'DELETE',
      path: `/v2/messages/${String(body['messageId'])}`,
      as: visitor,
    })
    expect(deleted.status).toBe(200)
    expect(deleted.body).not.toHaveProperty('attachment')
    expect((await open(url)).status).toBe(404)
    expect(await send(visitor, { attachment: { url } })).toMatchObject({ status: 422 })
    expect(await app.sweep()).toBe(1)
    expect(storedFiles(app)).toEqual([])
    expect(await app.sweep()).toBe(0)
  })

  it('because no message took it in a day is removed; one that a message took stays', async () => {
    const { url } = await uploaded(visitor)
    await send(visitor, { attachment: { url } })
    await uploaded(visitor)
    app.clock.advance(23 * 3_600_000)
    expect(await app.sweep()).toBe(0)
    app.clock.advance(2 * 3_600_000)
    expect(await app.sweep()).toBe(1)
    expect(storedFiles(app)).toHaveLength(1)
  })
})
