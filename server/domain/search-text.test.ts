import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhrases, indexText, parseKeyword, tokensOf } from './search-text.ts'

function finds(keyword: string, text: string): boolean {
  const phrases = parseKeyword(keyword)
  return phrases.length > 0 && findPhrases(text, phrases).length > 0
}

describe('the words of a text', () => {
  it.each([
    ['Cotización  del PEDIDO', 'cotizacion del pedido'],
    ['İstanbul ISPARTA ısı', 'istanbul isparta isi'],
    ['Straße, ŁÓDŹ & œuvre', 'strasse lodz oeuvre'],
    ['A-1029/B', 'a 1029 b'],
    ['我要退款。', '我 要 退 款'],
    ['환불 요청', '환 불 요 청'],
    ['환불'.normalize('NFD'), '환 불'],
    ['がんばる'.normalize('NFD'), 'が ん ば る'],
    ['ＡＢＣ ①', 'abc 1'],
    ['हिन्दी', 'हिन्दी'],
    ['الْعَرَبِيَّة', 'العربية'],
    ['ПРИВЕТ, Йод', 'привет иод'],
    ['ok 👍🏽!', 'ok 👍🏽'],
    ['¿? "%" (', ''],
  ])('of %s are %s', (text, words) => {
    expect(indexText(text)).toBe(words)
  })

  it('are ASCII letters, digits and whatever is beyond ASCII, so that the index cuts them nowhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        for (const token of tokensOf(text)) {
          expect(token.text).toMatch(/^(?:[a-z0-9]|\P{ASCII})+$/u)
          expect(text.slice(token.start, token.end)).not.toBe('')
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a search', () => {
  const lines: Record<string, string> = {
    es: 'Quiero una cotización para mañana, ¿precio?',
    zh: '你好，我想申请退款申请',
    ja: 'むずかしい注文です',
    ko: '환불 부탁합니다',
    tr: 'İstanbul’a gönderim var mı',
    de: 'Die Straße ist gesperrt',
    code: 'Pedido A-1029/B al 50%, en C++: d’accord a:b',
    mail: 'escríbeme a ana.ruiz@olmo.example',
  }

  it.each([
    ['cotizacion', 'es'],
    ['COTIZACIÓN', 'es'],
    ['cotiz', 'es'],
    ['precio cotizacion', 'es'],
    ['¿precio?', 'es'],
    ['退款', 'zh'],
    ['退款申', 'zh'],
    ['款', 'zh'],
    ['注文', 'ja'],
    ['환불', 'ko'],
    ['istanbul', 'tr'],
    ['strasse', 'de'],
    ['STRASSE', 'de'],
    ['A-1029/B', 'code'],
    ['1029', 'code'],
    ['50%', 'code'],
    ['C++', 'code'],
    ["d'accord", 'code'],
    ['a:b', 'code'],
    ['ana.ruiz@olmo.example', 'mail'],
    ['"olmo', 'mail'],
  ])('for %s finds what it should, and nothing else', (keyword, name) => {
    const found = Object.keys(lines).filter((line) => finds(keyword, lines[line] ?? ''))
    expect(found).toEqual([name])
  })

  it.each(['', '   ', '"', '(', '%', '***', '-', '\u200B'])('for %j finds nothing', (keyword) => {
    expect(parseKeyword(keyword)).toEqual([])
  })

  it('finds a text by itself, and by any of its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (text) => {
        const phrases = parseKeyword(text)
        if (phrases.length > 0) expect(findPhrases(text, phrases).length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('takes a text of eight thousand letters without a space in its stride', () => {
    expect(finds('aaaa', 'a'.repeat(8_000))).toBe(true)
    expect(finds('退款', '退'.repeat(4_000) + '款')).toBe(true)
  })

  it('says where it found what', () => {
    const text = 'Mañana mando la cotización. ¿Cotizamos 退款?'
    const found = findPhrases(text, parseKeyword('退款 cotiz'))
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['cotización', 'Cotizamos', '退款'])
  })
})
