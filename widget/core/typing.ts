import type { ServerPayload } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import { TYPING_THROTTLE_MS, TYPING_TTL_MS } from '#shared/limits.ts'
import type { Cancel, Environment } from './environment.ts'
import type { Lifetime } from './lifetime.ts'
import type { Typist } from './state.ts'

const IDLE_MS = 3_000

/** One's own typing: told at most once a second, and ended after three seconds without a keystroke. */
export interface OwnTyping {
  set(chatId: ChatId, isTyping: boolean, isInternal: boolean): void
}

interface Keystrokes {
  readonly isInternal: boolean
  toldAt: number
  cancelIdle: Cancel
}

export function createOwnTyping(
  life: Lifetime,
  { now }: Pick<Environment, 'now'>,
  tell: (event: 'typing:start' | 'typing:stop', payload: { chatId: ChatId; isInternal: boolean }) => void,
): OwnTyping {
  const typing = new Map<ChatId, Keystrokes>()

  function stop(chatId: ChatId): void {
    const keystrokes = typing.get(chatId)
    if (keystrokes === undefined) return
    typing.delete(chatId)
    keystrokes.cancelIdle()
    tell('typing:stop', { chatId, isInternal: keystrokes.isInternal })
  }

  return {
    set(chatId, isTyping, isInternal) {
      const held = typing.get(chatId)
      // From a note to a message: the colleagues who saw the one end must see the other begin.
      if (!isTyping || (held !== undefined && held.isInternal !== isInternal)) stop(chatId)
      if (!isTyping) return
      const keystrokes = typing.get(chatId) ?? { isInternal, toldAt: -Infinity, cancelIdle: () => {} }
      typing.set(chatId, keystrokes)
      keystrokes.cancelIdle()
      keystrokes.cancelIdle = life.after(IDLE_MS, () => stop(chatId))
      if (now() - keystrokes.toldAt < TYPING_THROTTLE_MS) return
      keystrokes.toldAt = now()
      tell('typing:start', { chatId, isInternal })
    },
  }
}

/** Who else is typing; each ends by themself, since an event that says so may be lost. */
export interface Typists {
  start(typing: ServerPayload<'user:typing'>): void
  stop(chatId: ChatId, userId: string): void
}

export function createTypists(
  life: Lifetime,
  show: (chatId: ChatId, change: (typists: readonly Typist[]) => readonly Typist[]) => void,
): Typists {
  const expiries = new Map<string, Cancel>()

  function stop(chatId: ChatId, userId: string): void {
    const key = `${chatId} ${userId}`
    expiries.get(key)?.()
    if (!expiries.delete(key)) return
    show(chatId, (typists) => typists.filter((typist) => typist.userId !== userId))
  }

  return {
    start({ chatId, userId, userType, userName }) {
      const key = `${chatId} ${userId}`
      expiries.get(key)?.()
      expiries.set(
        key,
        life.after(TYPING_TTL_MS, () => stop(chatId, userId)),
      )
      show(chatId, (typists) =>
        typists.some((typist) => typist.userId === userId)
          ? typists
          : [...typists, { userId, userType, userName }],
      )
    },
    stop,
  }
}
