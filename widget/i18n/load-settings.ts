import { pickLanguage, type Languages } from './load.ts'
import { settingsEn, type SettingsStrings } from './settings.en.ts'

const languages: Languages<SettingsStrings> = {
  en: () => Promise.resolve(settingsEn),
  es: () => import('./settings.es.ts').then((module) => module.settingsEs),
}

/** The words of the settings in the language of a tag that `Intl` takes. */
export async function loadSettingsWords(locale: string): Promise<SettingsStrings> {
  return (await pickLanguage(languages, locale)).strings
}
