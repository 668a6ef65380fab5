/** A stretch of a message: plain text, or text that leads somewhere. */
export interface Stretch {
  readonly text: string
  readonly href?: string
}

// One alternative per kind, none of which can match the same text in two ways: no backtracking, whatever a stranger writes.
const CANDIDATE =
  /(?:https?:\/\/|www\.)[^\s<>"\u00ab\u00bb\u201c\u201d]+|(?:mailto:)?[\w.!#$%&'*+/=?^{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu
const LINKED = new Set(['http:', 'https:', 'mailto:'])

/** Finds web and mail addresses in what a person wrote. Joined again, the stretches are the text, unchanged. */
export function findLinks(text: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let end = 0
  for (const match of text.matchAll(CANDIDATE)) {
    const found = withoutTrailing(match[0])
    const href = addressOf(found)
    if (href === undefined) continue
    if (match.index > end) stretches.push({ text: text.slice(end, match.index) })
    stretches.push({ text: found, href })
    end = match.index + found.length
  }
  if (end < text.length) stretches.push({ text: text.slice(end) })
  return stretches
}

function addressOf(found: string): string | undefined {
  const isWeb = /^(https?:|www\.)/iu.test(found)
  const address = isWeb
    ? found.replace(/^www\./iu, 'https://www.')
    : `mailto:${found.replace(/^mailto:/iu, '')}`
  if (!URL.canParse(address)) return undefined
  const { protocol, hostname, href } = new URL(address)
  if (!LINKED.has(protocol)) return undefined
  // `www.` alone, or `https://x`, is somebody thinking aloud; `localhost` is a developer.
  return !isWeb || hostname.includes('.') || hostname === 'localhost' ? href : undefined
}

/** Leaves out the punctuation of the sentence round an address, and a bracket that was opened before it. */
function withoutTrailing(found: string): string {
  let text = found
  for (;;) {
    const last = text.at(-1) ?? ''
    const isStray = '.,;:!?\'"*_~…'.includes(last) || isUnopened(text, last)
    if (last === '' || !isStray) return text
    text = text.slice(0, -1)
  }
}

function isUnopened(text: string, last: string): boolean {
  const opening = { ')': '(', ']': '[', '}': '{' }[last]
  return opening !== undefined && text.split(opening).length < text.split(last).length
}
