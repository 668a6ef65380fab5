import type { StatsStrings } from './stats.en.ts'

export const statsFr: StatsStrings = {
  title: 'Statistiques',
  period: 'Période',
  lastDays: { one: '{count} jour', other: '{count} jours' },
  otherPeriod: 'Autre',
  from: 'Du',
  to: 'Au',
  site: 'Site',
  everySite: 'Tous les sites',
  timeZone: 'Fuseau horaire',
  usualZones: 'Les vôtres',
  otherZones: 'Tous',
  csv: 'CSV',
  csvHint: 'Télécharger les conversations sous forme de tableau',
  csvFailed: 'Impossible de télécharger le tableau.',
  loading: 'Calcul…',
  failed: 'Impossible de charger les chiffres',
  oddPeriod: 'Choisissez un premier jour qui ne suit pas le dernier, et un an au plus.',
  empty: 'Aucune conversation dans cette période',
  emptyHint: 'Choisissez-en une plus longue, ou un autre site.',
  longer: 'Voir les 90 derniers jours',
  what: 'Qu’est-ce que « {figure} » ?',

  figures: {
    conversations: 'Conversations',
    firstResponse: 'Première réponse',
    resolution: 'Jusqu’à la fermeture',
    rating: 'Évaluation',
    missed: 'Manquées',
  },
  explained: {
    conversations:
      'Conversations ouvertes dans la période où quelque chose a été dit que le visiteur a vu. Elles comptent pour le jour de leur ouverture, quoi qu’il arrive ensuite.',
    firstResponse:
      'Du premier message du visiteur à la première réponse de l’équipe : la moitié des conversations traitées a pris ce temps ou moins. Les heures de fermeture comptent aussi ; une note n’est pas une réponse.',
    resolution:
      'Du premier message du visiteur à la fermeture : la moitié des conversations fermées a pris ce temps ou moins. Pour une conversation rouverte, la dernière fermeture compte.',
    rating: 'La moyenne des notes de 1 à 5 données par les visiteurs, et combien en ont donné.',
    missed: 'Parmi les conversations traitées ou manquées, la part fermée sans que personne n’ait répondu.',
    byDay:
      'Chaque conversation compte pour le jour de son ouverture. Cliquez sur une barre pour voir ses conversations.',
    byHour:
      'Quand elles ont été ouvertes, par jour et heure de la semaine dans le fuseau choisi. Cliquez sur une case pour les voir ; les flèches déplacent.',
    byCommercial: 'Conversations selon qui a répondu en premier, avec sa médiane et son évaluation.',
    distribution:
      'Combien de temps le visiteur a attendu la première réponse, dans les conversations traitées.',
  },
  outOfFive: '{score} / 5',
  nothingYet: 'Rien encore',
  more: '{share} de plus {versus}',
  fewer: '{share} de moins {versus}',
  sameAsBefore: 'autant qu’avant',
  faster: '{time} plus rapide (médiane)',
  slower: '{time} plus lente (médiane)',
  asFast: 'comme avant (médiane)',
  pointsUp: '{points} points de plus',
  pointsDown: '{points} points de moins',
  versus: { one: 'que la veille', other: 'que les {count} jours précédents' },
  ratings: { one: '{count} évaluation', other: '{count} évaluations' },
  closed: { one: '{count} est fermée', other: '{count} sont fermées' },
  conversationsCount: { one: '{count} conversation', other: '{count} conversations' },
  nineInTen: 'neuf sur dix en {time}',

  byDay: 'Conversations par jour',
  byWeek: 'Conversations par semaine',
  outcomes: {
    answered: 'Traitées',
    missed: 'Manquées',
    waiting: 'En attente',
    started: 'Commencées par l’équipe',
  },
  bar: '{day} : {answered} traitées, {missed} manquées, {all} au total',
  tip: '{day} · {answered} traitées, {missed} manquées',
  asTable: 'En tableau',
  day: 'Jour',
  days: 'Jours',
  all: 'Toutes',
  between: '{from} – {to}',

  byHour: 'Quand on vous écrit',
  hour: '{day}, {hour} : {conversations}',
  peak: 'Le pic est le {day} de {from} à {to}.',

  byCommercial: 'Équipe',
  commercial: 'Commercial',
  gone: 'Quelqu’un qui n’est plus là',
  answered: 'Traitées',
  firstResponse: '1re réponse',
  rating: 'Évaluation',
  noAnswers: 'Personne n’a répondu à des conversations de cette période.',

  distribution: 'Première réponse',
  within: '{share} en {time}',
  under: 'moins de {to}',
  range: '{from} – {to}',
  over: 'plus de {from}',

  advice: 'Que faire',
  findings: {
    waiting: {
      one: '{count} conversation de cette période attend toujours sa première réponse.',
      other: '{count} conversations de cette période attendent toujours leur première réponse.',
    },
    missedDay:
      '{missed} des {all} manquées sont arrivées le {day}. Mettez quelqu’un ce jour-là, ou dites dans les horaires que c’est fermé.',
    slowTail:
      'Une sur dix attend plus de {time}. Réduisez le nombre de conversations par personne, ou faites revenir dans la file celles auxquelles personne ne répond.',
    slower:
      'La première réponse prend {time} de plus que dans la période précédente. Voyez s’il y a assez de monde en ligne à l’heure du pic.',
    unhappy: {
      one: '{count} conversation a reçu un 1 ou un 2. Lisez-la : elle dit quoi améliorer.',
      other: '{count} conversations ont reçu un 1 ou un 2. Lisez-les : elles disent quoi améliorer.',
    },
    oneCarries:
      '{name} répond à {share} des conversations. Répartissez-les à tour de rôle, pour qu’une absence ne se remarque pas.',
    good: 'Rien à signaler : presque tout a sa réponse, et vite.',
  },
  see: 'Les voir',
  seeDay: 'Voir celles du {day}',

  chatsOf: 'Conversations : {what}',
  loadingChats: 'Chargement des conversations…',
  chatsFailed: 'Impossible de charger les conversations',
  noChats: 'Il n’y en a plus : cela a changé entre-temps.',
  close: 'Fermer',
  rated: 'note {score}',
}
