import { pickLanguage } from './load.ts'
import type { Languages } from './load.ts'
import type { FileStrings } from './files.en.ts'

const languages: Languages<FileStrings> = {
  en: () => import('./files.en.ts').then((module) => module.filesEn),
  es: () => import('./files.es.ts').then((module) => module.filesEs),
  fr: () => import('./files.fr.ts').then((module) => module.filesFr),
  de: () => import('./files.de.ts').then((module) => module.filesDe),
  pt: () => import('./files.pt.ts').then((module) => module.filesPt),
  it: () => import('./files.it.ts').then((module) => module.filesIt),
  ca: () => import('./files.ca.ts').then((module) => module.filesCa),
  ar: () => import('./files.ar.ts').then((module) => module.filesAr),
  zh: () => import('./files.zh.ts').then((module) => module.filesZh),
  ja: () => import('./files.ja.ts').then((module) => module.filesJa),
}

/** The words for files in the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadFileWords(locale: string): Promise<FileStrings> {
  return (await pickLanguage(languages, locale)).strings
}
