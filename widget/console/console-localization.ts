import { consoleEn } from '../i18n/console.en.ts'
import type { ConsoleStrings } from '../i18n/console.en.ts'
import { en } from '../i18n/en.ts'
import { loadLocalization } from '../i18n/load.ts'
import { createLocalization } from '../i18n/localization.ts'
import type { Localization } from '../i18n/localization.ts'

/** A language as the console speaks it: the words of the shared parts, and its own. */
export interface ConsoleLocalization extends Localization {
  readonly console: ConsoleStrings
}

/** The languages that the console has, by their own names. */
export const CONSOLE_LANGUAGES = { es: 'Español', en: 'English' } as const satisfies Record<string, string>
export type ConsoleLanguage = keyof typeof CONSOLE_LANGUAGES

export const consoleFallback: ConsoleLocalization = { ...createLocalization('en', en), console: consoleEn }

/** The console in the language of a BCP-47 tag, or in English. */
export async function loadConsoleLocalization(tag: string): Promise<ConsoleLocalization> {
  const [shared, strings] = await Promise.all([loadLocalization(tag), loadStrings(tag)])
  return { ...shared, console: strings }
}

async function loadStrings(tag: string): Promise<ConsoleStrings> {
  if (!/^es\b/i.test(tag.replaceAll('_', '-'))) return consoleEn
  // A console in another language beats none.
  return import('../i18n/console.es.ts').then(
    ({ consoleEs }) => consoleEs,
    () => consoleEn,
  )
}
