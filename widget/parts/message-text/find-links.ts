import { PHONE, phoneAddress } from './phones.ts'

/** Text that leads somewhere. */
export interface Link {
  readonly kind: 'link'
  readonly text: string
  readonly href: string
  /** Where it leads, when what was written does not plainly say so: another alphabet, or a name put before the host. */
  readonly host?: string
}

/** Something found in a text, from `start` to `end`. */
export interface Found<Item> {
  readonly start: number
  readonly end: number
  readonly item: Item
}

// The characters that turn a text's direction round would let one address look like another.
const OUTSIDE = '\\s<>"`\\u00ab\\u00bb\\u201c\\u201d\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069'

const WEB = `(?:https?://|(?<![\\p{L}\\p{N}])www\\.)[^${OUTSIDE}]+`
const MAIL = '(?:mailto:)?(?<![a-z0-9.+-])[a-z0-9][\\w.+-]{0,63}@[\\w-]+(?:\\.[\\w-]+)+(?!\\p{L})'

// One alternative per kind, none of which can match the same text in two ways: no backtracking, whatever a stranger writes.
const CANDIDATE = new RegExp(`(?<web>${WEB})|(?<mail>${MAIL})|${PHONE}`, 'giu')

/** Finds addresses of the web, of mail, and phone numbers in what a person wrote, in their order. */
export function findLinks(text: string): readonly Found<Link>[] {
  return [...text.matchAll(CANDIDATE)].flatMap(({ 0: candidate, index, groups }) => {
    const { web, mail } = groups ?? {}
    const written = web || mail ? withoutTrailing(candidate) : candidate
    const address = web ? webAddress(written) : { href: mail ? mailAddress(written) : phoneAddress(written) }
    if (address === undefined) return []
    return { start: index, end: index + written.length, item: { kind: 'link', text: written, ...address } }
  })
}

function mailAddress(written: string): string {
  return `mailto:${written.replace(/^mailto:/i, '')}`
}

/** Of the web, whatever was written: only what is found or put here is before the colon. */
function webAddress(written: string): Pick<Link, 'href' | 'host'> | undefined {
  try {
    const { href, hostname, username } = new URL(written.replace(/^www\./i, 'https://$&'))
    // `www.` alone, or `https://x`, is somebody thinking aloud; `localhost` is a developer.
    if (!/\.|^localhost$/.test(hostname)) return undefined
    const isPlain = username === '' && written.toLowerCase().includes(hostname)
    return isPlain ? { href } : { href, host: hostname }
  } catch {
    return undefined
  }
}

/** Leaves out the punctuation of the sentence round an address, and brackets that were opened before it. */
function withoutTrailing(found: string): string {
  // Counted once: a stranger may write thousands.
  const unopened = new Map(
    ['()', '[]', '{}'].map(([open = '', close = '']) => [
      close,
      found.split(close).length - found.split(open).length,
    ]),
  )
  let end = found.length
  for (; end > 0; end--) {
    const last = found.charAt(end - 1)
    const surplus = unopened.get(last) ?? 0
    if (surplus > 0) unopened.set(last, surplus - 1)
    else if (!'.,;:!?\'"*_~…。，、！？'.includes(last)) break
  }
  return found.slice(0, end)
}
