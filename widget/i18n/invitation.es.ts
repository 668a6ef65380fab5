import type { InvitationStrings } from './invitation.en.ts'

export const invitationEs: InvitationStrings = {
  looking: 'Mirando la invitación…',
  title: '{name} te invita',
  toAnswer: 'Contestarás en {sites}.',
  toAdmin: 'Contestarás en todos los sitios, y administrarás.',
  signInWith: 'Entrarás como {email}.',
  accept: 'Crear mi cuenta',
  over: 'Esta invitación ha caducado o ya se ha usado. Pide otra.',
}
