import type { PublicSite } from '#shared/site.ts'

export type TeaserRule = PublicSite['teasers'][number]

/** What a rule waits for, as far as it has come. */
export interface Circumstances {
  readonly url: URL
  readonly secondsOnPage: number
  /** How far down the page the visitor has been. */
  readonly scrolledPercent: number
  /** Whether the pointer has left through the top of the window. */
  readonly isLeaving: boolean
}

/** The first rule of which every condition holds. */
export function ruleFor(rules: readonly TeaserRule[], now: Circumstances): TeaserRule | undefined {
  return rules.find(
    ({ url, delaySeconds, scrollPercent, exitIntent }) =>
      (url === undefined || matches(url, now.url)) &&
      now.secondsOnPage >= delaySeconds &&
      now.scrolledPercent >= scrollPercent &&
      (now.isLeaving || !exitIntent),
  )
}

/** A path, or a whole address, in which `*` is anything. Without a `?` of its own it matches whatever the page's query is. */
function matches(pattern: string, url: URL): boolean {
  const path = pattern.includes('?') ? url.pathname + url.search : url.pathname
  const address = /^https?:/i.test(pattern) ? url.origin + path : path
  // Piece by piece, not as a regular expression: what an owner writes must not be able to hang a visitor's page.
  const pieces = pattern.split('*')
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)]
  if (pieces.length === 1) return address === pattern
  if (!address.startsWith(first) || !address.endsWith(last)) return false
  let from = first.length
  const end = address.length - last.length
  for (const piece of pieces.slice(1, -1)) {
    const at = address.indexOf(piece, from)
    if (at < 0 || at + piece.length > end) return false
    from = at + piece.length
  }
  return from <= end
}
