import type { DefaultEventsMap, Server, Socket } from 'socket.io'
import type { ClientToServerEvents, ServerToClientEvents } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Identified } from '../auth/identify.ts'
import type { Identity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'

/** What the handshake leaves for the connection: who is asking, the one that counts first. */
interface SocketData {
  proofs: readonly Identified[]
}

export type ChatServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>
export type ChatSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>
/** What carries a socket: when it goes, the client sees a broken network and connects again. */
export type Carrier = ChatSocket['conn']

/** One socket from its welcome to its end, with everything that is kept for it: when it goes, all of it goes. */
export interface Connection {
  readonly socket: ChatSocket
  /** Two when a browser holds both cookies: the console's counts, the visitor's may still join what only it may. */
  readonly identities: readonly Identity[]
  /** The chats it hears, each with the identity that may. */
  readonly joined: Map<ChatId, Identity>
}

/** Who this is; null: nobody. */
export function identityOf({ identities }: Connection): Identity | null {
  return identities[0] ?? null
}

/** As whom the connection hears this chat; to one that does not hear it, it does not exist. */
export function joinedAs({ joined }: Connection, chatId: ChatId): Identity {
  const identity = joined.get(chatId)
  if (identity === undefined) throw new Refusal('chat_not_found')
  return identity
}
