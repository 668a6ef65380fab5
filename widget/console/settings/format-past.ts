import { daysBetween, formatDay } from '../../i18n/format.ts'
import type { Localization } from '../../i18n/localization.ts'

/** A day that was, in the middle of a sentence: `today`, `yesterday`, `12 March`. */
export function formatPastDay(l10n: Localization, at: string, now: Date): string {
  const age = daysBetween(new Date(at), now)
  if (age !== 0 && age !== 1) return formatDay(l10n, at, now)
  return new Intl.RelativeTimeFormat(l10n.locale, { numeric: 'auto' }).format(age === 0 ? 0 : -1, 'day')
}
