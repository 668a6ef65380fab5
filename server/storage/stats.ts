import type { StatsStorage } from '../domain/stats-storage.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Access } from './access.ts'
import { chatsOpened } from './statements/stats.ts'
import { visibleSites } from './visible-sites.ts'

export function statsStorage({ read }: Access): StatsStorage {
  return {
    statRows: (reader, { siteId, from, until }) =>
      read(({ db }) => {
        const sites = visibleSites(db, reader).filter((id) => siteId === undefined || id === siteId)
        if (siteId !== undefined && sites.length === 0) throw new Refusal('site_not_found')
        return sites
          .flatMap((site) => db.all(chatsOpened, site, from, until))
          .toSorted((a, b) => a.openedAt - b.openedAt || (a.chatId < b.chatId ? -1 : 1))
      }),
  }
}
