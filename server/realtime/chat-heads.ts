import type { ChatId } from '#shared/ids.ts'
import { CHAT_HEAD_INTERVAL_MS } from '#shared/limits.ts'
import { rooms } from '#shared/rooms.ts'
import type { ChatStorage } from '../domain/storage.ts'
import { toHeadFor } from '../domain/views.ts'
import { LAGGING } from './backlog.ts'
import type { ChatServer, Connection } from './connection.ts'
import type { Timers } from './timers.ts'

/** Chats asked about in one step of the store. */
const BATCH = 500

interface Deps {
  readonly io: ChatServer
  readonly connections: Iterable<Connection>
  readonly storage: Pick<ChatStorage, 'chatHeads'>
  readonly timers: Timers
  readonly report: (cause: unknown) => void
}

/** Tells, every half minute, where each joined chat stands, so that a client which missed something without noticing finds out. */
export function announceHeads(deps: Deps): () => void {
  return deps.timers.every(CHAT_HEAD_INTERVAL_MS, () => void announceAll(deps).catch(deps.report))
}

async function announceAll({ io, connections, storage }: Deps): Promise<void> {
  const joined = new Set<ChatId>()
  for (const connection of connections) for (const chatId of connection.joined.keys()) joined.add(chatId)
  const chatIds = [...joined]
  for (let at = 0; at < chatIds.length; at += BATCH) {
    for (const head of await storage.chatHeads(chatIds.slice(at, at + BATCH))) {
      const { chatId } = head
      const commercials = rooms.chatCommercials(chatId)
      // `local`: every process announces to its own sockets.
      io.local
        .to(commercials)
        .except(LAGGING)
        .emit('chat:head', { chatId, ...toHeadFor('commercial', head) })
      io.local
        .to(rooms.chat(chatId))
        .except([commercials, LAGGING])
        .emit('chat:head', { chatId, ...toHeadFor('visitor', head) })
    }
  }
}
