import type { Visitor } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'

const CHATS = '40'
const PEOPLE = 8

/** Others of the same site by how their name, e-mail or number begins: each once, whoever said something last first. */
export async function findPeople(
  { call }: Pick<ChatClient, 'call'>,
  visitor: Visitor,
  search: string,
): Promise<readonly Visitor[]> {
  const { siteId, visitorId } = visitor
  const { chats } = await call('GET /v2/chats', { query: { search, siteId, limit: CHATS } })
  const people = new Map(chats.map((chat) => [chat.visitor.visitorId, chat.visitor]))
  people.delete(visitorId)
  return [...people.values()].slice(0, PEOPLE)
}
