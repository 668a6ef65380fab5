import { describe, expect, it } from 'vitest'
import { errors, type ErrorCode } from '#shared/errors.ts'
import { LANGUAGES, languageOf, refusalSentence } from './refusal-sentence.ts'

const codes = Object.keys(errors) as ErrorCode[]

describe('why something is refused', () => {
  it.each(LANGUAGES)('is said in %s, each time with words of its own', (language) => {
    const sentences = codes.map((code) => refusalSentence(code, language))
    expect(new Set(sentences).size).toBe(codes.length)
    if (language === 'en') return
    expect(codes.filter((code) => refusalSentence(code, language) === errors[code].en)).toEqual([])
  })

  it('is one sentence that ends', () => {
    const open = LANGUAGES.flatMap((language) =>
      codes.map((code) => refusalSentence(code, language)).filter((sentence) => !/[.。]$/.test(sentence)),
    )
    expect(open).toEqual([])
  })

  it.each([
    ['de-AT,en;q=0.8', 'de'],
    ['nl, ca;q=0.7, es;q=0.3', 'ca'],
    ['ZH-Hant-TW', 'zh'],
    ['nl', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['constructor', 'en'],
  ])('is in the language that is asked for: %s', (asked, language) => {
    expect(languageOf(asked)).toBe(language)
  })
})
