import { pickLanguage } from './load.ts'
import type { Languages } from './load.ts'
import type { AuditStrings } from './audit.en.ts'

const languages: Languages<AuditStrings> = {
  en: () => import('./audit.en.ts').then((module) => module.auditEn),
  es: () => import('./audit.es.ts').then((module) => module.auditEs),
  fr: () => import('./audit.fr.ts').then((module) => module.auditFr),
  de: () => import('./audit.de.ts').then((module) => module.auditDe),
  pt: () => import('./audit.pt.ts').then((module) => module.auditPt),
  it: () => import('./audit.it.ts').then((module) => module.auditIt),
  ca: () => import('./audit.ca.ts').then((module) => module.auditCa),
  ar: () => import('./audit.ar.ts').then((module) => module.auditAr),
  zh: () => import('./audit.zh.ts').then((module) => module.auditZh),
  ja: () => import('./audit.ja.ts').then((module) => module.auditJa),
}

/** The words of the audit log in the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadAuditWords(locale: string): Promise<AuditStrings> {
  return (await pickLanguage(languages, locale)).strings
}
