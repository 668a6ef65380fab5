import type { MergingStrings } from './merging.en.ts'

export const mergingFr: MergingStrings = {
  title: 'Qui d’autre est {name} ?',
  search: 'Nom, e-mail ou numéro',
  searchHint: 'Parmi les personnes qui ont écrit à ce site.',
  searching: 'Recherche…',
  nobody: 'Personne de tel n’a écrit.',
  compare: 'Est-ce la même personne ?',
  stays: 'Reste',
  goes: 'La rejoint',
  swap: 'Dans l’autre sens',
  another: 'Choisir quelqu’un d’autre',
  noEmail: 'Pas d’e-mail',
  chats: { one: '{count} conversation', many: '{count} de conversations', other: '{count} conversations' },
  seen: 'Dernière visite : {when}',
  online: 'En ligne',
  effectAll:
    'Les conversations, fichiers et pages des deux deviennent ceux d’une seule personne. Là où les deux disent quelque chose, c’est la fiche qui reste qui compte.',
  effectOpen:
    'Les deux ont une conversation ouverte : celle qui attend une réponse reste ouverte, l’autre est fermée.',
  effectSession: 'La fiche qui rejoint l’autre quitte le chat dans son navigateur, et y redevient inconnue.',
  effectOnline: 'Cette personne est en ligne en ce moment.',
  final: 'Cette action est irréversible.',
  merge: 'Fusionner',
  merging: 'Fusion…',
  bothVerified: 'Votre site se porte garant des deux comme de personnes différentes : elles restent deux.',
  blocked: 'L’une des deux est bloquée. Débloquez-la d’abord.',
}
