/**
 * Text as the search sees it: the same words for what is stored, what is asked and what is highlighted. Case and accents do not
 * matter; scripts that put no spaces between words are taken letter by letter, so that two Chinese characters are a phrase of two.
 */
export interface Token {
  readonly text: string
  /** Where it stands in the original, in UTF-16 units; the end exclusive. */
  readonly start: number
  readonly end: number
}

/** Words that must stand next to each other; the last one may be only begun. */
export interface Phrase {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}

// Longer ones are no words; whoever looks for one finds it by its beginning.
const MAX_TOKEN_LENGTH = 64
const MAX_PHRASES = 12
// Shorter beginnings match so much that the answer would take long and say little.
const MIN_PREFIX_LENGTH = 3

const UNSPACED = String.raw`\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}`
const runs = new RegExp(
  String.raw`(?<unspaced>[[${UNSPACED}]&&[\p{L}\p{N}\p{M}]]+)|(?<word>[[\p{L}\p{N}\p{M}]--[${UNSPACED}]]+)|(?<emoji>\p{RGI_Emoji})`,
  'gv',
)

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: run, index: start, groups } of text.matchAll(runs)) {
    const place = { start, end: start + run.length }
    if (groups?.['unspaced'] !== undefined) tokens.push(...lettersOf(run, place))
    else if (groups?.['emoji'] === undefined) add(tokens, { text: fold(run), ...place })
    else tokens.push({ text: run.replaceAll('\uFE0F', ''), ...place })
  }
  return tokens
}

/** What is given to the index: words in order, with spaces between. */
export function indexText(text: string): string {
  return tokensOf(text)
    .map(({ text }) => text)
    .join(' ')
}

/**
 * What somebody looks for. Words apart may stand anywhere; what is written together (`A-1029/B`, an address) stands together. There
 * is no query language: every text is a valid search, and one without a word in it finds nothing.
 */
export function parseKeyword(keyword: string): Phrase[] {
  const chunks = keyword.split(/\s+/u).map(tokensOf)
  const phrases = chunks.filter((tokens) => tokens.length > 0).slice(0, MAX_PHRASES)
  return phrases.map((tokens, index) => ({
    words: tokens.map(({ text }) => text),
    isPrefix: index === phrases.length - 1 && mayBeBegun(tokens.at(-1)),
  }))
}

/** Where the phrases stand in a text, in order and without overlaps; empty when one of them is missing. */
export function findPhrases(text: string, phrases: readonly Phrase[]): { start: number; end: number }[] {
  const tokens = tokensOf(text)
  const found = phrases.map((phrase) => placesOf(tokens, phrase))
  if (found.some((places) => places.length === 0)) return []
  return merged(found.flat())
}

function placesOf(tokens: readonly Token[], { words, isPrefix }: Phrase): { start: number; end: number }[] {
  const matches = (token: Token | undefined, at: number) => {
    const word = words[at] ?? ''
    const isLast = at === words.length - 1
    return token !== undefined && (isPrefix && isLast ? token.text.startsWith(word) : token.text === word)
  }
  return tokens.flatMap(({ start }, index) => {
    const last = tokens[index + words.length - 1]
    const isHere = last !== undefined && words.every((_, at) => matches(tokens[index + at], at))
    return isHere ? [{ start, end: last.end }] : []
  })
}

function merged(places: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const apart: { start: number; end: number }[] = []
  for (const place of places.toSorted((a, b) => a.start - b.start)) {
    const before = apart.at(-1)
    if (before === undefined || place.start > before.end) apart.push({ ...place })
    else before.end = Math.max(before.end, place.end)
  }
  return apart
}

function mayBeBegun(token: Token | undefined): boolean {
  return token !== undefined && token.text.length >= MIN_PREFIX_LENGTH
}

function lettersOf(run: string, place: { start: number; end: number }): Token[] {
  const letters: Token[] = []
  const folded = fold(run)
  // Folding composes and widens; where it does, all that is known is that the letter is somewhere in the run.
  const isPlain = folded === run
  let start = place.start
  for (const text of folded) {
    letters.push({ text, ...(isPlain ? { start, end: start + text.length } : place) })
    start += text.length
  }
  return letters
}

function add(tokens: Token[], token: Token): void {
  if (token.text !== '') tokens.push({ ...token, text: clipped(token.text) })
}

function clipped(text: string): string {
  return text.slice(0, MAX_TOKEN_LENGTH).replace(/[\uD800-\uDBFF]$/, '')
}

// Letters that Unicode does not take apart, though people type them without.
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
}

// Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels. Not the voicing of kana, nor the vowels of Indic scripts: those are letters.
const ACCENTS =
  /[\u{300}-\u{36F}]|[\u{591}-\u{5C7}]|[\u{610}-\u{61A}]|[\u{64B}-\u{65F}]|\u{670}|[\u{1AB0}-\u{1AFF}]|[\u{1DC0}-\u{1DFF}]|[\u{FE0E}\u{FE0F}]/gu

function fold(run: string): string {
  // What is left of ASCII that is no letter (the stroke of ½) would break the word in two.
  return run
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(ACCENTS, '')
    .normalize('NFC')
    .replaceAll(/[ßæœøđðþłħıς]/gu, (letter) => plain[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '')
}
