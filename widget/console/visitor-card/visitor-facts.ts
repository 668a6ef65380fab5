import type { Visitor } from '#shared/person.ts'
import type { Localization } from '../../i18n/localization.ts'

/** The time where the visitor is; null when the zone they told is none. */
export function localTime({ locale }: Localization, timeZone: string, now: number): string | null {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(now)
  } catch {
    return null
  }
}

/** `Europe/Madrid` as `Madrid`. */
export function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}

/** A language by its name in the reader's language; the tag itself where nobody knows it. */
export function languageName({ locale }: Localization, tag: string): string {
  try {
    const name = new Intl.DisplayNames(locale, { type: 'language' }).of(tag.replaceAll('_', '-')) ?? tag
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
  } catch {
    return tag
  }
}

/** A number one can call, or null: the visitor may have written anything. */
export function telephone(phone: string): string | null {
  return /^\+?[\d\s().-]{5,}$/.test(phone) ? `tel:${phone.replaceAll(/[^+\d]/g, '')}` : null
}

/** What the site says of its customer, ready to show; what it has forgotten is left out. */
export function shownAttributes(
  { attributes }: Visitor,
  words: { readonly yes: string; readonly no: string },
  { locale }: Localization,
): readonly (readonly [string, string])[] {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (value === null) return []
    if (typeof value === 'boolean') return [[key, value ? words.yes : words.no] as const]
    return [[key, typeof value === 'number' ? value.toLocaleString(locale) : value] as const]
  })
}
