import type { ChatId } from '#shared/ids.ts'

/** Another chat is wanted on screen, or none: the list alone. */
export class ChatNavigateEvent extends Event {
  static readonly type = 'chat-navigate'
  readonly chatId: ChatId | null

  constructor(chatId: ChatId | null) {
    super(ChatNavigateEvent.type, { bubbles: true })
    this.chatId = chatId
  }
}

declare global {
  interface HTMLElementEventMap {
    'chat-navigate': ChatNavigateEvent
  }
}
