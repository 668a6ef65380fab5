import type { ChatId, VisitorId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { saveFile } from '../save-file.ts'

const PAGE = '100'

/** Everything that is held of a visitor, as a file that may be given to them: what the team says among itself is not in it. */
export async function exportVisitor({ call }: ChatClient, visitorId: VisitorId): Promise<void> {
  const { trail, chats, ...visitor } = await call('GET /v2/visitors/:visitorId', { params: { visitorId } })
  const told = []
  for (const { tags: _, unreadCount: __, lastMessage: ___, ...chat } of chats) {
    told.push({ chat, messages: await messagesOf(call, chat.chatId) })
  }
  const all = { exportedAt: new Date().toISOString(), visitor, trail, chats: told }
  saveFile(`visitor-${visitorId}.json`, JSON.stringify(all, null, 2), 'application/json')
}

async function messagesOf(call: ChatClient['call'], chatId: ChatId): Promise<readonly Message[]> {
  const found: Message[] = []
  let after = 0
  for (;;) {
    const query = { after: String(after), limit: PAGE }
    const { messages, hasMore } = await call('GET /v2/messages/chat/:chatId', { params: { chatId }, query })
    found.push(...messages.filter(({ isInternal }) => !isInternal))
    after = messages.at(-1)?.seq ?? after
    if (!hasMore || messages.length === 0) return found
  }
}
