import type { ChatId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'

export interface ConsoleLogin {
  readonly commercial: Commercial
}

export interface ConsoleLogout {
  /** The contract's code, when a session ended that nobody had ended. */
  readonly reason?: string
}

export interface ConsoleUnread {
  /** Chats that wait for this person: their own with something unread, and all that nobody has taken. */
  readonly count: number
}

export interface ConsoleNavigate {
  readonly chatId: ChatId | null
}

/** What the page that holds a console can hear from it. */
export interface ChatConsoleEventMap {
  'console-login': CustomEvent<ConsoleLogin>
  'console-logout': CustomEvent<ConsoleLogout>
  'console-unread': CustomEvent<ConsoleUnread>
  'console-navigate': CustomEvent<ConsoleNavigate>
}

export function announce<Name extends keyof ChatConsoleEventMap>(
  from: EventTarget,
  name: Name,
  detail: ChatConsoleEventMap[Name]['detail'],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}

declare global {
  interface HTMLElementEventMap extends ChatConsoleEventMap {}
}
