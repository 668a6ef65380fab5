import { pickLanguage, type Languages } from './load.ts'
import { settingsEn, type SettingsStrings } from './settings.en.ts'

const languages: Languages<SettingsStrings> = {
  en: () => Promise.resolve(settingsEn),
  es: () => import('./settings.es.ts').then((module) => module.settingsEs),
  fr: () => import('./settings.fr.ts').then((module) => module.settingsFr),
  de: () => import('./settings.de.ts').then((module) => module.settingsDe),
  pt: () => import('./settings.pt.ts').then((module) => module.settingsPt),
  it: () => import('./settings.it.ts').then((module) => module.settingsIt),
  ca: () => import('./settings.ca.ts').then((module) => module.settingsCa),
  ar: () => import('./settings.ar.ts').then((module) => module.settingsAr),
  zh: () => import('./settings.zh.ts').then((module) => module.settingsZh),
  ja: () => import('./settings.ja.ts').then((module) => module.settingsJa),
}

/** The words of the settings in the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadSettingsWords(locale: string): Promise<SettingsStrings> {
  return (await pickLanguage(languages, locale)).strings
}
