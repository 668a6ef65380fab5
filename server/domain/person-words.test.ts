import { describe, expect, it } from 'vitest'
import { parsePersonKeyword, personWords } from './person-words.ts'

describe('what a person is found by', () => {
  it('is their name and address in words, and every ending of their number', () => {
    const ana = { name: 'Ana Núñez', email: 'ana@olmo.example', phone: '+34 61' }
    expect(personWords(ana)).toBe('ana nunez ¦ ana olmo example ¦ 3461 461')
  })

  it('is nothing when they have said nothing', () => {
    expect(personWords({ name: null, email: null, phone: null })).toBe('')
  })
})

describe('whom somebody looks for', () => {
  it.each([
    [
      'Núñez an',
      [
        { words: ['nunez'], isPrefix: true },
        { words: ['an'], isPrefix: true },
      ],
    ],
    ['a', [{ words: ['a'], isPrefix: false }]],
    ['ana@olmo', [{ words: ['ana', 'olmo'], isPrefix: true }]],
    ['+34 (612) 34-56', [{ words: ['346123456'], isPrefix: true }]],
    ['"%', []],
    ['', []],
  ])('by %j', (keyword, phrases) => {
    expect(parsePersonKeyword(keyword)).toEqual(phrases)
  })
})
