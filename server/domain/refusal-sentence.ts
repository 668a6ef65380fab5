import { errors, type ErrorCode } from '#shared/errors.ts'
import { refusalsAr } from './refusals.ar.ts'
import { refusalsCa } from './refusals.ca.ts'
import { refusalsDe } from './refusals.de.ts'
import { refusalsFr } from './refusals.fr.ts'
import { refusalsIt } from './refusals.it.ts'
import { refusalsJa } from './refusals.ja.ts'
import { refusalsPt } from './refusals.pt.ts'
import { refusalsZh } from './refusals.zh.ts'

/** The languages of the widget and the console: whoever is refused reads why in theirs. */
export const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'ca', 'ar', 'zh', 'ja'] as const
export type Language = (typeof LANGUAGES)[number]

/** English and Spanish stand in the contract, beside each code. */
const others = {
  fr: refusalsFr,
  de: refusalsDe,
  pt: refusalsPt,
  it: refusalsIt,
  ca: refusalsCa,
  ar: refusalsAr,
  zh: refusalsZh,
  ja: refusalsJa,
}

export function refusalSentence(code: ErrorCode, language: Language): string {
  return language === 'en' || language === 'es' ? errors[code][language] : others[language][code]
}

/** Of those that a browser asks for, the first that we have; else English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const asked = (acceptLanguage ?? '').slice(0, 200).toLowerCase().split(',')
  const known = asked.map((tag) => LANGUAGES.find((language) => language === tag.trim().slice(0, 2)))
  return known.find((language) => language !== undefined) ?? 'en'
}
