import type { ChatId } from '#shared/ids.ts'
import type { History, HistoryQuery } from '#shared/message.ts'
import type { FileLinks } from './file-links.ts'
import { audienceOf, type Identity } from './identity.ts'
import type { Storage } from './storage.ts'
import { toHeadFor, toMessageFor } from './views.ts'

/** One page of a chat as this reader sees it, with what tells whether they are behind. */
export async function readHistory(
  { storage, links }: { storage: Pick<Storage, 'history' | 'epoch'>; links: FileLinks },
  reader: Identity,
  { chatId, query }: { chatId: string; query: HistoryQuery },
): Promise<History> {
  const { messages, hasMore, chat } = await storage.history(reader, chatId as ChatId, query)
  return {
    messages: messages.map((message) => toMessageFor(reader, message, links)),
    hasMore,
    ...toHeadFor(audienceOf(reader), chat),
    epoch: storage.epoch,
  }
}
