import { parseLine } from './parse-line.ts'
import type { Inline } from './parse-line.ts'

/** What a message is made of: lines as they were written, and lists. */
export type Block =
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'numbered'; readonly first: number; readonly items: readonly (readonly Inline[])[] }

interface Item {
  /** `-`, `*`, `•`, or nothing when it is numbered. */
  readonly bullet: string
  readonly number: number
  readonly text: string
}

const ITEM = /^ {0,3}(?:([-*•])|(\d{1,3})[.)])[ \t]+(?=\S)/

/** One line with a dash is a line with a dash: a list has at least two items, and its numbers follow each other. */
export function parseText(text: string): readonly Block[] {
  const lines = text.split('\n')
  const items = lines.map(readItem)
  const blocks: Block[] = []
  let plain: (readonly Inline[])[] = []
  const endPlain = () => {
    if (plain.length > 0) blocks.push({ kind: 'lines', lines: plain })
    plain = []
  }
  for (let at = 0; at < lines.length;) {
    const list = listFrom(items, at)
    if (list.length < 2) {
      plain.push(parseLine(lines[at] ?? ''))
      at += 1
      continue
    }
    endPlain()
    const content = list.map((item) => parseLine(item.text))
    const { bullet, number } = list[0] ?? { bullet: '', number: 1 }
    blocks.push(
      bullet === '' ? { kind: 'numbered', first: number, items: content } : { kind: 'list', items: content },
    )
    at += list.length
  }
  endPlain()
  return blocks
}

function readItem(line: string): Item | undefined {
  const found = ITEM.exec(line)
  if (found === null) return undefined
  return { bullet: found[1] ?? '', number: Number(found[2] ?? 0), text: line.slice(found[0].length) }
}

/** The items that make one list from here on. */
function listFrom(items: readonly (Item | undefined)[], from: number): readonly Item[] {
  const list: Item[] = []
  for (let at = from; at < items.length; at++) {
    const item = items[at]
    const before = list.at(-1)
    if (item === undefined) break
    if (before !== undefined && (item.bullet !== before.bullet || !follows(item, before))) break
    list.push(item)
  }
  return list
}

function follows({ bullet, number }: Item, before: Item): boolean {
  return bullet !== '' || number === before.number + 1
}
