import type { Localization } from './localization.ts'

type Spoken = Pick<Localization, 'locale'>

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs far more than using it, and a list of messages uses the same few thousands of times. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const held = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, held)
  return held
}

/** `10:42`, as the region writes it. */
export function formatTime({ locale }: Spoken, at: string): string {
  return formatter(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(at))
}

/** For a `title`: the whole date and time. */
export function formatMoment({ locale }: Spoken, at: string): string {
  return formatter(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))
}

/** `Today`, `Yesterday`, `12 March`, or with its year when that is another. */
export function formatDay(l10n: Localization, at: string, now: Date): string {
  const day = new Date(at)
  const age = daysBetween(day, now)
  if (age === 0) return l10n.strings.today
  if (age === 1) return l10n.strings.yesterday
  const year = day.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return formatter(l10n.locale, { day: 'numeric', month: 'long', ...year }).format(day)
}

/** What stands before a weekday, and before a date, in a sentence: `Vuelven el lunes`, `De retour le 12 mars`. */
const BEFORE_DAYS: Partial<Record<string, readonly [weekday: string, date: string]>> = {
  es: ['el ', 'el '],
  de: ['am ', 'am '],
  fr: ['', 'le '],
  pt: ['', 'a '],
  it: ['', 'il '],
  ca: ['', 'el '],
}

/** A moment to come, said as people say it: `9:00`, `tomorrow, 9:00`, `Thursday, 9:00`, `12 March, 9:00`. */
export function formatComing(l10n: Spoken, at: string, now: Date): string {
  const day = new Date(at)
  const time = formatTime(l10n, at)
  const days = daysBetween(now, day)
  if (days <= 0) return time
  if (days === 1)
    return `${new Intl.RelativeTimeFormat(l10n.locale, { numeric: 'auto' }).format(1, 'day')}, ${time}`
  const [weekday, date] = BEFORE_DAYS[l10n.locale.slice(0, 2)] ?? ['', '']
  const said =
    days < 7
      ? weekday + formatter(l10n.locale, { weekday: 'long' }).format(day)
      : date + formatter(l10n.locale, { day: 'numeric', month: 'long' }).format(day)
  return `${said}, ${time}`
}

/** `Marta and Joan`. */
export function formatList({ locale }: Spoken, names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

/** Days of the calendar from one moment to another, in this device's time zone. */
export function daysBetween(from: Date, to: Date): number {
  // Noon on both sides, so that the hour of a clock change does not cost a day.
  const noon = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate(), 12).getTime()
  return Math.round((noon(to) - noon(from)) / 86_400_000)
}
