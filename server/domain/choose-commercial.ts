import type { CommercialId } from '#shared/ids.ts'
import type { Routing } from '#shared/site-settings.ts'

/** Somebody who is online and may get the next chat. */
export interface Candidate {
  readonly commercialId: CommercialId
  /** Chats that are theirs and open, on any site; what is put off does not count. */
  readonly openChats: number
  /** When it was their turn last, counted in turns; 0: never. */
  readonly lastTurn: number
}

/** Who gets the next chat; null: nobody can take one now, and it waits. */
export function chooseCommercial(
  { mode, maxChats }: Pick<Routing, 'mode' | 'maxChats'>,
  candidates: readonly Candidate[],
): CommercialId | null {
  if (mode === 'manual') return null
  const free = candidates.filter(({ openChats }) => maxChats === null || openChats < maxChats)
  const [next] = free.toSorted(
    (a, b) => (mode === 'leastBusy' ? a.openChats - b.openChats : 0) || byTurn(a, b),
  )
  return next?.commercialId ?? null
}

function byTurn(a: Candidate, b: Candidate): number {
  return a.lastTurn - b.lastTurn || (a.commercialId < b.commercialId ? -1 : 1)
}
