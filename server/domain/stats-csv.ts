import type { StatsQuery } from '#shared/stats.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv.ts'
import type { CommercialIdentity } from './identity.ts'
import { readFacts } from './read-stats.ts'
import type { ChatFacts } from './statistics.ts'
import type { ChatRecord } from './records.ts'
import type { ChatStorage, PeopleStorage } from './storage.ts'
import type { StatsStorage } from './stats-storage.ts'
import { toTime } from './views.ts'

interface Deps {
  readonly storage: StatsStorage & Pick<ChatStorage, 'chat'> & Pick<PeopleStorage, 'commercialsOf'>
}

// Read at once: some milliseconds, after which others have their turn.
const PIECE = 50

const COLUMNS = [
  'chatId',
  'siteId',
  'openedAt',
  'status',
  'outcome',
  'visitorName',
  'visitorEmail',
  'assignee',
  'tags',
  'firstResponseSeconds',
  'closedAt',
  'resolutionSeconds',
  'messages',
  'rating',
]

/** The chats of a period, one row each, in the order in which they were opened. */
export async function statsCsv(
  deps: Deps,
  reader: CommercialIdentity,
  query: StatsQuery,
): Promise<AsyncIterable<string>> {
  // Before the first byte, so that a refusal is still an answer of its own.
  const facts = await readFacts(deps, reader, query)
  return pieces(deps, reader, facts)
}

async function* pieces(
  { storage }: Deps,
  reader: CommercialIdentity,
  facts: readonly ChatFacts[],
): AsyncIterable<string> {
  yield `${BYTE_ORDER_MARK}${csvLine(COLUMNS)}`
  for (let start = 0; start < facts.length; start += PIECE) {
    const some = facts.slice(start, start + PIECE)
    const lines = some.map(async (one) => toLine(one, await storage.chat(reader, one.row.chatId)))
    yield (await Promise.all(lines)).join('')
  }
}

function toLine({ row, outcome, response, resolution }: ChatFacts, chat: ChatRecord): string {
  return csvLine([
    chat.chatId,
    chat.siteId,
    toTime(row.openedAt),
    row.status,
    outcome,
    chat.visitor.name,
    chat.visitor.email,
    chat.assignee?.name ?? null,
    chat.tags.join(', '),
    inSeconds(response),
    row.closedAt === null ? null : toTime(row.closedAt),
    inSeconds(resolution),
    // What was said, notes apart.
    chat.lastPublicSeq,
    row.score,
  ])
}

function inSeconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1_000)
}
