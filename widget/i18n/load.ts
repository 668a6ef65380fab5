import type { Strings } from './en.ts'
import { createLocalization } from './localization.ts'
import type { Localization } from './localization.ts'

/** Each a file of its own: nobody downloads a language that they do not read. */
const languages: Readonly<Record<string, () => Promise<Strings>>> = {
  en: english,
  es: () => import('./es.ts').then((module) => module.es),
}

/**
 * The language of a BCP-47 tag. One that is not there, or does not arrive, is English: a chat in another language beats none. Rejects
 * only when English does not arrive either.
 */
export async function loadLocalization(tag: string): Promise<Localization> {
  const locale = canonical(tag)
  const strings = await languages[languageOf(locale)]?.().catch(() => undefined)
  if (strings !== undefined) return createLocalization(locale, strings)
  return createLocalization(languageOf(locale) === 'en' ? locale : 'en', await english())
}

function english(): Promise<Strings> {
  return import('./en.ts').then((module) => module.en)
}

function languageOf(locale: string): string {
  return locale.split('-', 1)[0] ?? ''
}

/** A tag that `Intl` takes without throwing: pages write `es_ES`, and worse. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}
