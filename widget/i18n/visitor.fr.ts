import type { VisitorStrings } from './visitor.en.ts'

export const visitorFr: VisitorStrings = {
  beforeStarting: 'Avant de commencer',
  beforeStartingLead: 'Pour que la personne qui répond sache à qui.',
  name: 'Nom',
  email: 'E-mail',
  phone: 'Téléphone',
  topic: 'Comment pouvons-nous vous aider ?',
  choose: 'Choisir…',
  optional: '{label} (facultatif)',
  privacy: 'Confidentialité',
  startChat: 'Commencer',

  required: 'Ce champ manque',
  emailWithoutAt: 'Il manque le @, p. ex. nuria@exemple.fr',
  emailWithoutDomain: 'Il manque le domaine, p. ex. nuria@exemple.fr',
  emailWrong: 'Ce n’est pas une adresse e-mail, p. ex. nuria@exemple.fr',
  phoneWrong: 'Ce n’est pas un numéro de téléphone, p. ex. +33 6 12 34 56 78',
  consentNeeded: 'Nous ne pouvons garder la conversation qu’avec votre accord',
  notDone: 'Cela n’a pas fonctionné. Ce que vous avez écrit est toujours là.',

  closedTitle: 'Il n’y a personne pour le moment',
  closedLead: 'Laissez-nous votre question. Si vous revenez sur cette page, vous y verrez la réponse.',
  closedUntil:
    'De retour {when}. Laissez-nous votre question : si vous revenez sur cette page, vous y verrez la réponse.',
  yourMessage: 'Votre message',
  sendMessage: 'Envoyer le message',

  endedAt: 'Conversation terminée · {time}',
  howWasIt: 'Comment nous en sommes-nous sortis ?',
  onlyTeam: 'Seule l’équipe le lit.',
  score1: 'Très mal',
  score2: 'Mal',
  score3: 'Moyen',
  score4: 'Bien',
  score5: 'Très bien',
  comment: 'Quelque chose à ajouter ? (facultatif)',
  sendRating: 'Envoyer l’avis',
  thanks: 'Merci de nous l’avoir dit.',
  resume: 'Reprendre la conversation',

  sound: 'Son',
  notifications: 'Notifications',
  notificationsBlocked: 'Bloquées dans les réglages du navigateur',
  transcript: 'Télécharger la conversation',
  exportData: 'Télécharger mes données',
  deleteData: 'Supprimer mes données',
  deleteAsk: 'Tout supprimer ?',
  deleteExplained:
    'Vos messages et ce que l’on sait de vous sont supprimés pour toujours, ici et chez {name}.',
  deleteForGood: 'Supprimer pour toujours',
  cancel: 'Annuler',
  deleted: 'Tout a été supprimé.',

  dismiss: 'Fermer',
}
