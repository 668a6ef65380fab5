import { describe, expect, it } from 'vitest'
import { consoleEn } from './console.en.ts'
import { consoleEs } from './console.es.ts'

/** Every text with the names of its holes, by where it stands. */
function holes(texts: object, path = ''): [string, string[]][] {
  return Object.entries(texts).flatMap(([key, text]: [string, unknown]): [string, string[]][] => {
    if (typeof text === 'object' && text !== null) return holes(text, `${path}${key}.`)
    return [[path + key, (String(text).match(/\{\w+\}/g) ?? []).toSorted()]]
  })
}

describe('the console’s words in Spanish', () => {
  it('say the same things of the same values', () => {
    expect(holes(consoleEs)).toEqual(holes(consoleEn))
  })

  it('are words everywhere', () => {
    const empty = Object.entries(consoleEs).filter(([, text]) => text === '')
    expect(empty).toEqual([])
  })
})
