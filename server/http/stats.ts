import type { Hono } from 'hono'
import type { FileLinks } from '../domain/file-links.ts'
import { asCommercial } from '../domain/identity.ts'
import { readStats, readStatsChats } from '../domain/read-stats.ts'
import { statsCsv } from '../domain/stats-csv.ts'
import type { Storage } from '../domain/storage.ts'
import { toChatFor } from '../domain/views.ts'
import type { Env } from './env.ts'
import type { RateLimits } from './rate-limits.ts'
import { route } from './route.ts'

/** How it goes: the figures, the chats behind each, and all of them as a table. */
export function mountStats(
  app: Hono<Env>,
  deps: { readonly storage: Storage; readonly links: FileLinks; readonly limits: RateLimits },
): void {
  route(app, 'GET /v2/stats', async ({ query, identity }) => ({
    result: await readStats(deps, asCommercial(identity), query),
  }))

  route(app, 'GET /v2/stats/chats', async ({ query, identity }) => {
    const { chats, nextCursor } = await readStatsChats(deps, asCommercial(identity), query)
    return { result: { chats: chats.map((chat) => toChatFor(identity, chat, deps.links)), nextCursor } }
  })

  route(app, 'GET /v2/stats/chats.csv', async ({ query, identity }) => {
    await deps.limits.download(identity.userId)
    const pieces = await statsCsv(deps, asCommercial(identity), query)
    const fileName = `chats-${query.from}-${query.to}.csv`
    return { download: { fileName, mediaType: 'text/csv', pieces } }
  })
}
