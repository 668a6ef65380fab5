import { daysBetween, formatTime } from '../../i18n/format.ts'
import type { Localization } from '../../i18n/localization.ts'

/** When something last happened, as short as a row needs: the time today, then "yesterday", then the date. */
export function rowTime(l10n: Localization, at: string, now: Date): string {
  const day = new Date(at)
  const age = daysBetween(day, now)
  if (age <= 0) return formatTime(l10n, at)
  if (age === 1) return l10n.strings.yesterday
  const year = day.getFullYear() === now.getFullYear() ? {} : ({ year: '2-digit' } as const)
  return day.toLocaleDateString(l10n.locale, { day: 'numeric', month: 'short', ...year })
}
