import type { Ack } from '#shared/events.ts'
import { rooms } from '#shared/rooms.ts'
import type { Clock } from '../domain/clock.ts'
import { audienceOf, type Identity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Storage } from '../domain/storage.ts'
import { toHeadFor, toTime } from '../domain/views.ts'
import { parseChatAddress, type ChatAddress } from './chat-address.ts'
import type { Connection } from './connection.ts'
import type { Typing } from './typing.ts'

const MAX_CHATS = 100

export interface JoiningDeps {
  readonly storage: Pick<Storage, 'chat' | 'chatHeads' | 'epoch'>
  readonly typing: Pick<Typing, 'end'>
  readonly clock: Clock
}

/** Hear a chat from now on. It takes the same right as reading its history, and is refused in the same words. */
export async function joinChat(
  { storage, clock }: JoiningDeps,
  connection: Connection,
  address: string,
): Promise<Ack<'chat:join'>> {
  const asked = parseChatAddress(address)
  const { socket, joined } = connection
  const { chatId } = asked
  if (joined.size >= MAX_CHATS && !joined.has(chatId)) throw new Refusal('rate_limited')
  const identity = await whoMayHear(storage, connection, asked)
  // A socket that left meanwhile joins no room by itself; it must not be counted as joined either.
  if (!socket.connected) throw new Refusal('chat_not_found')
  joined.set(chatId, identity)
  const audience = audienceOf(identity)
  await socket.join(
    audience === 'visitor' ? rooms.chat(chatId) : [rooms.chat(chatId), rooms.chatCommercials(chatId)],
  )
  // Read after joining: whatever is committed later than this is heard, and whatever came before is in the head.
  const [head] = await storage.chatHeads([chatId])
  if (head === undefined) throw new Refusal('chat_not_found')
  const membership = { chatId, roomName: roomNameOf(asked), timestamp: toTime(clock.now()) }
  socket.emit('chat:joined', membership)
  return { success: true, ...membership, ...toHeadFor(audience, head), epoch: storage.epoch }
}

/** Hear it no more. Leaving what was never joined is no failure. */
export async function leaveChat(
  { typing, clock }: JoiningDeps,
  connection: Connection,
  address: string,
): Promise<Ack<'chat:leave'>> {
  const asked = parseChatAddress(address)
  const { socket, joined } = connection
  const { chatId } = asked
  typing.end(connection, chatId)
  joined.delete(chatId)
  await socket.leave(rooms.chat(chatId))
  await socket.leave(rooms.chatCommercials(chatId))
  const membership = { chatId, roomName: roomNameOf(asked), timestamp: toTime(clock.now()) }
  socket.emit('chat:left', membership)
  return { success: true, ...membership }
}

async function whoMayHear(
  storage: Pick<Storage, 'chat'>,
  { identities }: Connection,
  { chatId, withNotes }: ChatAddress,
): Promise<Identity> {
  for (const identity of identities) {
    if (withNotes && identity.role === 'visitor') continue
    if (await canRead(storage, identity, chatId)) return identity
  }
  throw new Refusal('chat_not_found')
}

async function canRead(
  storage: Pick<Storage, 'chat'>,
  identity: Identity,
  chatId: ChatAddress['chatId'],
): Promise<boolean> {
  try {
    await storage.chat(identity, chatId)
    return true
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'chat_not_found') return false
    throw cause
  }
}

function roomNameOf({ chatId, withNotes }: ChatAddress): string {
  return withNotes ? rooms.chatCommercials(chatId) : rooms.chat(chatId)
}
