import { routeChats, wakeChats } from './domain/manage-chat.ts'
import type { Presence } from './domain/presence.ts'
import type { Deps as ChatDeps } from './domain/send-message.ts'
import type { OnlineTeams, PeopleStorage } from './domain/storage.ts'
import type { Timers } from './realtime/timers.ts'

// What is due is in the store, not in timers: a restart, or a clock that jumps, forgets and repeats nothing.
const ROUND_MS = 1_000

interface Deps extends ChatDeps {
  readonly storage: ChatDeps['storage'] & Pick<PeopleStorage, 'sites'>
  readonly presence: Pick<Presence, 'teamOf'>
}

/** What time alone brings about: looks round every second until it is stopped, which lets the round under way finish. */
export function startRounds(
  deps: Deps,
  { timers, report }: { timers: Timers; report: (cause: unknown) => void },
): () => Promise<void> {
  let underWay: Promise<void> | null = null
  const stop = timers.every(ROUND_MS, () => {
    underWay ??= makeRound(deps)
      .catch(report)
      .finally(() => {
        underWay = null
      })
  })
  return async () => {
    stop()
    await underWay
  }
}

async function makeRound(deps: Deps): Promise<void> {
  await wakeChats(deps)
  await routeChats(deps, await onlineTeams(deps))
  await deps.storage.indexMessages()
}

/** Of the sites that want their chats given out. */
async function onlineTeams({ storage, presence }: Deps): Promise<OnlineTeams> {
  const sites = await storage.sites()
  const routed = sites.filter(({ settings }) => settings.routing.mode !== 'manual')
  return new Map(
    routed.map(({ siteId }) => {
      const online = presence.teamOf([siteId]).filter(({ status }) => status === 'online')
      return [siteId, online.map(({ commercialId }) => commercialId)]
    }),
  )
}
