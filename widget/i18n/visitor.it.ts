import type { VisitorStrings } from './visitor.en.ts'

export const visitorIt: VisitorStrings = {
  beforeStarting: 'Prima di iniziare',
  beforeStartingLead: 'Così chi risponde saprà chi chiede.',
  name: 'Nome',
  email: 'E-mail',
  phone: 'Telefono',
  topic: 'Come possiamo aiutarti?',
  choose: 'Scegli…',
  optional: '{label} (facoltativo)',
  privacy: 'Privacy',
  startChat: 'Inizia la chat',

  required: 'Manca questo dato',
  emailWithoutAt: 'Manca la @, p. es. nuria@esempio.it',
  emailWithoutDomain: 'Manca il dominio, p. es. nuria@esempio.it',
  emailWrong: 'Non è un indirizzo e-mail, p. es. nuria@esempio.it',
  phoneWrong: 'Non è un numero di telefono, p. es. +39 312 345 6789',
  consentNeeded: 'Possiamo conservare la chat solo se accetti',
  notDone: 'Non ha funzionato. Quello che hai scritto è ancora qui.',

  closedTitle: 'Ora non c’è nessuno',
  closedLead: 'Lasciaci la tua domanda. Se torni su questa pagina, troverai qui la risposta.',
  closedUntil:
    'Torniamo {when}. Lasciaci la tua domanda: se torni su questa pagina, troverai qui la risposta.',
  yourMessage: 'Il tuo messaggio',
  sendMessage: 'Invia messaggio',

  endedAt: 'Conversazione finita · {time}',
  howWasIt: 'Come ti sei trovato?',
  onlyTeam: 'Lo legge solo il team.',
  score1: 'Molto male',
  score2: 'Male',
  score3: 'Così così',
  score4: 'Bene',
  score5: 'Molto bene',
  comment: 'Vuoi aggiungere qualcosa? (facoltativo)',
  sendRating: 'Invia valutazione',
  thanks: 'Grazie per avercelo detto.',
  resume: 'Riprendi la conversazione',

  sound: 'Suono',
  notifications: 'Notifiche',
  notificationsBlocked: 'Bloccate nelle impostazioni del browser',
  transcript: 'Scarica la chat',
  exportData: 'Scarica i miei dati',
  deleteData: 'Cancella i miei dati',
  deleteAsk: 'Cancellare tutto?',
  deleteExplained:
    'I tuoi messaggi e ciò che si sa di te vengono cancellati per sempre, qui e presso {name}.',
  deleteForGood: 'Cancella per sempre',
  cancel: 'Annulla',
  deleted: 'È stato cancellato tutto.',

  dismiss: 'Chiudi',
}
