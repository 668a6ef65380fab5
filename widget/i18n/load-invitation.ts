import { pickLanguage, type Languages } from './load.ts'
import { invitationEn, type InvitationStrings } from './invitation.en.ts'

const languages: Languages<InvitationStrings> = {
  en: () => Promise.resolve(invitationEn),
  es: () => import('./invitation.es.ts').then((module) => module.invitationEs),
}

/** The words of an invitation in the language of a tag that `Intl` takes. */
export async function loadInvitationWords(locale: string): Promise<InvitationStrings> {
  return (await pickLanguage(languages, locale)).strings
}
