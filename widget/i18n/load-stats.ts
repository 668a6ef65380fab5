import { pickLanguage, type Languages } from './load.ts'
import { statsEn, type StatsStrings } from './stats.en.ts'

const languages: Languages<StatsStrings> = {
  en: () => Promise.resolve(statsEn),
  es: () => import('./stats.es.ts').then((module) => module.statsEs),
}

/** The words of the statistics in the language of a tag that `Intl` takes. */
export async function loadStatsWords(locale: string): Promise<StatsStrings> {
  return (await pickLanguage(languages, locale)).strings
}
