import type { ReactiveController } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../core/chat-client.ts'
import { AttentionWatch, IDLE_MS } from './attention.ts'

/**
 * Tells the team which chat is before somebody's eyes: the one on screen, while the page shows and somebody is there. Whoever has left
 * their desk is called on their telephone again.
 */
export class LookController implements ReactiveController {
  readonly #attention = new AttentionWatch(() => this.#arrive())
  #client: ChatClient | undefined
  #chatId: ChatId | null = null
  #isConnected = false
  #isThere = true
  #leaving: ReturnType<typeof setTimeout> | undefined

  look(client: ChatClient | undefined, chatId: ChatId | null): void {
    if (client !== this.#client) this.#client?.commercial.look(null)
    this.#client = client
    this.#chatId = chatId
    this.#tell()
  }

  hostConnected(): void {
    this.#isConnected = true
    document.addEventListener('visibilitychange', this.#tell)
    this.#attention.start()
    this.#arrive()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    document.removeEventListener('visibilitychange', this.#tell)
    this.#attention.stop()
    clearTimeout(this.#leaving)
    this.#tell()
  }

  #arrive(): void {
    clearTimeout(this.#leaving)
    this.#leaving = setTimeout(() => this.#be(false), IDLE_MS)
    this.#be(true)
  }

  #be(isThere: boolean): void {
    if (isThere === this.#isThere) return
    this.#isThere = isThere
    this.#tell()
  }

  readonly #tell = (): void => {
    const isSeen = this.#isConnected && this.#isThere && document.visibilityState === 'visible'
    this.#client?.commercial.look(isSeen ? this.#chatId : null)
  }
}
