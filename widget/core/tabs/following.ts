import type { ClientState } from '../state.ts'
import { applyChanges } from './state-changes.ts'
import type { TabMessage } from './tab-message.ts'

/** What a tab knows by what its leader tells. */
export interface Following {
  readonly is: 'following'
  readonly term: number
  readonly revision: number
  readonly state: ClientState
  /** Stands for whoever leads. */
  readonly leader: object
}

/** After one more message; null when something between the two was missed. */
export function followOn(held: Following, message: TabMessage): Following | null {
  if (message.kind !== 'changes' || message.term < held.term) return held
  const { term, revision, changes } = message
  const isSameLeader = term === held.term
  if (isSameLeader && revision <= held.revision) return held
  if (!isSameLeader || revision > held.revision + 1) return null
  return { ...held, revision, state: applyChanges(held.state, changes) }
}
