/** What pages and the worker have in common when they show a notification of the system. */

/** One for a chat: the next one takes its place, whoever shows it. */
export function tagOf(chatId: string): string {
  return `sobremesa:${chatId}`
}

export const TITLE_LENGTH = 80
export const BODY_LENGTH = 180

const graphemes = new Intl.Segmenter()

/** Without what could turn the rest of a system's own words around, and cut between characters. */
export function oneLine(text: string, length: number): string {
  const plain = text.replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
  // A character may be many code units, but no honest one is more than this.
  const start = plain.slice(0, length * 32)
  const ends = [...graphemes.segment(start)].map(({ index }) => index)
  return ends.length <= length ? start : `${start.slice(0, ends[length - 1])}…`
}

/** Somebody pressed a notification of the worker: what it says to the page that it brings to the front. */
export interface OpenChatMessage {
  readonly kind: 'open-chat'
  readonly chatId: string
}
