import { describe, expect, it } from 'vitest'
import { readJson } from './read-body.ts'

function request(body: ReadableStream): Request {
  return new Request('http://localhost/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    duplex: 'half',
  })
}

describe('a body that breaks off', () => {
  it('E06: is its sender’s fault', async () => {
    const broken = new ReadableStream({ pull: (body) => body.error(new Error('aborted')) })
    await expect(readJson(request(broken))).rejects.toMatchObject({ code: 'malformed' })
  })
})

describe('a body that never ends', () => {
  it('is waited for only so long, whether nothing comes or a little does', async () => {
    const silent = new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"a":')) })
    await expect(readJson(request(silent), 20)).rejects.toMatchObject({ code: 'malformed' })

    let timer: NodeJS.Timeout | undefined
    const dripping = new ReadableStream({
      start: (body) => void (timer = setInterval(() => body.enqueue(new Uint8Array([0x20])), 1)),
    })
    await expect(readJson(request(dripping), 20)).rejects.toMatchObject({ code: 'malformed' })
    clearInterval(timer)
  })
})
