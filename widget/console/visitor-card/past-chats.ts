import { html, nothing, type TemplateResult } from 'lit'
import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { formatDay } from '../../i18n/format.ts'
import { lastLine } from '../chat-row/last-line.ts'
import type { ConsoleLocalization } from '../console-localization.ts'

export interface PastChats {
  readonly chats: readonly Chat[]
  readonly viewerId: string
  readonly l10n: ConsoleLocalization
  readonly open: (chatId: ChatId) => void
}

/** What was talked about before, each to be opened. */
export function pastChats({ chats, viewerId, l10n, open }: PastChats): TemplateResult | typeof nothing {
  if (chats.length === 0) return nothing
  const now = new Date()
  return html`<h3>${l10n.console.before}</h3>
    <ul class="past">
      ${chats.map(
        (chat) =>
          html`<li>
            <button type="button" @click=${() => open(chat.chatId)}>
              <span class="clipped" dir="auto">${lastLine(chat, viewerId, l10n)}</span>
              <span class="when"
                >${formatDay(l10n, chat.createdAt, now)}${
                  chat.rating === undefined
                    ? nothing
                    : html` · ★ ${chat.rating.score.toLocaleString(l10n.locale)}`
                }</span
              >
            </button>
          </li>`,
      )}
    </ul>`
}
