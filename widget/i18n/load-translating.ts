import { pickLanguage } from './load.ts'
import type { Languages } from './load.ts'
import type { TranslatingStrings } from './translating.en.ts'

const languages: Languages<TranslatingStrings> = {
  en: () => import('./translating.en.ts').then((module) => module.translatingEn),
  es: () => import('./translating.es.ts').then((module) => module.translatingEs),
  fr: () => import('./translating.fr.ts').then((module) => module.translatingFr),
  de: () => import('./translating.de.ts').then((module) => module.translatingDe),
  pt: () => import('./translating.pt.ts').then((module) => module.translatingPt),
  it: () => import('./translating.it.ts').then((module) => module.translatingIt),
  ca: () => import('./translating.ca.ts').then((module) => module.translatingCa),
  ar: () => import('./translating.ar.ts').then((module) => module.translatingAr),
  zh: () => import('./translating.zh.ts').then((module) => module.translatingZh),
  ja: () => import('./translating.ja.ts').then((module) => module.translatingJa),
}

/** What the browser's translator is about, in the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadTranslatingWords(locale: string): Promise<TranslatingStrings> {
  return (await pickLanguage(languages, locale)).strings
}
