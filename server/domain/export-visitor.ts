import { MAX_PAGE_SIZE } from '#shared/limits.ts'
import type { Clock } from './clock.ts'
import { everyMessage } from './every-message.ts'
import type { FileLinks } from './file-links.ts'
import type { VisitorIdentity } from './identity.ts'
import type { ChatRecord, VisitorRecord } from './records.ts'
import type { Storage } from './storage.ts'
import { toTime, toTrail, toVisitor, toVisitorChat } from './views.ts'

interface Deps {
  readonly storage: Pick<Storage, 'trail' | 'chats' | 'history'>
  readonly links: FileLinks
  readonly clock: Clock
}

/** Everything that is held about a visitor, in pieces of one JSON text (`VisitorExport`): their own views, and so without notes. */
export async function* exportVisitor(
  deps: Deps,
  visitor: VisitorIdentity,
  record: VisitorRecord,
): AsyncGenerator<string> {
  const head = {
    exportedAt: toTime(deps.clock.now()),
    visitor: toVisitor(record),
    trail: toTrail(await deps.storage.trail(visitor.userId)),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"chats":[`
  let separator = ''
  for await (const chat of everyChat(deps, visitor)) {
    yield `${separator}{"chat":${JSON.stringify(toVisitorChat(chat, deps.links))},"messages":[`
    separator = ','
    let between = ''
    for await (const message of everyMessage(deps, visitor, chat.chatId)) {
      yield between + JSON.stringify(message)
      between = ','
    }
    yield ']}'
  }
  yield ']}'
}

async function* everyChat({ storage }: Deps, visitor: VisitorIdentity): AsyncGenerator<ChatRecord> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Awaited<ReturnType<Storage['chats']>> = await storage.chats(visitor, {
      limit: MAX_PAGE_SIZE,
      ...(cursor !== '' && { cursor }),
    })
    yield* page.chats
    cursor = page.nextCursor
  }
}
