import { fill } from '../../i18n/plural.ts'
import type { PersonalStrings } from '../../i18n/personal.en.ts'
import { visitorName } from '../visitor-name.ts'
import type { Arrival } from './arrivals.ts'

const TITLE_LENGTH = 80
const BODY_LENGTH = 180
const graphemes = new Intl.Segmenter()

/** What a notification says of an arrival. It is text wherever it ends up, and on one line. */
export function callWords(
  { kind, chat, message }: Arrival,
  words: { readonly personal: PersonalStrings; readonly visitor: string },
): { title: string; body: string } {
  const visitor = visitorName(chat.visitor, words.visitor)
  const name = kind === 'mention' ? message.senderName : visitor
  const titles = {
    newChat: fill(words.personal.callNewChat, { name }),
    message: name,
    mention: fill(words.personal.callMention, { name, visitor }),
  }
  const body = message.content || (message.attachment?.fileName ?? '')
  return { title: oneLine(titles[kind], TITLE_LENGTH), body: oneLine(body, BODY_LENGTH) }
}

/** Without what could turn the rest of a system's own words around, and cut between characters. */
export function oneLine(text: string, length: number): string {
  const plain = text.replaceAll(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim()
  // A character may be many code units, but no honest one is more than this.
  const start = plain.slice(0, length * 32)
  const ends = [...graphemes.segment(start)].map(({ index }) => index)
  return ends.length <= length ? start : `${start.slice(0, ends[length - 1])}…`
}
