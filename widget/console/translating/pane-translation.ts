import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { SentMessage, Thread, ThreadMessage } from '../../core/state.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { mayTranslate } from './browser-api.ts'
import type { MessageTranslations } from './message-translations.ts'

interface Host extends ReactiveControllerHost {
  readonly l10n: ConsoleLocalization
  /** Of the chat on screen. */
  thread(): Thread
  chat(): Chat | undefined
}

/** The newest are what is read. */
const MOST_AT_ONCE = 50

/** Translations below the visitor's messages, by the browser itself: of one, or of all that a chat has and will have. */
export class PaneTranslation implements ReactiveController {
  readonly #host: Host
  readonly #chats = new Set<ChatId>()
  readonly #messages = new Set<string>()
  /** Comes when somebody first wants something translated. */
  #translations: MessageTranslations | undefined
  #locale = ''
  #below: ((message: ThreadMessage) => unknown) | undefined

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostUpdate(): void {
    const translations = this.#translations
    if (translations === undefined) return
    const { locale } = this.#host.l10n
    if (locale !== this.#locale) {
      this.#locale = locale
      void translations.speak(locale)
    }
    const chat = this.#host.chat()
    if (chat === undefined || !this.#chats.has(chat.chatId)) return
    for (const message of this.#host.thread().filter(isToTranslate).slice(-MOST_AT_ONCE)) {
      if (translations.of(message) === undefined) this.#want(message)
    }
  }

  hostDisconnected(): void {
    this.#chats.clear()
    this.#messages.clear()
  }

  /** Whether the chat on screen is translated as it comes; null: there is nothing to translate, or nothing to do it with. */
  get isOn(): boolean | null {
    const chat = this.#host.chat()
    if (chat === undefined || !mayTranslate(chat.visitor.locale, this.#host.l10n.locale)) return null
    return this.#chats.has(chat.chatId)
  }

  /** For the list: what stands below a message. Another one whenever something has changed. */
  get below(): ((message: ThreadMessage) => unknown) | undefined {
    return this.#below
  }

  may(message: SentMessage): boolean {
    return this.isOn === false && isToTranslate(message)
  }

  async toggle(): Promise<void> {
    const chatId = this.#host.chat()?.chatId
    if (chatId === undefined) return
    if (!this.#chats.delete(chatId)) this.#chats.add(chatId)
    this.#translations?.forgetFailures()
    this.#changed()
    await this.#bring()
  }

  async translate(message: SentMessage): Promise<void> {
    this.#messages.add(message.messageId)
    if (await this.#bring()) this.#want(message)
  }

  async #bring(): Promise<boolean> {
    try {
      const [{ MessageTranslations }] = await Promise.all([
        import('./message-translations.ts'),
        import('./translated.ts'),
      ])
      this.#translations ??= new MessageTranslations(() => this.#changed())
      this.#changed()
      return true
    } catch {
      // Without a network the next press tries again.
      return false
    }
  }

  #want(message: SentMessage): void {
    const { locale } = this.#host.l10n
    const expected = this.#host.chat()?.visitor.locale ?? locale
    this.#translations?.want(message, { expected, own: locale })
  }

  #changed(): void {
    const translations = this.#translations
    this.#below =
      translations &&
      ((message) => {
        if (message.delivery !== 'sent') return nothing
        const isWanted = this.#messages.has(message.messageId) || this.#chats.has(message.chatId)
        const translated = isWanted ? translations.of(message) : undefined
        // In a chat that is translated, messages in one's own language need no word about that.
        if (translated === undefined) return nothing
        if (translated.state === 'same' && !this.#messages.has(message.messageId)) return nothing
        return html`<chat-translated
          .translated=${translated}
          .words=${translations.words}
          .l10n=${this.#host.l10n}
        ></chat-translated>`
      })
    this.#host.requestUpdate()
  }
}

function isToTranslate(message: ThreadMessage): message is SentMessage {
  return (
    message.delivery === 'sent' &&
    message.senderType === 'visitor' &&
    message.deletedAt === undefined &&
    message.content.trim() !== ''
  )
}
