import type { ReactiveController } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ChatView } from '../../core/state.ts'
import { keyOf } from '../../parts/message-list/lay-out-thread.ts'

interface Host extends HTMLElement {
  readonly client: ChatClient | undefined
  readonly chatId: ChatId | null
  readonly renderRoot: HTMLElement | DocumentFragment
}

const SHOWN_MS = 2_400

/** Leads to one message of the chat on screen: reads back until it is there, then shows which one it is. */
export class RevealController implements ReactiveController {
  readonly #host: Host
  readonly #view: () => ChatView | undefined
  #wanted: { readonly chatId: ChatId; readonly seq: number } | null = null
  /** The oldest `seq` held when more was last asked for: no progress ends the search. */
  #askedBefore = Infinity

  constructor(
    host: Host & { addController(controller: ReactiveController): void },
    view: () => ChatView | undefined,
  ) {
    this.#host = host
    this.#view = view
    host.addController(this)
  }

  want(seq: number): void {
    const { chatId } = this.#host
    this.#wanted = chatId === null ? null : { chatId, seq }
    this.#askedBefore = Infinity
  }

  hostUpdated(): void {
    const wanted = this.#wanted
    const view = this.#view()
    if (wanted === null || view === undefined) return
    if (wanted.chatId !== view.chatId) this.#wanted = null
    else if (view.history.state === 'ready') this.#seek(wanted.seq, view)
  }

  #seek(seq: number, { chatId, thread, hasOlder, older }: ChatView): void {
    const held = thread.find((message) => message.delivery === 'sent' && message.seq >= seq)
    const oldest = thread[0]?.delivery === 'sent' ? thread[0].seq : Infinity
    if (oldest <= seq || !hasOlder) {
      this.#wanted = null
      if (held !== undefined) void this.#show(keyOf(held))
    } else if (older.state === 'failed' || oldest > this.#askedBefore) {
      // The list says that it failed, and offers to try again.
      this.#wanted = null
    } else if (older.state !== 'loading' && oldest < this.#askedBefore) {
      this.#askedBefore = oldest
      void this.#host.client?.loadOlder(chatId)
    }
  }

  async #show(key: string): Promise<void> {
    const list = this.#host.renderRoot.querySelector('chat-message-list')
    await list?.updateComplete
    // The list has its own ideas of where to stand when it opens; they come with its first frame.
    await new Promise(requestAnimationFrame)
    const message = list?.renderRoot.querySelector(`[data-key="${CSS.escape(key)}"]`)
    if (!list || !message) return
    list.bringUp(message)
    // Through the object model: a style attribute would need a style-src of the page.
    message.animate([{ background: 'var(--saffron-soft)' }, { background: 'transparent' }], SHOWN_MS)
  }
}
