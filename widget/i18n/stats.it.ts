import type { StatsStrings } from './stats.en.ts'

export const statsIt: StatsStrings = {
  title: 'Statistiche',
  period: 'Periodo',
  lastDays: { one: '{count} giorno', other: '{count} giorni' },
  otherPeriod: 'Altro',
  from: 'Dal',
  to: 'Al',
  site: 'Sito',
  everySite: 'Tutti i siti',
  timeZone: 'Fuso orario',
  usualZones: 'I vostri',
  otherZones: 'Tutti',
  csv: 'CSV',
  csvHint: 'Scarica le conversazioni come tabella',
  csvFailed: 'Non è stato possibile scaricare la tabella.',
  loading: 'Calcolo…',
  failed: 'Non è stato possibile caricare le cifre',
  oddPeriod: 'Scegli un primo giorno che non segua l’ultimo, e al massimo un anno.',
  empty: 'Nessuna conversazione in questo periodo',
  emptyHint: 'Scegline uno più lungo, o un altro sito.',
  longer: 'Vedi gli ultimi 90 giorni',
  what: 'Che cos’è «{figure}»?',

  figures: {
    conversations: 'Conversazioni',
    firstResponse: 'Prima risposta',
    resolution: 'Fino alla chiusura',
    rating: 'Valutazione',
    missed: 'Perse',
  },
  explained: {
    conversations:
      'Conversazioni aperte nel periodo in cui è stato detto qualcosa che il visitatore ha visto. Contano per il giorno in cui sono state aperte, qualunque cosa succeda dopo.',
    firstResponse:
      'Dal primo messaggio del visitatore alla prima risposta del team: metà delle conversazioni gestite ha richiesto questo tempo o meno. Contano anche le ore di chiusura; una nota non è una risposta.',
    resolution:
      'Dal primo messaggio del visitatore alla chiusura: metà delle conversazioni chiuse ha richiesto questo tempo o meno. Se una è stata riaperta, conta l’ultima chiusura.',
    rating: 'La media dei voti da 1 a 5 dati dai visitatori, e quanti ne hanno dato uno.',
    missed: 'Delle conversazioni gestite o perse, la parte chiusa senza che nessuno rispondesse.',
    byDay:
      'Ogni conversazione conta per il giorno in cui è stata aperta. Premi una barra per vederne le conversazioni.',
    byHour:
      'Quando sono state aperte, per giorno e ora della settimana nel fuso scelto. Premi una casella per vederle; le frecce spostano.',
    byCommercial: 'Conversazioni secondo chi ha risposto per primo, con mediana e valutazione.',
    distribution: 'Quanto il visitatore ha atteso la prima risposta, nelle conversazioni gestite.',
  },
  outOfFive: '{score} / 5',
  nothingYet: 'Ancora niente',
  more: '{share} in più {versus}',
  fewer: '{share} in meno {versus}',
  sameAsBefore: 'come prima',
  faster: 'più veloce di {time} (mediana)',
  slower: 'più lenta di {time} (mediana)',
  asFast: 'come prima (mediana)',
  pointsUp: '{points} punti in più',
  pointsDown: '{points} punti in meno',
  versus: { one: 'del giorno prima', other: 'dei {count} giorni prima' },
  ratings: { one: '{count} valutazione', other: '{count} valutazioni' },
  closed: { one: '{count} è chiusa', other: '{count} sono chiuse' },
  conversationsCount: { one: '{count} conversazione', other: '{count} conversazioni' },
  nineInTen: 'nove su dieci in {time}',

  byDay: 'Conversazioni per giorno',
  byWeek: 'Conversazioni per settimana',
  outcomes: {
    answered: 'Gestite',
    missed: 'Perse',
    waiting: 'In attesa',
    started: 'Iniziate dal team',
  },
  bar: '{day}: {answered} gestite, {missed} perse, {all} in totale',
  tip: '{day} · {answered} gestite, {missed} perse',
  asTable: 'Come tabella',
  day: 'Giorno',
  days: 'Giorni',
  all: 'Tutte',
  between: '{from} – {to}',

  byHour: 'Quando vi scrivono',
  hour: '{day}, {hour}: {conversations}',
  peak: 'Il picco è {day} dalle {from} alle {to}.',

  byCommercial: 'Team',
  commercial: 'Persona',
  gone: 'Qualcuno che non c’è più',
  answered: 'Gestite',
  firstResponse: '1ª risposta',
  rating: 'Valutazione',
  noAnswers: 'Nessuno ha risposto a conversazioni di questo periodo.',

  distribution: 'Prima risposta',
  within: '{share} entro {time}',
  under: 'meno di {to}',
  range: '{from} – {to}',
  over: 'più di {from}',

  advice: 'Che cosa fare',
  findings: {
    waiting: {
      one: '{count} conversazione di questo periodo aspetta ancora la prima risposta.',
      other: '{count} conversazioni di questo periodo aspettano ancora la prima risposta.',
    },
    missedDay:
      '{missed} delle {all} perse sono arrivate di {day}. Metti qualcuno quel giorno, o scrivi negli orari che è chiuso.',
    slowTail:
      'Una su dieci aspetta più di {time}. Riduci le conversazioni per persona, o fai tornare in coda quelle a cui nessuno risponde.',
    slower:
      'La prima risposta richiede {time} in più rispetto al periodo prima. Guarda se c’è abbastanza gente online all’ora di punta.',
    unhappy: {
      one: '{count} conversazione ha ricevuto un 1 o un 2. Leggila: dice che cosa migliorare.',
      other: '{count} conversazioni hanno ricevuto un 1 o un 2. Leggile: dicono che cosa migliorare.',
    },
    oneCarries:
      '{name} risponde al {share} delle conversazioni. Falle distribuire a turno, così un’assenza non si nota.',
    good: 'Niente da segnalare: si risponde a quasi tutto, e presto.',
  },
  see: 'Vedile',
  seeDay: 'Vedi quelle di {day}',

  chatsOf: 'Conversazioni: {what}',
  loadingChats: 'Caricamento delle conversazioni…',
  chatsFailed: 'Non è stato possibile caricare le conversazioni',
  noChats: 'Non ce ne sono più: nel frattempo è cambiato.',
  close: 'Chiudi',
  rated: 'voto {score}',
}
