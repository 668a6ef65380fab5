import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import { formatDay, formatTime } from '../../../i18n/format.ts'
import type { Localization } from '../../../i18n/localization.ts'
import { isolate } from '../../../i18n/plural.ts'

/** The whole chat as text, in the visitor's language and time. */
export async function writeTranscript(
  client: ChatClient,
  { chatId, title, l10n }: { chatId: ChatId; title: string; l10n: Localization },
): Promise<string> {
  const now = new Date()
  const lines = [title]
  let day = ''
  for (const message of await readAll(client, chatId)) {
    const today = formatDay(l10n, message.sentAt, now)
    if (today !== day) lines.push('', `— ${today} —`)
    day = today
    lines.push(`${formatTime(l10n, message.sentAt)}  ${nameOf(message, l10n)}: ${textOf(message, l10n)}`)
  }
  return `${lines.join('\n')}\n`
}

async function readAll(client: ChatClient, chatId: ChatId): Promise<readonly Message[]> {
  const messages: Message[] = []
  for (let after = 0, hasMore = true; hasMore;) {
    const query = { after: String(after), limit: '100' }
    const page = await client.call('GET /v2/messages/chat/:chatId', { params: { chatId }, query })
    messages.push(...page.messages)
    after = page.messages.at(-1)?.seq ?? after
    hasMore = page.hasMore && page.messages.length > 0
  }
  return messages
}

function nameOf({ senderType, senderName }: Message, { strings }: Localization): string {
  return isolate(senderType === 'visitor' ? strings.you : senderName)
}

function textOf({ content, deletedAt, attachment }: Message, { strings }: Localization): string {
  if (deletedAt !== undefined) return strings.deleted
  return [content, attachment?.fileName].filter(Boolean).join(' · ')
}
