import type { StatsStrings } from './stats.en.ts'

export const statsDe: StatsStrings = {
  title: 'Statistik',
  period: 'Zeitraum',
  lastDays: { one: '{count} Tag', other: '{count} Tage' },
  otherPeriod: 'Anderer',
  from: 'Von',
  to: 'Bis',
  site: 'Website',
  everySite: 'Alle Websites',
  timeZone: 'Zeitzone',
  usualZones: 'Ihre',
  otherZones: 'Alle',
  csv: 'CSV',
  csvHint: 'Die Chats als Tabelle herunterladen',
  csvFailed: 'Die Tabelle konnte nicht heruntergeladen werden.',
  loading: 'Wird berechnet…',
  failed: 'Die Zahlen konnten nicht geladen werden',
  oddPeriod: 'Wählen Sie einen ersten Tag, der nicht nach dem letzten liegt, und höchstens ein Jahr.',
  empty: 'Keine Chats in diesem Zeitraum',
  emptyHint: 'Wählen Sie einen längeren, oder eine andere Website.',
  longer: 'Die letzten 90 Tage ansehen',
  what: 'Was ist „{figure}“?',

  figures: {
    conversations: 'Chats',
    firstResponse: 'Erste Antwort',
    resolution: 'Bis zum Schließen',
    rating: 'Bewertung',
    missed: 'Verpasst',
  },
  explained: {
    conversations:
      'Chats, die im Zeitraum geöffnet wurden und in denen etwas gesagt wurde, das der Besucher sah. Sie zählen für den Tag, an dem sie geöffnet wurden, was auch danach geschieht.',
    firstResponse:
      'Von der ersten Nachricht des Besuchers bis zur ersten Antwort des Teams: Die Hälfte der beantworteten Chats brauchte so lange oder weniger. Auch geschlossene Stunden zählen; eine Notiz ist keine Antwort.',
    resolution:
      'Von der ersten Nachricht des Besuchers bis zum Schließen: Die Hälfte der geschlossenen Chats brauchte so lange oder weniger. Wurde einer wieder geöffnet, zählt das letzte Schließen.',
    rating: 'Der Durchschnitt der Noten von 1 bis 5, die Besucher gaben, und wie viele eine gaben.',
    missed:
      'Von den beantworteten oder verpassten Chats der Teil, der geschlossen wurde, ohne dass jemand antwortete.',
    byDay:
      'Jeder Chat zählt für den Tag, an dem er geöffnet wurde. Drücken Sie auf einen Balken, um seine Chats zu sehen.',
    byHour:
      'Wann sie geöffnet wurden, nach Tag und Stunde der Woche in der gewählten Zeitzone. Drücken Sie auf ein Feld, um sie zu sehen; die Pfeiltasten bewegen.',
    byCommercial: 'Chats danach, wer zuerst antwortete, mit Median und Bewertung.',
    distribution: 'Wie lange der Besucher auf die erste Antwort wartete, in beantworteten Chats.',
  },
  outOfFive: '{score} / 5',
  nothingYet: 'Noch nichts',
  more: '{share} mehr {versus}',
  fewer: '{share} weniger {versus}',
  sameAsBefore: 'so viele wie vorher',
  faster: '{time} schneller (Median)',
  slower: '{time} langsamer (Median)',
  asFast: 'wie vorher (Median)',
  pointsUp: '{points} Punkte mehr',
  pointsDown: '{points} Punkte weniger',
  versus: { one: 'als am Tag davor', other: 'als in den {count} Tagen davor' },
  ratings: { one: '{count} Bewertung', other: '{count} Bewertungen' },
  closed: { one: '{count} ist geschlossen', other: '{count} sind geschlossen' },
  conversationsCount: { one: '{count} Chat', other: '{count} Chats' },
  nineInTen: 'neun von zehn in {time}',

  byDay: 'Chats nach Tag',
  byWeek: 'Chats nach Woche',
  outcomes: {
    answered: 'Beantwortet',
    missed: 'Verpasst',
    waiting: 'Warten',
    started: 'Vom Team begonnen',
  },
  bar: '{day}: {answered} beantwortet, {missed} verpasst, {all} insgesamt',
  tip: '{day} · {answered} beantwortet, {missed} verpasst',
  asTable: 'Als Tabelle',
  day: 'Tag',
  days: 'Tage',
  all: 'Alle',
  between: '{from} – {to}',

  byHour: 'Wann Ihnen geschrieben wird',
  hour: '{day}, {hour}: {conversations}',
  peak: 'Am meisten ist {day} von {from} bis {to} los.',

  byCommercial: 'Team',
  commercial: 'Person',
  gone: 'Jemand, der nicht mehr da ist',
  answered: 'Beantwortet',
  firstResponse: '1. Antwort',
  rating: 'Bewertung',
  noAnswers: 'Niemand hat Chats dieses Zeitraums beantwortet.',

  distribution: 'Erste Antwort',
  within: '{share} innerhalb von {time}',
  under: 'unter {to}',
  range: '{from} – {to}',
  over: 'über {from}',

  advice: 'Was zu tun ist',
  findings: {
    waiting: {
      one: '{count} Chat dieses Zeitraums wartet noch auf die erste Antwort.',
      other: '{count} Chats dieses Zeitraums warten noch auf die erste Antwort.',
    },
    missedDay:
      '{missed} der {all} verpassten kamen am {day}. Setzen Sie an diesem Tag jemanden ein, oder sagen Sie in den Öffnungszeiten, dass geschlossen ist.',
    slowTail:
      'Einer von zehn wartet länger als {time}. Geben Sie jeder Person weniger Chats, oder lassen Sie unbeantwortete in die Warteschlange zurückgehen.',
    slower:
      'Die erste Antwort dauert {time} länger als im Zeitraum davor. Sehen Sie nach, ob zur stärksten Stunde genug Leute online sind.',
    unhappy: {
      one: '{count} Chat bekam eine 1 oder 2. Lesen Sie ihn: Er sagt, was zu verbessern ist.',
      other: '{count} Chats bekamen eine 1 oder 2. Lesen Sie sie: Sie sagen, was zu verbessern ist.',
    },
    oneCarries:
      '{name} beantwortet {share} der Chats. Lassen Sie sie reihum verteilen, damit eine Abwesenheit nicht auffällt.',
    good: 'Nichts fällt auf: Fast alles wird beantwortet, und bald.',
  },
  see: 'Ansehen',
  seeDay: 'Die vom {day} ansehen',

  chatsOf: 'Chats: {what}',
  loadingChats: 'Chats werden geladen…',
  chatsFailed: 'Die Chats konnten nicht geladen werden',
  noChats: 'Es gibt keine mehr: Das hat sich inzwischen geändert.',
  close: 'Schließen',
  rated: 'Note {score}',
}
