import type { InvitationStrings } from './invitation.en.ts'

export const invitationDe: InvitationStrings = {
  looking: 'Die Einladung wird nachgesehen…',
  title: '{name} lädt Sie ein',
  toAnswer: 'Sie werden auf {sites} antworten.',
  toAdmin: 'Sie werden auf allen Websites antworten, und sie verwalten.',
  signInWith: 'Sie werden sich mit {email} anmelden.',
  accept: 'Mein Konto anlegen',
  over: 'Diese Einladung ist abgelaufen oder wurde schon benutzt. Bitten Sie um eine neue.',
}
