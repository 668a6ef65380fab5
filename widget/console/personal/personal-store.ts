import { INITIAL_NOTIFYING } from '#shared/notifying.ts'
import type { PersonalSettings } from '#shared/personal-settings.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { createStore, type Readable } from '../../core/store.ts'

const CHANNEL = 'sobremesa:personal'

/** What this person has chosen for all of their devices: kept by the server, the same in every tab. */
export interface PersonalStore {
  readonly settings: Readable<PersonalSettings>
  read(): Promise<void>
  /** Shown at once, and taken back where the server refuses; then this rejects. */
  change(change: Partial<PersonalSettings>): Promise<void>
  close(): void
}

const initial: PersonalSettings = { notifying: INITIAL_NOTIFYING, shortcuts: {} }

export function createPersonalStore(client: Pick<ChatClient, 'call'>, ownId: string): PersonalStore {
  const settings = createStore(readCopy(ownId))
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null
  // Only the newest answer counts: two switches flipped in a hurry are two requests.
  let asked = 0

  function show(shown: PersonalSettings): void {
    settings.update(() => shown)
    keepCopy(ownId, shown)
  }

  async function read(): Promise<void> {
    const reading = (asked += 1)
    try {
      const answer = await client.call('GET /v2/commercials/me/settings')
      if (reading === asked) show(answer)
    } catch {
      // What was known goes on: the next reading may get through.
    }
  }

  channel?.addEventListener('message', () => void read())

  return {
    settings,
    read,
    async change(change) {
      const changing = (asked += 1)
      const before = settings.get()
      show({ ...before, ...change })
      try {
        const answer = await client.call('PATCH /v2/commercials/me/settings', { body: change })
        if (changing === asked) show(answer)
        channel?.postMessage(null)
      } catch (cause) {
        if (changing === asked) show(before)
        throw cause
      }
    },
    close: () => channel?.close(),
  }
}

/** For the moment before the server has answered, and for when it does not. */
function readCopy(ownId: string): PersonalSettings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${CHANNEL}:${ownId}`) ?? 'null')
    return isSettings(kept) ? kept : initial
  } catch {
    return initial
  }
}

function isSettings(kept: unknown): kept is PersonalSettings {
  const { notifying, shortcuts } = (kept ?? {}) as Partial<PersonalSettings>
  const { kinds } = notifying ?? {}
  const isWhole = kinds !== undefined && ['newChat', 'message', 'mention'].every((kind) => kind in kinds)
  return isWhole && typeof shortcuts === 'object'
}

function keepCopy(ownId: string, settings: PersonalSettings): void {
  try {
    localStorage.setItem(`${CHANNEL}:${ownId}`, JSON.stringify(settings))
  } catch {
    // Nothing can be kept: the server has it.
  }
}
