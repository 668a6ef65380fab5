import type { StatsStrings } from './stats.en.ts'

export const statsCa: StatsStrings = {
  title: 'Estadístiques',
  period: 'Període',
  lastDays: { one: '{count} dia', other: '{count} dies' },
  otherPeriod: 'Un altre',
  from: 'Des de',
  to: 'Fins a',
  site: 'Web',
  everySite: 'Tots els webs',
  timeZone: 'Zona horària',
  usualZones: 'Les vostres',
  otherZones: 'Totes',
  csv: 'CSV',
  csvHint: 'Baixa les converses com a taula',
  csvFailed: 'No s’ha pogut baixar la taula.',
  loading: 'S’està calculant…',
  failed: 'No s’han pogut carregar les xifres',
  oddPeriod: 'Tria un primer dia que no sigui posterior a l’últim, i com a molt un any.',
  empty: 'No hi ha converses en aquest període',
  emptyHint: 'Tria’n un de més llarg, o un altre web.',
  longer: 'Mostra els últims 90 dies',
  what: 'Què és «{figure}»?',

  figures: {
    conversations: 'Converses',
    firstResponse: 'Primera resposta',
    resolution: 'Fins a tancar',
    rating: 'Valoració',
    missed: 'Perdudes',
  },
  explained: {
    conversations:
      'Converses obertes en el període en què es va dir alguna cosa que el visitant va veure. Compten el dia que es van obrir, passi el que passi després.',
    firstResponse:
      'Del primer missatge del visitant a la primera resposta de l’equip: la meitat de les converses ateses va trigar això o menys. Les hores de tancament també compten; una nota no és resposta.',
    resolution:
      'Del primer missatge del visitant al tancament: la meitat de les converses tancades va trigar això o menys. Si se’n va reobrir una, compta l’últim tancament.',
    rating: 'La mitjana de les notes de l’1 al 5 que van donar els visitants, i quants en van donar.',
    missed: 'De les converses ateses o perdudes, la part que es va tancar sense que ningú contestés.',
    byDay: 'Cada conversa compta el dia que es va obrir. Prem una barra per veure’n les converses.',
    byHour:
      'Quan es van obrir, per dia i hora de la setmana a la zona horària triada. Prem un quadre per veure-les; les fletxes mouen.',
    byCommercial: 'Converses segons qui va contestar primer, amb la mediana i la valoració.',
    distribution: 'Quant va esperar el visitant la primera resposta, a les converses ateses.',
  },
  outOfFive: '{score} / 5',
  nothingYet: 'Encara no n’hi ha',
  more: '{share} més {versus}',
  fewer: '{share} menys {versus}',
  sameAsBefore: 'les mateixes que abans',
  faster: '{time} més ràpida (mediana)',
  slower: '{time} més lenta (mediana)',
  asFast: 'igual que abans (mediana)',
  pointsUp: '{points} punts més',
  pointsDown: '{points} punts menys',
  versus: { one: 'que el dia previ', other: 'que els {count} dies previs' },
  ratings: { one: '{count} valoració', other: '{count} valoracions' },
  closed: { one: '{count} està tancada', other: '{count} estan tancades' },
  conversationsCount: { one: '{count} conversa', other: '{count} converses' },
  nineInTen: 'nou de cada deu en {time}',

  byDay: 'Converses per dia',
  byWeek: 'Converses per setmana',
  outcomes: {
    answered: 'Ateses',
    missed: 'Perdudes',
    waiting: 'Esperen',
    started: 'Començades per l’equip',
  },
  bar: '{day}: {answered} ateses, {missed} perdudes, {all} en total',
  tip: '{day} · {answered} ateses, {missed} perdudes',
  asTable: 'Com a taula',
  day: 'Dia',
  days: 'Dies',
  all: 'Totes',
  between: '{from} – {to}',

  byHour: 'Quan us escriuen',
  hour: '{day}, {hour}: {conversations}',
  peak: 'El pic és {day} de {from} a {to}.',

  byCommercial: 'Equip',
  commercial: 'Comercial',
  gone: 'Algú que ja no hi és',
  answered: 'Ateses',
  firstResponse: '1a resposta',
  rating: 'Valoració',
  noAnswers: 'Ningú no ha contestat converses d’aquest període.',

  distribution: 'Primera resposta',
  within: '{share} dins de {time}',
  under: 'menys de {to}',
  range: '{from} – {to}',
  over: 'més de {from}',

  advice: 'Què fer',
  findings: {
    waiting: {
      one: '{count} conversa d’aquest període encara espera la primera resposta.',
      other: '{count} converses d’aquest període encara esperen la primera resposta.',
    },
    missedDay:
      '{missed} de les {all} perdudes van arribar en {day}. Posa-hi algú aquell dia, o digues a l’horari que està tancat.',
    slowTail:
      'Una de cada deu espera més de {time}. Abaixa les converses que es donen a cada persona, o fes que tornin a la cua les que ningú no contesta.',
    slower:
      'La primera resposta triga {time} més que en el període previ. Mira si hi ha prou gent en línia a l’hora del pic.',
    unhappy: {
      one: '{count} conversa va rebre un 1 o un 2. Llegeix-la: diu què cal millorar.',
      other: '{count} converses van rebre un 1 o un 2. Llegeix-les: diuen què cal millorar.',
    },
    oneCarries:
      '{name} contesta el {share} de les converses. Que es donin per torn, perquè una absència no es noti.',
    good: 'Res no crida l’atenció: es contesta gairebé tot, i aviat.',
  },
  see: 'Mostra-les',
  seeDay: 'Mostra les de {day}',

  chatsOf: 'Converses: {what}',
  loadingChats: 'S’estan carregant les converses…',
  chatsFailed: 'No s’han pogut carregar les converses',
  noChats: 'Ja no n’hi ha cap: ha canviat mentrestant.',
  close: 'Tanca',
  rated: 'nota {score}',
}
