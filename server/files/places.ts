import { Refusal } from '../domain/refusal.ts'

/** How many may be at it at the same moment. */
interface Limits {
  readonly total: number
  readonly perPerson: number
}

/** Refuses with `rate_limited` whoever finds no place; returns how to leave, once. */
export interface Places {
  take(person: string): () => void
}

export function createPlaces({ total, perPerson }: Limits): Places {
  const taken = new Map<string, number>()
  let all = 0
  return {
    take(person) {
      const own = taken.get(person) ?? 0
      if (own >= perPerson || all >= total) throw new Refusal('rate_limited', { retryAfter: 5 })
      taken.set(person, own + 1)
      all += 1
      return () => {
        all -= 1
        const left = (taken.get(person) ?? 1) - 1
        if (left === 0) taken.delete(person)
        else taken.set(person, left)
      }
    },
  }
}
