import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'

/** Which rows of a list are picked, to do one thing with all of them. */
export class Selection implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #picked = new Set<ChatId>()
  /** Where a range begins. */
  #anchor: ChatId | null = null

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {}

  get size(): number {
    return this.#picked.size
  }

  has(chatId: ChatId): boolean {
    return this.#picked.has(chatId)
  }

  /** Those of a list that are picked, in its order. What has left the list is picked no more. */
  of(chats: readonly Chat[]): readonly Chat[] {
    return chats.filter(({ chatId }) => this.#picked.has(chatId))
  }

  toggle(chatId: ChatId): void {
    if (!this.#picked.delete(chatId)) this.#picked.add(chatId)
    this.#anchor = chatId
    this.#host.requestUpdate()
  }

  /** From where one picked last to here, all of them. */
  extend(chatId: ChatId, chats: readonly Chat[]): void {
    const ids = chats.map((chat) => chat.chatId)
    const [from, to] = [ids.indexOf(this.#anchor ?? chatId), ids.indexOf(chatId)]
    if (from === -1) return this.toggle(chatId)
    for (const id of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) this.#picked.add(id)
    this.#host.requestUpdate()
    return undefined
  }

  clear(): void {
    if (this.#picked.size === 0) return
    this.#picked.clear()
    this.#anchor = null
    this.#host.requestUpdate()
  }
}
