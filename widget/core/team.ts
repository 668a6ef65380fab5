import type { ServerPayload } from '#shared/events.ts'
import type { PresenceStatus } from '#shared/person.ts'
import type { Core } from './core.ts'

/** Colleagues, and who of them is there. */
export interface Team {
  read(): void
  changed(commercialId: string, status: PresenceStatus): void
  /** Who is there now; nobody else is. */
  told(present: ServerPayload<'presence:state'>['present']): void
}

export function createTeam({ api, change, life, retrier, store }: Core): Team {
  async function read(): Promise<void> {
    try {
      const { commercials } = await retrier.untilAnswered(() => api('GET /v2/commercials'))
      if (!life.isOver()) change({ team: commercials })
    } catch {
      // Refused: the session has ended, which shows in its own place.
    }
  }

  return {
    read: () => void read(),
    changed(commercialId, status) {
      const { team } = store.get()
      // Somebody new.
      if (team.every((person) => person.commercialId !== commercialId)) void read()
      const changed = team.map((person) =>
        person.commercialId === commercialId ? { ...person, status } : person,
      )
      change({ team: changed })
    },
    told(present) {
      const statuses = new Map<string, PresenceStatus>(present.map(({ userId, status }) => [userId, status]))
      const statusOf = (id: string) => statuses.get(id) ?? 'offline'
      change({
        team: store.get().team.map((person) => ({ ...person, status: statusOf(person.commercialId) })),
      })
    },
  }
}
