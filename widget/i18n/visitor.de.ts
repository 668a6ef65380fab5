import type { VisitorStrings } from './visitor.en.ts'

export const visitorDe: VisitorStrings = {
  beforeStarting: 'Bevor es losgeht',
  beforeStartingLead: 'Damit wir wissen, wer fragt.',
  name: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  topic: 'Wie können wir helfen?',
  choose: 'Auswählen…',
  optional: '{label} (freiwillig)',
  privacy: 'Datenschutz',
  startChat: 'Chat beginnen',

  required: 'Diese Angabe fehlt',
  emailWithoutAt: 'Das @ fehlt, z. B. nuria@beispiel.de',
  emailWithoutDomain: 'Die Domain fehlt, z. B. nuria@beispiel.de',
  emailWrong: 'Das ist keine E-Mail-Adresse, z. B. nuria@beispiel.de',
  phoneWrong: 'Das ist keine Telefonnummer, z. B. +49 151 23456789',
  consentNeeded: 'Wir dürfen den Chat nur aufbewahren, wenn Sie zustimmen',
  notDone: 'Das hat nicht geklappt. Ihr Text ist noch da.',

  closedTitle: 'Gerade ist niemand da',
  closedLead:
    'Hinterlassen Sie uns Ihre Frage. Wenn Sie auf diese Seite zurückkommen, steht die Antwort hier.',
  closedUntil:
    'Wir sind {when} wieder da. Hinterlassen Sie uns Ihre Frage: Die Antwort steht dann hier auf dieser Seite.',
  yourMessage: 'Ihre Nachricht',
  sendMessage: 'Nachricht senden',

  endedAt: 'Chat beendet · {time}',
  howWasIt: 'Wie waren wir?',
  onlyTeam: 'Das liest nur das Team.',
  score1: 'Sehr schlecht',
  score2: 'Schlecht',
  score3: 'In Ordnung',
  score4: 'Gut',
  score5: 'Sehr gut',
  comment: 'Möchten Sie etwas ergänzen? (freiwillig)',
  sendRating: 'Bewertung senden',
  thanks: 'Danke für die Rückmeldung.',
  resume: 'Chat fortsetzen',

  sound: 'Ton',
  notifications: 'Benachrichtigungen',
  notificationsBlocked: 'In den Browser-Einstellungen blockiert',
  transcript: 'Chat herunterladen',
  exportData: 'Meine Daten herunterladen',
  deleteData: 'Meine Daten löschen',
  deleteAsk: 'Alles löschen?',
  deleteExplained:
    'Ihre Nachrichten und alles, was über Sie bekannt ist, werden für immer gelöscht, hier und bei {name}.',
  deleteForGood: 'Für immer löschen',
  cancel: 'Abbrechen',
  deleted: 'Alles wurde gelöscht.',

  dismiss: 'Schließen',
}
