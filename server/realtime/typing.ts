import type { Ack, ServerPayload } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import { TYPING_THROTTLE_MS, TYPING_TTL_MS } from '#shared/limits.ts'
import { rooms } from '#shared/rooms.ts'
import type { Clock } from '../domain/clock.ts'
import { audienceOf, type Identity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import { LAGGING } from './backlog.ts'
import { parseChatAddress } from './chat-address.ts'
import { joinedAs, type ChatServer, type Connection } from './connection.ts'
import type { Timers } from './timers.ts'

/** Who is writing: told to the others at once and kept nowhere. */
export interface Typing {
  start(connection: Connection, signal: TypingSignal): Ack<'typing:start'>
  stop(connection: Connection, signal: TypingSignal): Ack<'typing:stop'>
  /** As if they had stopped, because they left the chat. */
  end(connection: Connection, chatId: ChatId): void
  /** The same for every chat: the socket is gone. */
  forget(connection: Connection): void
}

interface TypingSignal {
  /** An address, as the client spelled it. */
  readonly chatId: string
  /** A note is being written: that, too, is nothing a visitor may know. */
  readonly isInternal: boolean
}

/** What the others were last told of one connection in one chat. */
interface Told {
  readonly at: number
  /** Null once they were told of the stop. */
  readonly ongoing: { readonly room: string; readonly stopWaiting: () => void } | null
}

interface Deps {
  readonly io: ChatServer
  readonly clock: Clock
  readonly timers: Timers
}

export function createTyping({ io, clock, timers }: Deps): Typing {
  const told = new Map<Connection, Map<ChatId, Told>>()

  function tell(event: 'user:typing' | 'user:stop-typing', room: string, { by, chatId }: Writing): void {
    // The writer's other tabs share the session, and need not be told what their own person does.
    io.to(room)
      .except([rooms.session(by.sessionId), LAGGING])
      .emit(event, toTypist(by, chatId))
  }

  function end(connection: Connection, chatId: ChatId): void {
    const chats = told.get(connection)
    const last = chats?.get(chatId)
    const by = connection.joined.get(chatId)
    if (chats === undefined || by === undefined || !last?.ongoing) return
    last.ongoing.stopWaiting()
    chats.set(chatId, { at: last.at, ongoing: null })
    tell('user:stop-typing', last.ongoing.room, { by, chatId })
  }

  return {
    start(connection, signal) {
      const { by, chatId, room } = readSignal(connection, signal)
      const chats = told.get(connection) ?? new Map<ChatId, Told>()
      told.set(connection, chats)
      // From a message to a note: to those who hear no notes, they have stopped.
      if (chats.get(chatId)?.ongoing?.room !== room) end(connection, chatId)
      const last = chats.get(chatId)
      const isDue = last === undefined || clock.now() - last.at >= TYPING_THROTTLE_MS
      if (!isDue && last.ongoing === null) return { success: true }
      last?.ongoing?.stopWaiting()
      const stopWaiting = timers.after(TYPING_TTL_MS, () => end(connection, chatId))
      chats.set(chatId, { at: isDue ? clock.now() : last.at, ongoing: { room, stopWaiting } })
      if (isDue) tell('user:typing', room, { by, chatId })
      return { success: true }
    },

    stop(connection, signal) {
      end(connection, readSignal(connection, signal).chatId)
      return { success: true }
    },

    end,

    forget(connection) {
      for (const chatId of told.get(connection)?.keys() ?? []) end(connection, chatId)
      told.delete(connection)
    },
  }
}

interface Writing {
  readonly by: Identity
  readonly chatId: ChatId
}

function readSignal(connection: Connection, signal: TypingSignal): Writing & { readonly room: string } {
  const { chatId, withNotes } = parseChatAddress(signal.chatId)
  const by = joinedAs(connection, chatId)
  const isVisitor = audienceOf(by) === 'visitor'
  if (withNotes && isVisitor) throw new Refusal('chat_not_found')
  if (signal.isInternal && isVisitor) throw new Refusal('internal_not_allowed')
  return {
    by,
    chatId,
    room: signal.isInternal || withNotes ? rooms.chatCommercials(chatId) : rooms.chat(chatId),
  }
}

function toTypist(by: Identity, chatId: ChatId): ServerPayload<'user:typing'> {
  return { chatId, userId: by.userId, userType: audienceOf(by), userName: by.name }
}
