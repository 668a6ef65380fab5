import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Chat } from '#shared/chat.ts'
import type { ChatClient } from '../../core/chat-client.ts'

interface Host extends ReactiveControllerHost {
  readonly client: ChatClient | undefined
}

/** Whoever opens a chat has come back to it: it is marked no more. A mark that is set while it is on screen stays until the next time. */
export class UnreadMarkController implements ReactiveController {
  readonly #host: Host
  readonly #chat: () => Chat | undefined
  /** It has come on screen, and may not be known yet. */
  #isOpening = false

  constructor(host: Host, chat: () => Chat | undefined) {
    this.#host = host
    this.#chat = chat
    host.addController(this)
  }

  opened(): void {
    this.#isOpening = true
    this.#host.requestUpdate()
  }

  hostUpdated(): void {
    const chat = this.#isOpening ? this.#chat() : undefined
    if (chat === undefined) return
    this.#isOpening = false
    // Refused, or without a network: the next opening says it again.
    if (chat.isMarkedUnread === true)
      this.#host.client?.commercial.markUnread(chat.chatId, false).catch(() => {})
  }
}
