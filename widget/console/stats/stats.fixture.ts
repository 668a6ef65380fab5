import type { CommercialId } from '#shared/ids.ts'
import type { Stats } from '#shared/stats.ts'

/** Two weeks from Monday 2 November 2026: two conversations answered a day, and one missed on each Saturday. */
export function statsOf(change: Partial<Stats> = {}): Stats {
  const byDay = Array.from({ length: 14 }, (_, index) => ({
    date: `2026-11-${String(index + 2).padStart(2, '0')}`,
    conversations: index % 7 === 5 ? 3 : 2,
    answered: 2,
    missed: index % 7 === 5 ? 1 : 0,
    firstResponse: 60 + index,
  }))
  return {
    conversations: 30,
    outcomes: { answered: 28, missed: 2, waiting: 0, started: 0 },
    firstResponse: {
      median: 84,
      p90: 372,
      distribution: [60, 300, 900, 3_600, 14_400, null].map((upTo, index) => ({
        upTo,
        count: index < 2 ? 14 : 0,
      })),
    },
    resolution: { median: 840, closed: 20 },
    rating: { average: 4.5, count: 2, scores: [0, 0, 0, 1, 1] },
    byDay,
    byHour: Array.from({ length: 7 }, (_, day) =>
      Array.from({ length: 24 }, (_, hour) => (day === 3 && (hour === 11 || hour === 12) ? 15 : 0)),
    ),
    byCommercial: [
      {
        commercialId: 'marta' as CommercialId,
        name: 'Marta Olmo',
        answered: 16,
        firstResponse: 58,
        rating: { average: 4.9, count: 1 },
      },
      {
        commercialId: 'joan' as CommercialId,
        name: 'Joan Olmo',
        answered: 12,
        firstResponse: null,
        rating: { average: null, count: 0 },
      },
    ],
    ...change,
  }
}
