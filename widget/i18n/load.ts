import type { Strings } from './en.ts'
import { createLocalization } from './localization.ts'
import type { Localization } from './localization.ts'

/** A set of words in several languages, each a file of its own: nobody downloads a language that they do not read. */
export interface Languages<S> {
  readonly en: () => Promise<S>
  readonly [language: string]: () => Promise<S>
}

const languages: Languages<Strings> = {
  en: () => import('./en.ts').then((module) => module.en),
  es: () => import('./es.ts').then((module) => module.es),
  fr: () => import('./fr.ts').then((module) => module.fr),
  de: () => import('./de.ts').then((module) => module.de),
  pt: () => import('./pt.ts').then((module) => module.pt),
  it: () => import('./it.ts').then((module) => module.it),
  ca: () => import('./ca.ts').then((module) => module.ca),
  ar: () => import('./ar.ts').then((module) => module.ar),
  zh: () => import('./zh.ts').then((module) => module.zh),
  ja: () => import('./ja.ts').then((module) => module.ja),
}

/** The language of a BCP-47 tag, or English; see `pickLanguage`. */
export async function loadLocalization(tag: string): Promise<Localization> {
  const { locale, strings } = await pickLanguage(languages, canonical(tag))
  return createLocalization(locale, strings)
}

/**
 * The words of a locale's language. One that is not there, or does not arrive, is English: a chat in another language beats none.
 * Rejects only when English does not arrive either.
 */
export async function pickLanguage<S>(
  from: Languages<S>,
  locale: string,
): Promise<{ readonly locale: string; readonly strings: S }> {
  const strings = await from[languageOf(locale)]?.().catch(() => undefined)
  if (strings !== undefined) return { locale, strings }
  return { locale: languageOf(locale) === 'en' ? locale : 'en', strings: await from.en() }
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? ''
}

/** A tag that `Intl`, and a header, takes without throwing: pages write `es_ES`, and worse. */
export function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}
