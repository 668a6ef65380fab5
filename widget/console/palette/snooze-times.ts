import type { ConsoleStrings } from '../../i18n/console.en.ts'

/** Hours after which a working day begins, where the person is. */
const MORNING = 9
const HOUR_MS = 3_600_000
const MONDAY = 1
/** From then on "in three hours" is not today any more. */
const LATEST_HOUR_FOR_LATER = 20

export interface SnoozeTime {
  readonly name: keyof ConsoleStrings['snoozeTimes']
  readonly at: Date
}

/** When a chat is likely to be wanted again, soonest first. Times of day are this device's. */
export function snoozeTimes(now: Date): readonly SnoozeTime[] {
  const tomorrow = morning(now, 1)
  const monday = morning(now, (MONDAY + 7 - now.getDay()) % 7 || 7)
  const times: (SnoozeTime | null)[] = [
    { name: 'inAnHour', at: new Date(now.getTime() + HOUR_MS) },
    now.getHours() < LATEST_HOUR_FOR_LATER
      ? { name: 'inThreeHours', at: new Date(now.getTime() + 3 * HOUR_MS) }
      : null,
    { name: 'tomorrow', at: tomorrow },
    monday.getTime() === tomorrow.getTime() ? null : { name: 'nextMonday', at: monday },
    { name: 'inAWeek', at: morning(now, 7) },
  ]
  const kept = times.filter((time) => time !== null)
  // On a Monday a week from now is the next Monday.
  return kept.filter(
    ({ at }, index) => kept.findIndex((other) => other.at.getTime() === at.getTime()) === index,
  )
}

function morning(from: Date, days: number): Date {
  return new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, MORNING)
}
