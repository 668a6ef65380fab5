import { pickLanguage, type Languages } from './load.ts'
import { statsEn, type StatsStrings } from './stats.en.ts'

const languages: Languages<StatsStrings> = {
  en: () => Promise.resolve(statsEn),
  es: () => import('./stats.es.ts').then((module) => module.statsEs),
  fr: () => import('./stats.fr.ts').then((module) => module.statsFr),
  de: () => import('./stats.de.ts').then((module) => module.statsDe),
  pt: () => import('./stats.pt.ts').then((module) => module.statsPt),
  it: () => import('./stats.it.ts').then((module) => module.statsIt),
  ca: () => import('./stats.ca.ts').then((module) => module.statsCa),
  ar: () => import('./stats.ar.ts').then((module) => module.statsAr),
  zh: () => import('./stats.zh.ts').then((module) => module.statsZh),
  ja: () => import('./stats.ja.ts').then((module) => module.statsJa),
}

/** The words of the statistics in the language of a tag that `Intl` takes. */
export async function loadStatsWords(locale: string): Promise<StatsStrings> {
  return (await pickLanguage(languages, locale)).strings
}
