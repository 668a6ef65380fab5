import type { Excerpt } from '#shared/search.ts'
import { findPhrases, type Phrase } from './search-text.ts'

/** In UTF-16 units: about two lines of a list. */
const LENGTH = 180
/** How much of what stands before the first find is shown. */
const LEAD = 50
const MORE = '…'

/** The piece of a text where the phrases are found first; null where they are not. */
export function excerptOf(text: string, phrases: readonly Phrase[]): Excerpt | null {
  const found = findPhrases(text, phrases)
  const [first] = found
  if (first === undefined) return null
  const start = text.length <= LENGTH ? 0 : startNear(text, first.start)
  const end = endNear(text, Math.max(start + LENGTH, Math.min(first.end, start + 2 * LENGTH)))
  const before = start > 0 ? MORE : ''
  const shift = before.length - start
  return {
    text: `${before}${text.slice(start, end)}${end < text.length ? MORE : ''}`,
    highlights: found
      .filter((place) => place.start < end)
      .map((place) => ({ start: place.start + shift, end: Math.min(place.end, end) + shift })),
  }
}

function startNear(text: string, found: number): number {
  const wanted = Math.max(0, Math.min(found - LEAD, text.length - LENGTH))
  const space = text.slice(wanted, found).search(/\s/u)
  return wholeCharacter(text, wanted === 0 || space < 0 ? wanted : wanted + space + 1)
}

function endNear(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length
  const tail = text.slice(wanted - 20, wanted).search(/\s\S*$/u)
  return wholeCharacter(text, tail < 0 ? wanted : wanted - 20 + tail)
}

/** Never between the halves of a character. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at
}
