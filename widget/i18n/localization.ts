import type { Strings } from './en.ts'

/** A language as an element speaks it. Handed down as a property: two elements of one page may speak two languages. */
export interface Localization<S = Strings> {
  /** The full tag, so that digits, clocks and dates are those of the region too. */
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  readonly strings: S
}

export function createLocalization<S>(locale: string, strings: S): Localization<S> {
  return { locale, dir: directionOf(locale), strings }
}

const RTL_LANGUAGES = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)\b/i

/** Which way a language is written. From a list: `Intl.Locale` tells it only in newer browsers. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RTL_LANGUAGES.test(locale) ? 'rtl' : 'ltr'
}
