import { consoleEn } from '../i18n/console.en.ts'
import type { ConsoleStrings } from '../i18n/console.en.ts'
import { en } from '../i18n/en.ts'
import { canonical, loadLocalization, pickLanguage, type Languages } from '../i18n/load.ts'
import { createLocalization } from '../i18n/localization.ts'
import type { Localization } from '../i18n/localization.ts'

/** A language as the console speaks it: the words of the shared parts, and its own. */
export interface ConsoleLocalization extends Localization {
  readonly console: ConsoleStrings
}

/** The languages that the console has, by their own names. */
export const CONSOLE_LANGUAGES = {
  es: 'Español',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  pt: 'Português',
  it: 'Italiano',
  ca: 'Català',
  ar: 'العربية',
  zh: '中文',
  ja: '日本語',
} as const satisfies Record<string, string>
export type ConsoleLanguage = keyof typeof CONSOLE_LANGUAGES

export const consoleFallback: ConsoleLocalization = { ...createLocalization('en', en), console: consoleEn }

const languages: Languages<ConsoleStrings> = {
  en: () => Promise.resolve(consoleEn),
  es: () => import('../i18n/console.es.ts').then((module) => module.consoleEs),
  fr: () => import('../i18n/console.fr.ts').then((module) => module.consoleFr),
  de: () => import('../i18n/console.de.ts').then((module) => module.consoleDe),
  pt: () => import('../i18n/console.pt.ts').then((module) => module.consolePt),
  it: () => import('../i18n/console.it.ts').then((module) => module.consoleIt),
  ca: () => import('../i18n/console.ca.ts').then((module) => module.consoleCa),
  ar: () => import('../i18n/console.ar.ts').then((module) => module.consoleAr),
  zh: () => import('../i18n/console.zh.ts').then((module) => module.consoleZh),
  ja: () => import('../i18n/console.ja.ts').then((module) => module.consoleJa),
}

/** The console in the language of a BCP-47 tag, or in English. */
export async function loadConsoleLocalization(tag: string): Promise<ConsoleLocalization> {
  const [shared, { strings }] = await Promise.all([
    loadLocalization(tag),
    pickLanguage(languages, canonical(tag)),
  ])
  return { ...shared, console: strings }
}
