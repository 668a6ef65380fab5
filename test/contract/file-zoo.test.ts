import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { png } from '../../server/files/pictures/pictures.fixture.ts'
import type { Animal } from '../animal.ts'
import { names, zoo } from '../file-zoo.ts'
import { startWorld, type World } from './actors.ts'
import { call, type Answer } from './call.ts'
import { uploadOf } from './requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

function upload(content: Buffer, name: string, type = ''): Promise<Answer> {
  const file = new File([new Uint8Array(content)], name, { type })
  const { headers } = world.actors.visitor
  return call(world.url, 'POST /v2/files/upload', { body: uploadOf(world.chatId, file), headers })
}

describe('F02: a name', () => {
  it.each(names)('F02: %j is shown as %j, downloads whole, and adds no header', async (given, shown) => {
    const { status, body } = await upload(png(), given, 'image/png')
    expect([status, body['fileName']]).toEqual([201, shown])
    const response = await fetch(String(body['url']))
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png())
    expect(response.headers.get('x-evil')).toBeNull()
    const [, whole = ''] =
      /filename\*=UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '') ?? []
    expect(decodeURIComponent(whole)).toBe(shown)
  })

  it('F02: is no part of where a file lies', () => {
    const entries = readdirSync(join(world.dataDir, 'files'), { recursive: true, withFileTypes: true })
    const stored = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    expect(stored.length).toBeGreaterThan(10)
    for (const name of stored) expect(name).toMatch(/^[0-9a-f]{32}$/)
  })
})

const INLINE = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']

describe('F03, F04: a file', () => {
  it.each(zoo.map((animal) => [animal.name, animal] as const))('%s', async (_, animal: Animal) => {
    const { status, body } = await upload(animal.content, animal.name, animal.type)
    if ('refused' in animal.fate) {
      expect([body['code'], status >= 400 && status < 500]).toEqual([animal.fate.refused, true])
      return
    }
    const { kept, as = animal.name } = animal.fate
    expect(body).toMatchObject({ mimeType: kept, fileName: as })
    const { headers } = await fetch(String(body['url']))
    const isInline = INLINE.includes(kept)
    const isPlayed = /^(?:audio|video)\//.test(kept)
    expect(headers.get('content-type')).toBe(isInline || isPlayed ? kept : 'application/octet-stream')
    expect(headers.get('content-disposition')).toMatch(isInline ? /^inline; / : /^attachment; /)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  it('leaves nothing half-way', () => {
    expect(readdirSync(join(world.dataDir, 'files', 'incoming'))).toEqual([])
  })
})

describe('F10: a file of a chat that is erased', () => {
  it('is out of reach at once', async () => {
    const { body } = await upload(png(), 'foto.png')
    const { headers } = world.actors.visitor
    await call(world.url, 'POST /v2/messages', {
      body: { chatId: world.chatId, content: '', attachment: { fileId: body['fileId'] } },
      headers,
    })
    const loose = await upload(png(), 'suelta.png')
    expect((await call(world.url, 'DELETE /v2/visitors/me', { headers })).status).toBe(204)
    for (const { url } of [body, loose.body] as { url: string }[]) expect((await fetch(url)).status).toBe(404)
  })
})
