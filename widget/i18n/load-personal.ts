import { pickLanguage } from './load.ts'
import type { Languages } from './load.ts'
import type { PersonalStrings } from './personal.en.ts'

const languages: Languages<PersonalStrings> = {
  en: () => import('./personal.en.ts').then((module) => module.personalEn),
  es: () => import('./personal.es.ts').then((module) => module.personalEs),
}

/** In the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadPersonalWords(locale: string): Promise<PersonalStrings> {
  return (await pickLanguage(languages, locale)).strings
}
