import type { ReactiveController } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../core/chat-client.ts'

/** Tells the team which chat is before somebody's eyes: the one on screen, while the page shows. */
export class LookController implements ReactiveController {
  #client: ChatClient | undefined
  #chatId: ChatId | null = null
  #isConnected = false

  look(client: ChatClient | undefined, chatId: ChatId | null): void {
    if (client !== this.#client) this.#client?.commercial.look(null)
    this.#client = client
    this.#chatId = chatId
    this.#tell()
  }

  hostConnected(): void {
    this.#isConnected = true
    document.addEventListener('visibilitychange', this.#tell)
    this.#tell()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    document.removeEventListener('visibilitychange', this.#tell)
    this.#tell()
  }

  readonly #tell = (): void => {
    const isSeen = this.#isConnected && document.visibilityState === 'visible'
    this.#client?.commercial.look(isSeen ? this.#chatId : null)
  }
}
