import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { parseKeyword } from './search-text.ts'

const marked = (text: string, keyword: string) => {
  const excerpt = excerptOf(text, parseKeyword(keyword))
  return excerpt?.highlights.map(({ start, end }) => excerpt.text.slice(start, end))
}

describe('an excerpt', () => {
  it('is the whole of a short text', () => {
    expect(excerptOf('Hola, ¿el precio?', parseKeyword('precio'))).toEqual({
      text: 'Hola, ¿el precio?',
      highlights: [{ start: 10, end: 16 }],
    })
  })

  it('is the piece around the first find of a long one, cut at words', () => {
    const text = `${'antes '.repeat(100)}el PRECIÓ de la mesa ${'después '.repeat(100)}precio`
    const excerpt = excerptOf(text, parseKeyword('precio'))
    expect(excerpt?.text).toMatch(/^…antes .*el PRECIÓ de la mesa después.*…$/)
    expect(excerpt?.text.length).toBeLessThan(200)
    expect(marked(text, 'precio')).toEqual(['PRECIÓ'])
  })

  it('is null where a word is missing', () => {
    expect(excerptOf('Hola', parseKeyword('hola precio'))).toBeNull()
  })

  it('is well-formed text with highlights inside it, whatever the text', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 600 })
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const excerpt = excerptOf(`${before} aguja ${after}`, parseKeyword('aguja'))
        if (excerpt === null) throw new Error('Not found')
        expect(excerpt.text.isWellFormed()).toBe(true)
        expect(excerpt.text.length).toBeLessThan(400)
        const found = excerpt.highlights.map(({ start, end }) => excerpt.text.slice(start, end))
        expect(found[0]).toMatch(/^aguja/)
        for (const { start, end } of excerpt.highlights) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(excerpt.text.length)
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
