import type { ReactiveController } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../core/chat-client.ts'

/** Keeps the one chat that is on screen watched: joined and in step while it shows, left when it goes. */
export class WatchController implements ReactiveController {
  #watched: { readonly client: ChatClient; readonly chatId: ChatId } | null = null
  #wanted: { readonly client: ChatClient; readonly chatId: ChatId } | null = null
  #isConnected = false

  watch(client: ChatClient | undefined, chatId: ChatId | null): void {
    this.#wanted = client === undefined || chatId === null ? null : { client, chatId }
    if (this.#isConnected) this.#follow()
  }

  hostConnected(): void {
    this.#isConnected = true
    this.#follow()
  }

  hostDisconnected(): void {
    this.#isConnected = false
    this.#leave()
  }

  #follow(): void {
    const { client, chatId } = this.#wanted ?? {}
    if (this.#watched?.client === client && this.#watched?.chatId === chatId) return
    this.#leave()
    if (this.#wanted === null) return
    this.#watched = this.#wanted
    this.#wanted.client.watch(this.#wanted.chatId)
  }

  #leave(): void {
    this.#watched?.client.unwatch(this.#watched.chatId)
    this.#watched = null
  }
}
