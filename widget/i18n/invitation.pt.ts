import type { InvitationStrings } from './invitation.en.ts'

export const invitationPt: InvitationStrings = {
  looking: 'A ver o convite…',
  title: '{name} convida-o',
  toAnswer: 'Vai responder em {sites}.',
  toAdmin: 'Vai responder em todos os sites, e administrar.',
  signInWith: 'Vai entrar como {email}.',
  accept: 'Criar a minha conta',
  over: 'Este convite caducou, ou já foi usado. Peça outro.',
}
