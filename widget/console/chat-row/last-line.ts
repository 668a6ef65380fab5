import type { Chat } from '#shared/chat.ts'
import { fill } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'

// A row shows some fifty characters of a message that may have eight thousand.
const SHOWN_LENGTH = 160

/** The end of a chat in one line: what was said last, and by whom when it was the team. */
export function lastLine(chat: Chat, viewerId: string, l10n: ConsoleLocalization): string {
  const message = chat.lastMessage
  const strings = l10n.console
  if (message === null) return strings.noMessages
  const text =
    message.deletedAt === undefined
      ? flatten(message.content || (message.attachment?.fileName ?? ''))
      : strings.deletedMessage
  if (message.senderType === 'visitor') return text
  if (message.senderId === viewerId) return fill(strings.youSaid, { text })
  return fill(strings.someoneSaid, { name: message.senderName, text })
}

function flatten(text: string): string {
  // A cut may leave half of an emoji.
  const cut = text.slice(0, SHOWN_LENGTH).replace(/[\uD800-\uDBFF]$/, '')
  return cut.replaceAll(/\s+/g, ' ').trim()
}
