import type { ChatId } from '#shared/ids.ts'
import { MAX_PAGE_SIZE } from '#shared/limits.ts'
import type { Message } from '#shared/message.ts'
import type { FileLinks } from './file-links.ts'
import type { Identity } from './identity.ts'
import type { Storage } from './storage.ts'
import { toMessageFor } from './views.ts'

/** A chat from its beginning to its end as this reader sees it, a page of messages at a time. */
export async function* everyMessage(
  { storage, links }: { storage: Pick<Storage, 'history'>; links: FileLinks },
  reader: Identity,
  chatId: ChatId,
): AsyncGenerator<Message> {
  for (let after: number | null = 0; after !== null;) {
    const { messages, hasMore } = await storage.history(reader, chatId, { limit: MAX_PAGE_SIZE, after })
    const page = messages.map((message) => toMessageFor(reader, message, links))
    yield* page
    after = hasMore ? (page.at(-1)?.seq ?? null) : null
  }
}
