import type { ChatId } from '#shared/ids.ts'
import type { Identity } from '../../domain/identity.ts'
import type { MessageRecord } from '../../domain/records.ts'
import type { HistoryPage, Storage } from '../../domain/storage.ts'

interface Reading {
  readonly storage: Storage
  readonly reader: Identity
  readonly chatId: ChatId
  readonly limit: number
}

// More pages than any test needs: a walk that does not end must fail, not hang.
const MAX_PAGES = 1_000

export function seqFor(reader: Identity, message: MessageRecord): number {
  return (reader.role === 'visitor' ? message.publicSeq : message.seq) ?? 0
}

/** Everything from the beginning, page after page. */
export async function walkOn(reading: Reading): Promise<MessageRecord[]> {
  const pages = await follow(reading, (pages) => {
    const last = pages.at(-1)?.at(-1)
    return { after: last === undefined ? 0 : seqFor(reading.reader, last) }
  })
  return pages.flat()
}

/** Everything from the end, page before page; in order all the same. */
export async function walkBack(reading: Reading): Promise<MessageRecord[]> {
  const pages = await follow(reading, (pages) => {
    const first = pages.at(-1)?.[0]
    return first === undefined ? {} : { before: seqFor(reading.reader, first) }
  })
  return pages.toReversed().flat()
}

/** What a client does that was away: from the last message and the last change that it knows of. */
export async function resync(
  reading: Reading,
  known: { after: number; changedAfter: number },
): Promise<MessageRecord[]> {
  const pages = await follow(reading, (pages) => ({
    after: Math.max(known.after, ...pages.flat().map((message) => seqFor(reading.reader, message))),
    changedAfter: Math.max(known.changedAfter, ...pages.flat().map(changedAt)),
  }))
  return pages.flat()
}

function changedAt({ editedAt, deletedAt }: MessageRecord): number {
  return deletedAt ?? editedAt ?? 0
}

/** Reads page after page while there is more; what to ask for follows from the pages so far. */
async function follow(
  { storage, reader, chatId, limit }: Reading,
  next: (pages: readonly (readonly MessageRecord[])[]) => Partial<HistoryPage>,
): Promise<(readonly MessageRecord[])[]> {
  const pages: (readonly MessageRecord[])[] = []
  while (pages.length < MAX_PAGES) {
    const { messages, hasMore } = await storage.history(reader, chatId, { limit, ...next(pages) })
    pages.push(messages)
    if (!hasMore) return pages
  }
  throw new Error('The history never ends')
}
