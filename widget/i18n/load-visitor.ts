import { pickLanguage } from './load.ts'
import type { Languages } from './load.ts'
import type { VisitorStrings } from './visitor.en.ts'

const languages: Languages<VisitorStrings> = {
  en: () => import('./visitor.en.ts').then((module) => module.visitorEn),
  es: () => import('./visitor.es.ts').then((module) => module.visitorEs),
  fr: () => import('./visitor.fr.ts').then((module) => module.visitorFr),
  de: () => import('./visitor.de.ts').then((module) => module.visitorDe),
  pt: () => import('./visitor.pt.ts').then((module) => module.visitorPt),
  it: () => import('./visitor.it.ts').then((module) => module.visitorIt),
  ca: () => import('./visitor.ca.ts').then((module) => module.visitorCa),
  ar: () => import('./visitor.ar.ts').then((module) => module.visitorAr),
  zh: () => import('./visitor.zh.ts').then((module) => module.visitorZh),
  ja: () => import('./visitor.ja.ts').then((module) => module.visitorJa),
}

/** The further words in the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadVisitorWords(locale: string): Promise<VisitorStrings> {
  return (await pickLanguage(languages, locale)).strings
}
