import type { Chat } from '#shared/chat.ts'
import { fill } from '../../i18n/plural.ts'
import type { ConsoleLocalization } from '../console-localization.ts'

// A row shows some fifty characters of a message that may have eight thousand.
const SHOWN_LENGTH = 160

interface LastWords {
  /** Who of the team said it, as the language puts it before what they said; empty for the visitor. */
  readonly who: string
  readonly text: string
}

/** The end of a chat: what was said last, and by whom. Apart, since each may run in another direction than the other. */
export function lastWords(chat: Chat, viewerId: string, l10n: ConsoleLocalization): LastWords {
  const message = chat.lastMessage
  const strings = l10n.console
  if (message === null) return { who: '', text: strings.noMessages }
  const text =
    message.deletedAt === undefined
      ? flatten(message.content || (message.attachment?.fileName ?? ''))
      : strings.deletedMessage
  if (message.senderType === 'visitor') return { who: '', text }
  const said = message.senderId === viewerId ? strings.youSaid : strings.someoneSaid
  return { who: fill(said, { name: message.senderName, text: '' }), text }
}

/** The same in one line. */
export function lastLine(chat: Chat, viewerId: string, l10n: ConsoleLocalization): string {
  const { who, text } = lastWords(chat, viewerId, l10n)
  return `${who}${text}`
}

function flatten(text: string): string {
  // A cut may leave half of an emoji.
  const cut = text.slice(0, SHOWN_LENGTH).replace(/[\uD800-\uDBFF]$/, '')
  return cut.replaceAll(/\s+/g, ' ').trim()
}
