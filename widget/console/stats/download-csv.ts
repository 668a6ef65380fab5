import type { StatsQuery } from '#shared/stats.ts'
import type { ChatClient } from '../../core/chat-client.ts'

/** Fetched like every other answer and given to the browser to keep: a link would carry no token of a back office. */
export async function downloadCsv(client: ChatClient, query: StatsQuery): Promise<void> {
  const table = await client.call('GET /v2/stats/chats.csv', { query })
  const address = URL.createObjectURL(new Blob([table], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `chats-${query.from}-${query.to}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
