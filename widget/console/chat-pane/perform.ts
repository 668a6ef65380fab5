import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { WorkAction } from '../chat-header/chat-action.ts'

export function perform({ commercial }: ChatClient, chatId: ChatId, action: WorkAction): Promise<void> {
  switch (action.kind) {
    case 'assign':
      return commercial.assign(chatId, action.to)
    case 'claim':
      return commercial.assign(chatId, 'me', { ifUnassigned: true })
    case 'tag':
      return commercial.setTags(chatId, action.tags)
    case 'snooze':
      return commercial.snooze(chatId, action.until)
    case 'macro':
      return commercial.applyMacro(chatId, action.macroId)
    case 'mark-unread':
    case 'mark-read':
      return commercial.markUnread(chatId, action.kind === 'mark-unread')
    case 'close':
      return commercial.closeChat(chatId)
    case 'reopen':
      return commercial.reopenChat(chatId)
  }
}
