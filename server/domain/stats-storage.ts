import type { ChatStatus } from '#shared/chat.ts'
import type { ChatId, CommercialId, SiteId } from '#shared/ids.ts'
import type { CommercialIdentity } from './identity.ts'

/** What the figures need of a chat in which something was said. Times in milliseconds. */
export interface StatRow {
  readonly chatId: ChatId
  readonly openedAt: number
  /** When the visitor first wrote; null: never. */
  readonly askedAt: number | null
  readonly firstResponseAt: number | null
  readonly firstResponseBy: CommercialId | null
  readonly closedAt: number | null
  readonly status: ChatStatus
  readonly score: number | null
}

export interface StatsStorage {
  /** The chats opened in a period (its end exclusive) on one site, or on all of the reader's, in order. `site_not_found` for a site that is not theirs. */
  statRows(
    reader: CommercialIdentity,
    period: { siteId: SiteId | undefined; from: number; until: number },
  ): Promise<StatRow[]>
}
