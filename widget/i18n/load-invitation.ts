import { pickLanguage, type Languages } from './load.ts'
import { invitationEn, type InvitationStrings } from './invitation.en.ts'

const languages: Languages<InvitationStrings> = {
  en: () => Promise.resolve(invitationEn),
  es: () => import('./invitation.es.ts').then((module) => module.invitationEs),
  fr: () => import('./invitation.fr.ts').then((module) => module.invitationFr),
  de: () => import('./invitation.de.ts').then((module) => module.invitationDe),
  pt: () => import('./invitation.pt.ts').then((module) => module.invitationPt),
  it: () => import('./invitation.it.ts').then((module) => module.invitationIt),
  ca: () => import('./invitation.ca.ts').then((module) => module.invitationCa),
  ar: () => import('./invitation.ar.ts').then((module) => module.invitationAr),
  zh: () => import('./invitation.zh.ts').then((module) => module.invitationZh),
  ja: () => import('./invitation.ja.ts').then((module) => module.invitationJa),
}

/** The words of an invitation in the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadInvitationWords(locale: string): Promise<InvitationStrings> {
  return (await pickLanguage(languages, locale)).strings
}
