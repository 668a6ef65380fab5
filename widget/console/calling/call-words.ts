import { fill } from '../../i18n/plural.ts'
import type { PersonalStrings } from '../../i18n/personal.en.ts'
import { visitorName } from '../visitor-name.ts'
import type { Arrival } from './arrivals.ts'
import { BODY_LENGTH, oneLine, TITLE_LENGTH } from './notice.ts'

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
