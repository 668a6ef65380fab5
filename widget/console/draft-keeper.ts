import type { ReactiveController } from 'lit'
import type { Draft } from '#shared/draft.ts'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../core/chat-client.ts'
import type { Drafts, EditorMode } from './drafts.ts'

/** So long after the last keystroke one's other devices are told. */
const SETTLE_MS = 700

interface Host {
  readonly client: ChatClient | undefined
  readonly chatId: ChatId | null
  readonly drafts: Drafts
  /** What stands in the drafts is another text now. */
  draftsChanged(): void
  addController(controller: ReactiveController): void
}

/**
 * Keeps what is being written in the chat on screen the same on all of one's devices: the last that was written, anywhere, stands. The
 * server keeps one draft of a chat, an answer or a note; the other stays on this device.
 */
export class DraftKeeper implements ReactiveController {
  readonly #host: Host
  #chatId: ChatId | null = null
  #drafts: Drafts | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  /** As other devices know it. */
  readonly #known = new Map<ChatId, { readonly mode: EditorMode; readonly text: string } | null>()
  #told: ReadonlyMap<ChatId, Draft | null> | undefined

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#handleVisibility)
  }

  /** Whoever leaves may not come back: the last words are the ones that are missed. */
  readonly #handleVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.#flush()
  }

  hostUpdate(): void {
    const { client, chatId, drafts } = this.#host
    if (chatId !== this.#chatId || drafts !== this.#drafts) {
      this.#flush()
      this.#chatId = chatId
      this.#drafts = drafts
      if (client !== undefined && chatId !== null) void this.#read(client, chatId)
    }
    this.#hear(client?.state.get().desk?.drafts)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#handleVisibility)
    this.#flush()
    this.#chatId = null
  }

  /** Something was written in the chat on screen. What was sent, or emptied, is over at once. */
  written(text: string): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#flush(), text === '' ? 0 : SETTLE_MS)
  }

  #flush(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { client } = this.#host
    const chatId = this.#chatId
    if (client === undefined || chatId === null || this.#drafts === undefined) return
    const mode = this.#drafts.modeOf(chatId)
    const text = this.#drafts.textOf(chatId, mode)
    const known = this.#known.get(chatId)
    if (text === '' && known?.mode !== mode) return
    this.#known.set(chatId, text === '' ? null : { mode, text })
    // What is not kept over there is still here.
    client.commercial.keepDraft(chatId, { content: text, isInternal: mode === 'note' }).catch(() => {})
  }

  async #read(client: ChatClient, chatId: ChatId): Promise<void> {
    try {
      const draft = await client.commercial.keptDraft(chatId)
      if (draft === null) return
      const mode = modeOf(draft)
      this.#known.set(chatId, { mode, text: draft.content })
      // What this device holds was written here, and maybe a moment ago.
      if (this.#drafts?.textOf(chatId, mode) === '') this.#write(chatId, draft)
    } catch {
      // Refused or out of reach: this device's own drafts stand.
    }
  }

  #hear(told: ReadonlyMap<ChatId, Draft | null> | undefined): void {
    const before = this.#told
    this.#told = told
    if (told === undefined || before === undefined || told === before) return
    for (const [chatId, draft] of told) {
      // One's own last words are still on their way: they are the newer ones.
      const isWriting = this.#timer !== undefined && chatId === this.#chatId
      if (before.get(chatId) !== draft && !isWriting) this.#take(chatId, draft)
    }
  }

  #take(chatId: ChatId, draft: Draft | null): void {
    const known = this.#known.get(chatId)
    this.#known.set(chatId, draft && { mode: modeOf(draft), text: draft.content })
    if (draft !== null) this.#write(chatId, draft)
    else if (known && this.#drafts?.textOf(chatId, known.mode) === known.text) {
      this.#drafts.write(chatId, known.mode, '')
      this.#host.draftsChanged()
    }
  }

  #write(chatId: ChatId, draft: Draft): void {
    this.#drafts?.write(chatId, modeOf(draft), draft.content)
    this.#drafts?.choose(chatId, modeOf(draft))
    this.#host.draftsChanged()
  }
}

function modeOf({ isInternal }: Draft): EditorMode {
  return isInternal ? 'note' : 'reply'
}
