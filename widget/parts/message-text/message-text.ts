import type { ReactiveControllerHost } from 'lit'

type Format = (text: string) => unknown

// Emoji, any of the marks and beginnings that `format-text.ts` knows, or digits enough for a phone number; each in one pass.
const CANDIDATE =
  /[*_`@\p{ExtPict}\p{RI}]|:\/\/|www\.|tel:|^ {0,3}(?:[-•]|\d+[.)]) |[+(\d][\d\u00a0 ().-]{6,20}\d/imu

let format: Format | undefined
let loading: Promise<void> | undefined

/**
 * What a person wrote, as text and nothing else. Plain text is there at once; what may hold links or formatting shows as plain text too
 * until the code for it has come, and then `host` is drawn again.
 */
export function messageText(text: string, host: ReactiveControllerHost): unknown {
  if (!CANDIDATE.test(text)) return text
  if (format !== undefined) return format(text)
  loading ??= import('./format-text.ts').then(({ formatText }) => {
    format = formatText
  })
  loading.then(
    () => host.requestUpdate(),
    () => {
      // No network, maybe: the next drawing asks again.
      loading = undefined
    },
  )
  return text
}

/** Changes once, when the code for formatting has come: for whoever draws again only what has changed. */
export function currentFormat(): Format | undefined {
  return format
}
