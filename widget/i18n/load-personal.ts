import { pickLanguage } from './load.ts'
import type { Languages } from './load.ts'
import type { PersonalStrings } from './personal.en.ts'

const languages: Languages<PersonalStrings> = {
  en: () => import('./personal.en.ts').then((module) => module.personalEn),
  es: () => import('./personal.es.ts').then((module) => module.personalEs),
  fr: () => import('./personal.fr.ts').then((module) => module.personalFr),
  de: () => import('./personal.de.ts').then((module) => module.personalDe),
  pt: () => import('./personal.pt.ts').then((module) => module.personalPt),
  it: () => import('./personal.it.ts').then((module) => module.personalIt),
  ca: () => import('./personal.ca.ts').then((module) => module.personalCa),
  ar: () => import('./personal.ar.ts').then((module) => module.personalAr),
  zh: () => import('./personal.zh.ts').then((module) => module.personalZh),
  ja: () => import('./personal.ja.ts').then((module) => module.personalJa),
}

/** In the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadPersonalWords(locale: string): Promise<PersonalStrings> {
  return (await pickLanguage(languages, locale)).strings
}
