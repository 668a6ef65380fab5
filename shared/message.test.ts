import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { HistoryQuery, MarkAsRead, SendMessage } from './message.ts'
import { utf8Length } from './text.ts'

function accepts(content: string): boolean {
  return v.is(SendMessage, { chatId: 'c', content })
}

describe('the text of a message', () => {
  it('may be anything that can be told again unchanged', () => {
    for (const content of ['hola', '<b>', '👨‍👩‍👧‍👦', 'مرحبا', '退款', '\u202Eabc', 'a\n\tb', '0'])
      expect(accepts(content), content).toBe(true)
  })

  it('is not blank, not cut by NUL, not half a character', () => {
    for (const content of ['', '  \n', '\u200B\u200D', 'a\0b', '\ud83d', 'x\udc00'])
      expect(accepts(content), JSON.stringify(content)).toBe(false)
  })

  it('E05: has 8,000 units and 16 KiB at most', () => {
    expect(accepts('x'.repeat(8_000))).toBe(true)
    expect(accepts('x'.repeat(8_001))).toBe(false)
    expect(accepts('€'.repeat(5_461))).toBe(true)
    expect(accepts('€'.repeat(5_462))).toBe(false)
  })

  it('may be empty only with an attachment', () => {
    expect(v.is(SendMessage, { chatId: 'c', content: '', attachment: { url: '/files/1' } })).toBe(true)
  })
})

describe('utf8Length', () => {
  it('agrees with an encoder', () => {
    for (const text of ['', 'abc', 'ñ€', '👨‍👩‍👧‍👦', '\u0800\uffff'])
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)
  })
})

describe('a question about history', () => {
  const parse = (query: object) => v.safeParse(HistoryQuery, query)

  it('brings a limit into range and refuses what is no number', () => {
    expect(parse({}).output).toMatchObject({ limit: 50 })
    expect(parse({ limit: '-3' }).output).toMatchObject({ limit: 1 })
    expect(parse({ limit: '999999' }).output).toMatchObject({ limit: 100 })
    for (const limit of ['abc', '', '1.5', '1e9', 'NaN', '99999999999999999999'])
      expect(parse({ limit }).success, limit).toBe(false)
  })

  it('wants to know the zone of a time', () => {
    expect(parse({ dateFrom: '2026-01-15T10:00:00.123Z' }).output).toMatchObject({
      dateFrom: Date.parse('2026-01-15T10:00:00.123Z'),
    })
    expect(parse({ dateFrom: '2026-01-15T12:00:00+02:00' }).output).toMatchObject({
      dateFrom: Date.parse('2026-01-15T10:00:00Z'),
    })
    for (const dateFrom of [
      '2026-01-15',
      '2026-01-15T10:00:00',
      '99999-01-01T00:00:00Z',
      '2026-13-01T00:00:00Z',
      'now',
    ]) {
      expect(parse({ dateFrom }).success, dateFrom).toBe(false)
    }
  })
})

describe('having read', () => {
  it('says up to which message', () => {
    expect(v.is(MarkAsRead, { chatId: 'c', seq: 0 })).toBe(true)
    expect(v.is(MarkAsRead, { chatId: 'c', messageId: 'm' })).toBe(true)
    for (const body of [
      { chatId: 'c' },
      { chatId: 'c', seq: -1 },
      { chatId: 'c', seq: 1.5 },
      { chatId: 'c', seq: '1' },
    ])
      expect(v.is(MarkAsRead, body)).toBe(false)
  })
})
