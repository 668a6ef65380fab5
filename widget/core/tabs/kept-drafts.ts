import type { ClientState, DraftMessage } from '../state.ts'
import type { Journal } from './tab-ports.ts'
import { unsentOf } from './unsent.ts'

/** Keeps the journal in step with what is unsent. */
export interface KeptDrafts {
  /** Resolves once it is written, or cannot be. */
  keep(draft: DraftMessage): Promise<void>
  drop(clientMessageId: string): void
  /** What the leading client shows: what it no longer shows as unsent is sent, or discarded. */
  follow(state: ClientState): void
  /** Another leads from now on: what this tab's client forgets says nothing any more. */
  letGo(): void
  clear(): Promise<void>
}

export function createKeptDrafts(journal: Journal): KeptDrafts {
  /** What is written of each, so far as it matters to whoever reads it: every try changes why the last one failed. */
  const written = new Map<string, string>()
  let followed = new Set<string>()

  function keep(draft: DraftMessage): Promise<void> {
    const form = `${draft.delivery} ${draft.senderId}`
    if (written.get(draft.clientMessageId) === form) return Promise.resolve()
    written.set(draft.clientMessageId, form)
    return journal.keep(draft)
  }

  function drop(clientMessageId: string): void {
    written.delete(clientMessageId)
    void journal.drop(clientMessageId)
  }

  return {
    keep,
    drop,
    follow(state) {
      const unsent = unsentOf(state)
      const keys = new Set(unsent.map(({ clientMessageId }) => clientMessageId))
      for (const draft of unsent) void keep(draft)
      for (const key of followed) if (!keys.has(key)) drop(key)
      followed = keys
    },
    letGo() {
      followed = new Set()
      written.clear()
    },
    clear() {
      written.clear()
      return journal.clear()
    },
  }
}
