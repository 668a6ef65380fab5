import { findLinks } from './find-links.ts'
import type { Found, Link } from './find-links.ts'

export interface Code {
  readonly kind: 'code'
  readonly text: string
}

/** What stands in a line of a message. */
export type Inline = string | Code | Link | Emphasis

export interface Emphasis {
  readonly kind: 'bold' | 'italic'
  readonly content: readonly Inline[]
}

/** A stretch of a line whose beginning was marked, and whose end may come. */
interface Open {
  readonly mark: string
  readonly content: Inline[]
  /** Whether there is anything to be said louder: `*_*` is a face. */
  hasWords: boolean
}

const CODE = /(?<![`\w])`([^`\n]+)`(?!`)/g
// Longer runs are lines, hidden letters and passwords.
const MARK = /(?<!\*)\*{1,2}(?!\*)|(?<!_)_(?!_)/g
// Chinese, Japanese and Korean write no spaces round what they stress.
const WORD = '(?![\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}])[\\p{L}\\p{N}]'
const ENDS_IN_WORD = new RegExp(`${WORD}$`, 'u')
const BEGINS_WITH_WORD = new RegExp(`^${WORD}`, 'u')
const HAS_WORDS = /[\p{L}\p{N}\p{ExtPict}]/u

/**
 * Reads one line: code and links first, in which nothing else is formatted, then `*bold*`, `**bold**` and `_italic_` round whole words.
 * A mark that finds no other stays what it is. Linear in the line's length: at most one mark of each kind is open.
 */
export function parseLine(line: string): readonly Inline[] {
  const stack: [Open, ...Open[]] = [{ mark: '', content: [], hasWords: true }]
  const top = () => stack.at(-1) ?? stack[0]
  let end = 0

  const text = (to: number) => {
    if (to > end) addText(top(), line.slice(end, to))
    end = to
  }
  /** What was opened last was only a character after all. */
  const giveUp = () => {
    const { mark, content, hasWords } = stack.pop() ?? stack[0]
    addText(top(), mark)
    for (const item of content) add(top(), item)
    top().hasWords ||= hasWords
  }

  for (const piece of piecesOf(line)) {
    text(piece.start)
    end = piece.end
    if (piece.item !== null) {
      add(top(), piece.item)
      continue
    }
    const mark = line.slice(piece.start, piece.end)
    const held = stack.findIndex((open) => open.mark === mark)
    if (held > 0 && canClose(line, piece)) {
      while (stack.length > held + 1) giveUp()
      if (top().hasWords) {
        const { content } = stack.pop() ?? stack[0]
        add(top(), { kind: mark === '_' ? 'italic' : 'bold', content })
        continue
      }
      giveUp()
    }
    if (canOpen(line, piece) && !stack.some((open) => open.mark === mark)) {
      stack.push({ mark, content: [], hasWords: false })
    } else addText(top(), mark)
  }
  text(line.length)
  while (stack.length > 1) giveUp()
  return stack[0].content
}

/** Code, links, and marks (`null`) outside them, in their order. */
function piecesOf(line: string): readonly Found<Code | Link | null>[] {
  const code = [...line.matchAll(CODE)].map(({ 0: all, 1: text = '', index }) => ({
    start: index,
    end: index + all.length,
    item: { kind: 'code', text } as const,
  }))
  const marks = [...line.matchAll(MARK)].map(({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
    item: null,
  }))
  let end = 0
  // Where two begin together or one in the other, code comes before links, and both before marks.
  return [...code, ...outside(code, findLinks(line)), ...marks]
    .toSorted((a, b) => a.start - b.start)
    .filter((piece) => {
      const isOutside = piece.start >= end
      if (isOutside) ({ end } = piece)
      return isOutside
    })
}

/** Those that touch no code; both in their order. */
function outside(code: readonly Found<Code>[], links: readonly Found<Link>[]): readonly Found<Link>[] {
  let next = 0
  return links.filter((link) => {
    while ((code[next]?.end ?? Infinity) <= link.start) next++
    return (code[next]?.start ?? Infinity) >= link.end
  })
}

function canOpen(line: string, { start, end }: Found<unknown>): boolean {
  return !ENDS_IN_WORD.test(line.slice(Math.max(0, start - 2), start)) && /^\S/.test(line.slice(end, end + 1))
}

function canClose(line: string, { start, end }: Found<unknown>): boolean {
  return !BEGINS_WITH_WORD.test(line.slice(end, end + 2)) && /\S$/.test(line.slice(start - 1, start))
}

function add(open: Open, item: Inline): void {
  if (typeof item === 'string') addText(open, item)
  else {
    open.content.push(item)
    open.hasWords = true
  }
}

/** Joined with the text before it: a stranger's thousand stars are one text, not a thousand nodes. */
function addText(open: Open, text: string): void {
  const { content } = open
  const before = content.at(-1)
  if (typeof before === 'string') content[content.length - 1] = before + text
  else content.push(text)
  open.hasWords ||= HAS_WORDS.test(text)
}
