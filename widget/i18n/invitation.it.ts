import type { InvitationStrings } from './invitation.en.ts'

export const invitationIt: InvitationStrings = {
  looking: 'Controllo dell’invito…',
  title: '{name} ti invita',
  toAnswer: 'Risponderai su {sites}.',
  toAdmin: 'Risponderai su tutti i siti, e li amministrerai.',
  signInWith: 'Accederai come {email}.',
  accept: 'Crea il mio account',
  over: 'Questo invito è scaduto, o è già stato usato. Chiedine un altro.',
}
