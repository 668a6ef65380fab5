import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { isQuiet, type Notifying } from '#shared/notifying.ts'
import type { ClientState } from '../../core/state.ts'
import type { Attention } from '../attention.ts'
import { Arrivals, isSettled, type Arrival } from './arrivals.ts'
import type { Ledger } from './ledger.ts'
import type { SystemNotifications } from './system-notifications.ts'

export interface CallerOptions {
  readonly ownId: string
  readonly ledger: Ledger
  readonly notifications: Pick<SystemNotifications, 'show' | 'close' | 'closeAll'>
  readonly play: (kind: Arrival['kind'], volume: number) => void
  readonly maySound: () => boolean
  readonly attention: () => Attention
  /** The chat on screen. */
  readonly shownChat: () => ChatId | null
  readonly notifying: () => Notifying
  /** Whether this person is there to take what nobody has taken. */
  readonly isAvailable: () => boolean
  readonly words: (arrival: Arrival) => { title: string; body: string }
}

export const REPEAT_MS = 30_000

/**
 * The best page rings: the one somebody is looking at knows best, and one that was never touched is not allowed a sound. The waiting also
 * makes one call of a burst, and leaves another device the time to say that it was read there.
 */
const WAIT_MS: Readonly<Record<Attention, number>> = { focused: 250, visible: 500, hidden: 750 }
const SILENT_MS = 750

/** Calls somebody for what arrives, once over all of their tabs, until they have seen it. */
export class Caller {
  readonly #options: CallerOptions
  readonly #arrivals = new Arrivals()
  /** What somebody was called for, or is about to be, by chat. */
  readonly #open = new Map<ChatId, Arrival>()
  readonly #waiting = new Map<ChatId, ReturnType<typeof setTimeout>>()
  #repeating: ReturnType<typeof setInterval> | undefined
  #isOver = false

  constructor(options: CallerOptions) {
    this.#options = options
  }

  follow(state: ClientState): void {
    if (this.#isOver) return
    const { ownId } = this.#options
    for (const arrival of this.#arrivals.follow(state, ownId)) this.#take(arrival)
    if (this.#open.size === 0) return
    const listed = new Map(state.inbox?.chats.map((chat) => [chat.chatId, chat]))
    for (const arrival of this.#open.values()) {
      const chat = latest(state, arrival.chat) ?? listed.get(arrival.chat.chatId) ?? arrival.chat
      if (isSettled(arrival, chat, ownId)) this.#settle(chat.chatId)
      else if (chat !== arrival.chat) this.#open.set(chat.chatId, { ...arrival, chat })
    }
  }

  end(): void {
    this.#isOver = true
    for (const timer of this.#waiting.values()) clearTimeout(timer)
    clearInterval(this.#repeating)
    this.#waiting.clear()
    this.#open.clear()
    this.#options.notifications.closeAll()
  }

  #take(arrival: Arrival): void {
    const { chatId } = arrival.chat
    if (arrival.kind === 'newChat' && !this.#options.isAvailable()) return
    if (this.#isLookedAt(chatId)) return void this.#claim(arrival)
    this.#open.set(chatId, arrival)
    if (this.#waiting.has(chatId)) return
    const wait = WAIT_MS[this.#options.attention()] + (this.#options.maySound() ? 0 : SILENT_MS)
    this.#waiting.set(
      chatId,
      setTimeout(() => void this.#call(chatId), wait),
    )
  }

  async #call(chatId: ChatId): Promise<void> {
    this.#waiting.delete(chatId)
    const arrival = this.#open.get(chatId)
    if (arrival === undefined) return
    const isOurs = await this.#claim(arrival)
    // It may have been read meanwhile.
    if (isOurs && this.#open.has(chatId)) this.#ring(arrival)
    this.#repeat()
  }

  #ring(arrival: Arrival): void {
    const { notifying, notifications, play, attention, words } = this.#options
    const { kinds, volume, quietHours } = notifying()
    const { isShown, isHeard } = kinds[arrival.kind]
    if (isQuiet(quietHours, new Date())) return
    if (isHeard) play(arrival.kind, volume)
    if (isShown && attention() !== 'focused') {
      notifications.show({ chatId: arrival.chat.chatId, ...words(arrival) })
    }
  }

  /** Every tab counts the time and asks; the ledger lets one of them ring, so that it goes on when that one is closed. */
  #repeat(): void {
    if (this.#repeating !== undefined || this.#open.size === 0 || this.#isOver) return
    this.#repeating = setInterval(() => void this.#ringAgain(), REPEAT_MS)
  }

  async #ringAgain(): Promise<void> {
    if (!this.#options.notifying().isRepeated || !this.#options.maySound()) return
    for (const arrival of this.#open.values()) {
      const isDue = await this.#claim(arrival, REPEAT_MS / 2)
      if (isDue && this.#open.has(arrival.chat.chatId)) return this.#ring(arrival)
    }
  }

  #settle(chatId: ChatId): void {
    clearTimeout(this.#waiting.get(chatId))
    this.#waiting.delete(chatId)
    this.#open.delete(chatId)
    this.#options.notifications.close(chatId)
    if (this.#open.size > 0) return
    clearInterval(this.#repeating)
    this.#repeating = undefined
  }

  #claim({ chat: { chatId }, message: { seq } }: Arrival, afterMs?: number): Promise<boolean> {
    const claim = { chatId, seq, now: Date.now() }
    return this.#options.ledger.claim(afterMs === undefined ? claim : { ...claim, afterMs })
  }

  #isLookedAt(chatId: ChatId): boolean {
    return this.#options.attention() === 'focused' && this.#options.shownChat() === chatId
  }
}

/** What is known best of a chat: what was told last, or is on screen. What nobody knows has not changed. */
function latest({ inbox, chats }: ClientState, { chatId }: Chat): Chat | null | undefined {
  return inbox?.heard?.chatId === chatId ? inbox.heard : chats.get(chatId)?.chat
}
