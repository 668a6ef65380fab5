import { en } from './en.ts'
import type { Strings } from './en.ts'
import { createLocalization } from './localization.ts'
import type { Localization } from './localization.ts'

/** English comes with the code, as what is said until (or unless) another language arrives. */
export const fallback: Localization = createLocalization('en', en)

const languages: Readonly<Record<string, () => Promise<Strings>>> = {
  es: () => import('./es.ts').then((module) => module.es),
}

/** The language of a BCP-47 tag. One that is not there, or does not arrive, is English: a chat in another language beats none. */
export async function loadLocalization(tag: string): Promise<Localization> {
  const locale = canonical(tag)
  const language = locale.split('-', 1)[0] ?? ''
  if (language === 'en') return createLocalization(locale, en)
  const strings = await languages[language]?.().catch(() => undefined)
  return strings === undefined ? fallback : createLocalization(locale, strings)
}

/** A tag that `Intl` takes without throwing: pages write `es_ES`, and worse. */
function canonical(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}
