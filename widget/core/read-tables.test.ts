import { describe, expect, it } from 'vitest'
import { readTables } from './read-tables.ts'

const answering = (body: string, type: string) =>
  readTables(() => Promise.resolve(new Response(body, { headers: { 'content-type': type } })))

describe('the answers that a commercial’s client reads', () => {
  it('are tables too, as text', async () => {
    const response = await answering('chatId\r\n"1"\r\n', 'text/csv; charset=utf-8')('https://chat.example/')
    expect(await response.json()).toBe('chatId\r\n"1"\r\n')
  })

  it('are transcripts too, but no page of a captive portal', async () => {
    expect(await (await answering('Hola', 'text/plain')('https://chat.example/')).json()).toBe('Hola')
    expect(await (await answering('<p>', 'text/html')('https://chat.example/')).text()).toBe('<p>')
  })

  it('are otherwise what they were', async () => {
    const response = await answering('{"a":1}', 'application/json')('https://chat.example/')
    expect(await response.json()).toEqual({ a: 1 })
  })
})
