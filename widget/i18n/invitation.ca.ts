import type { InvitationStrings } from './invitation.en.ts'

export const invitationCa: InvitationStrings = {
  looking: 'S’està mirant la invitació…',
  title: '{name} et convida',
  toAnswer: 'Contestaràs a {sites}.',
  toAdmin: 'Contestaràs a tots els webs, i administraràs.',
  signInWith: 'Entraràs com a {email}.',
  accept: 'Crea el meu compte',
  over: 'Aquesta invitació ha caducat, o ja s’ha fet servir. Demana’n una altra.',
}
