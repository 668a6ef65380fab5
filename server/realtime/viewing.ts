import type { Ack } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import { rooms } from '#shared/rooms.ts'
import { asCommercial, type CommercialIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Storage } from '../domain/storage.ts'
import type { ViewedChat, Viewers } from '../domain/viewers.ts'
import { toTeammate } from '../domain/views.ts'
import { LAGGING } from './backlog.ts'
import { parseChatAddress } from './chat-address.ts'
import { identityOf, type ChatServer, type Connection } from './connection.ts'

/** Tells the team who of them is looking at which chat, so that nobody talks over a colleague. */
export interface Viewing {
  /** This connection looks at a chat, and at no other. */
  start(connection: Connection, address: string): Promise<Ack<'viewing:start'>>
  stop(connection: Connection, address: string): Ack<'viewing:stop'>
  /** The connection is gone. */
  forget(connection: Connection): void
}

interface Deps {
  readonly io: ChatServer
  readonly viewers: Viewers
  readonly storage: Pick<Storage, 'chat'>
}

export function createViewing({ io, viewers, storage }: Deps): Viewing {
  const lookingAt = new Map<Connection, { chat: ViewedChat; by: CommercialIdentity }>()

  function tell({ chatId, siteId }: ViewedChat): void {
    const told = { chatId, viewers: viewers.of(chatId).map(toTeammate) }
    io.to(rooms.siteCommercials(siteId)).except(LAGGING).emit('chat:viewers', told)
  }

  function end(connection: Connection): void {
    const looking = lookingAt.get(connection)
    if (looking === undefined) return
    lookingAt.delete(connection)
    if (viewers.leave(looking.chat.chatId, looking.by.userId)) tell(looking.chat)
  }

  return {
    async start(connection, address) {
      const { chatId } = parseChatAddress(address)
      const by = asCommercial(whoLooks(connection))
      const { siteId } = await storage.chat(by, chatId)
      // One that left meanwhile looks at nothing, and nobody would ever take it off the list.
      if (!connection.socket.connected) throw new Refusal('chat_not_found')
      if (lookingAt.get(connection)?.chat.chatId !== chatId) {
        end(connection)
        lookingAt.set(connection, { chat: { chatId, siteId }, by })
        const isNews = viewers.enter({ chatId, siteId }, { commercialId: by.userId, name: by.name })
        if (isNews) tell({ chatId, siteId })
      }
      return { success: true, viewers: viewers.of(chatId).map(toTeammate) }
    },
    stop(connection, address) {
      const chatId: ChatId = parseChatAddress(address).chatId
      if (lookingAt.get(connection)?.chat.chatId === chatId) end(connection)
      return { success: true }
    },
    forget: end,
  }
}

function whoLooks(connection: Connection) {
  const identity = identityOf(connection)
  if (identity === null) throw new Refusal('unauthenticated')
  return identity
}
