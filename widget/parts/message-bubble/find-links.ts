/** A stretch of a message: plain text, or text that leads somewhere. */
export interface Stretch {
  readonly text: string
  readonly href?: string
}

// One alternative per kind, none of which can match the same text in two ways: no backtracking, whatever a stranger writes.
const CANDIDATE =
  /(?:https?:\/\/|www\.)[^\s<>"\u00ab\u00bb\u201c\u201d]+|(?:mailto:)?[\w.!#$%&'*+/=?^{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu

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

/** Of the web or of mail, whatever was written: only what is found or put here is before the colon. */
function addressOf(found: string): string | undefined {
  const isWeb = /^(https?:|www\.)/i.test(found)
  const web = found.replace(/^www\./i, 'https://$&')
  try {
    const { hostname, href } = new URL(isWeb ? web : `mailto:${found.replace(/^mailto:/i, '')}`)
    // `www.` alone, or `https://x`, is somebody thinking aloud; `localhost` is a developer.
    return !isWeb || /\.|^localhost$/.test(hostname) ? href : undefined
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
    else if (!'.,;:!?\'"*_~…'.includes(last)) break
  }
  return found.slice(0, end)
}
