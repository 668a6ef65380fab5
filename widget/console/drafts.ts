import type { ChatId } from '#shared/ids.ts'

/** What the editor writes: an answer that the visitor reads, or a note that only the team does. */
export type EditorMode = 'reply' | 'note'

/** What was being written in each chat, answer and note apart, while another chat is on screen. */
export class Drafts {
  readonly #texts = new Map<string, string>()
  readonly #modes = new Map<ChatId, EditorMode>()

  textOf(chatId: ChatId, mode: EditorMode): string {
    return this.#texts.get(key(chatId, mode)) ?? ''
  }

  write(chatId: ChatId, mode: EditorMode, text: string): void {
    if (text === '') this.#texts.delete(key(chatId, mode))
    else this.#texts.set(key(chatId, mode), text)
  }

  /** A chat opens as an answer, unless one was writing a note in it. */
  modeOf(chatId: ChatId): EditorMode {
    return this.#modes.get(chatId) ?? 'reply'
  }

  choose(chatId: ChatId, mode: EditorMode): void {
    this.#modes.set(chatId, mode)
  }

  /** All that is being written. */
  texts(): { readonly chatId: ChatId; readonly mode: EditorMode; readonly text: string }[] {
    return [...this.#texts].map(([name, text]) => {
      const mode = name.startsWith('note:') ? 'note' : 'reply'
      return { chatId: name.slice(mode.length + 1) as ChatId, mode, text }
    })
  }

  clear(): void {
    this.#texts.clear()
    this.#modes.clear()
  }
}

function key(chatId: ChatId, mode: EditorMode): string {
  return `${mode}:${chatId}`
}
