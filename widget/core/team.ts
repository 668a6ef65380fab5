import type { PresenceStatus } from '#shared/person.ts'
import type { Core } from './core.ts'

/** Colleagues, and who of them is there. */
export interface Team {
  read(): void
  changed(commercialId: string, status: PresenceStatus): void
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
  }
}
