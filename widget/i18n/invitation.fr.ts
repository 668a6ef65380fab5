import type { InvitationStrings } from './invitation.en.ts'

export const invitationFr: InvitationStrings = {
  looking: 'Vérification de l’invitation…',
  title: '{name} vous invite',
  toAnswer: 'Vous répondrez sur {sites}.',
  toAdmin: 'Vous répondrez sur tous les sites, et vous les administrerez.',
  signInWith: 'Vous vous connecterez avec {email}.',
  accept: 'Créer mon compte',
  over: 'Cette invitation a expiré, ou a déjà servi. Demandez-en une autre.',
}
