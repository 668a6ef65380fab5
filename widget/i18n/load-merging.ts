import { pickLanguage, type Languages } from './load.ts'
import type { MergingStrings } from './merging.en.ts'

const languages: Languages<MergingStrings> = {
  en: () => import('./merging.en.ts').then((module) => module.mergingEn),
  es: () => import('./merging.es.ts').then((module) => module.mergingEs),
  fr: () => import('./merging.fr.ts').then((module) => module.mergingFr),
  de: () => import('./merging.de.ts').then((module) => module.mergingDe),
  pt: () => import('./merging.pt.ts').then((module) => module.mergingPt),
  it: () => import('./merging.it.ts').then((module) => module.mergingIt),
  ca: () => import('./merging.ca.ts').then((module) => module.mergingCa),
  ar: () => import('./merging.ar.ts').then((module) => module.mergingAr),
  zh: () => import('./merging.zh.ts').then((module) => module.mergingZh),
  ja: () => import('./merging.ja.ts').then((module) => module.mergingJa),
}

/** In the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadMergingWords(locale: string): Promise<MergingStrings> {
  return (await pickLanguage(languages, locale)).strings
}
