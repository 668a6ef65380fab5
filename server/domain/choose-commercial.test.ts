import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommercialId } from '#shared/ids.ts'
import { chooseCommercial, type Candidate } from './choose-commercial.ts'

function candidate(name: string, openChats: number, lastTurn: number): Candidate {
  return { commercialId: name as CommercialId, openChats, lastTurn }
}

describe('the next chat', () => {
  const team = [candidate('a', 5, 3), candidate('b', 2, 4), candidate('c', 2, 1)]

  it('goes to whose turn was longest ago, in turns', () => {
    expect(chooseCommercial({ mode: 'roundRobin', maxChats: null }, team)).toBe('c')
  })

  it('goes to who has fewest, and among those by turns', () => {
    expect(chooseCommercial({ mode: 'leastBusy', maxChats: null }, team)).toBe('c')
    expect(chooseCommercial({ mode: 'leastBusy', maxChats: null }, team.slice(0, 2))).toBe('b')
  })

  it('goes to nobody by hand, without a team, or when all have their fill', () => {
    expect(chooseCommercial({ mode: 'manual', maxChats: null }, team)).toBeNull()
    expect(chooseCommercial({ mode: 'roundRobin', maxChats: null }, [])).toBeNull()
    expect(chooseCommercial({ mode: 'leastBusy', maxChats: 2 }, team)).toBeNull()
    expect(chooseCommercial({ mode: 'roundRobin', maxChats: 3 }, team)).toBe('c')
  })

  it('comes round fairly, and never beyond the cap', () => {
    const anyMode = fc.constantFrom('roundRobin' as const, 'leastBusy' as const)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 60 }),
        fc.option(fc.integer({ min: 1, max: 8 })),
        anyMode,
        (people, chats, maxChats, mode) => {
          let team = Array.from({ length: people }, (_, index) => candidate(`person ${index}`, 0, 0))
          for (let turn = 1; turn <= chats; turn += 1) {
            const chosen = chooseCommercial({ mode, maxChats }, team)
            team = team.map((one) =>
              one.commercialId === chosen ? { ...one, openChats: one.openChats + 1, lastTurn: turn } : one,
            )
          }
          const loads = team.map(({ openChats }) => openChats)
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
          expect(Math.max(...loads)).toBeLessThanOrEqual(maxChats ?? chats)
          const room = maxChats === null ? chats : Math.min(chats, maxChats * people)
          expect(loads.reduce((sum, load) => sum + load, 0)).toBe(room)
        },
      ),
    )
  })
})
