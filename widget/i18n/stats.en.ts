import type { PluralForms } from './plural.ts'

const conversations: PluralForms = { one: '{count} conversation', other: '{count} conversations' }
const ratings: PluralForms = { one: '{count} rating', other: '{count} ratings' }
const closed: PluralForms = { one: '{count} is closed', other: '{count} are closed' }
const lastDays: PluralForms = { one: '{count} day', other: '{count} days' }
const versus: PluralForms = { one: 'than the day before', other: 'than the {count} days before' }

/** The words of the statistics; `docs/statistics.md` defines the figures. */
export const statsEn = {
  title: 'Statistics',
  period: 'Period',
  lastDays,
  otherPeriod: 'Other',
  from: 'From',
  to: 'To',
  site: 'Site',
  everySite: 'All sites',
  timeZone: 'Time zone',
  usualZones: 'Yours',
  otherZones: 'All',
  csv: 'CSV',
  csvHint: 'Download the conversations as a table',
  csvFailed: 'The table could not be downloaded.',
  loading: 'Working out the figures…',
  failed: 'The figures could not be loaded',
  oddPeriod: 'Choose a first day that is not after the last, and at most a year.',
  empty: 'No conversations in this period',
  emptyHint: 'Choose a longer one, or another site.',
  longer: 'See the last 90 days',
  what: 'What is “{figure}”?',

  figures: {
    conversations: 'Conversations',
    firstResponse: 'First response',
    resolution: 'Until closed',
    rating: 'Rating',
    missed: 'Missed',
  },
  explained: {
    conversations:
      'Chats opened in the period in which something was said that the visitor saw. They count on the day on which they were opened, whatever happens later.',
    firstResponse:
      'From the visitor’s first message to the team’s first answer: half of the answered conversations were as fast or faster. Closed hours count too; a note is no answer.',
    resolution:
      'From the visitor’s first message to closing: half of the conversations that are closed now were as fast or faster. One that was opened again counts from its last closing.',
    rating: 'The mean of the scores from 1 to 5 that visitors gave, and how many did.',
    missed:
      'Of the conversations that were answered or missed, the share that was closed without anybody ever answering.',
    byDay:
      'Each conversation counts on the day on which it was opened. Press a bar to see its conversations.',
    byHour:
      'When conversations were opened, by day and hour of the week in the time zone that was chosen. Press a square to see them; arrow keys move.',
    byCommercial: 'Conversations by who answered first, with the median and the rating of those.',
    distribution: 'How long the visitor waited for the first answer, in answered conversations.',
  },
  outOfFive: '{score} / 5',
  nothingYet: 'None yet',
  more: '{share} more {versus}',
  fewer: '{share} fewer {versus}',
  sameAsBefore: 'as many as before',
  faster: '{time} faster (median)',
  slower: '{time} slower (median)',
  asFast: 'as fast as before (median)',
  pointsUp: '{points} points more',
  pointsDown: '{points} points fewer',
  versus,
  ratings,
  closed,
  conversationsCount: conversations,
  nineInTen: 'nine in ten within {time}',

  byDay: 'Conversations by day',
  byWeek: 'Conversations by week',
  outcomes: { answered: 'Answered', missed: 'Missed', waiting: 'Waiting', started: 'Started by the team' },
  bar: '{day}: {answered} answered, {missed} missed, {all} in all',
  tip: '{day} · {answered} answered, {missed} missed',
  asTable: 'As a table',
  day: 'Day',
  days: 'Days',
  all: 'All',
  between: '{from} – {to}',

  byHour: 'When they write to you',
  hour: '{day}, {hour}: {conversations}',
  peak: 'The peak is {day} from {from} to {to}.',

  byCommercial: 'Team',
  commercial: 'Person',
  gone: 'Somebody who left',
  answered: 'Answered',
  firstResponse: '1st response',
  rating: 'Rating',
  noAnswers: 'Nobody has answered a conversation of this period.',

  distribution: 'First response',
  within: '{share} within {time}',
  under: 'under {to}',
  range: '{from} – {to}',
  over: 'over {from}',

  advice: 'What to do',
  findings: {
    waiting: {
      one: '{count} conversation of this period still waits for its first answer.',
      other: '{count} conversations of this period still wait for their first answer.',
    } as PluralForms,
    missedDay:
      '{missed} of the {all} missed conversations came on a {day}. Have somebody there, or say in the office hours that you are closed.',
    slowTail:
      'One in ten waits more than {time}. Lower the number of chats a person is given, or have those that nobody answers go back to the queue.',
    slower:
      'The first answer takes {time} longer than in the period before. See whether there are enough people online at the peak.',
    unhappy: {
      one: '{count} conversation was rated 1 or 2. Read it: it says what to mend.',
      other: '{count} conversations were rated 1 or 2. Read them: they say what to mend.',
    } as PluralForms,
    oneCarries:
      '{name} answers {share} of the conversations. Let the routing give them in turn, so that one absence is not felt.',
    good: 'Nothing stands out: most are answered, and soon.',
  },
  see: 'See them',
  seeDay: 'See those of {day}',

  chatsOf: 'Conversations: {what}',
  loadingChats: 'Loading conversations…',
  chatsFailed: 'The conversations could not be loaded',
  noChats: 'None any more: it has changed meanwhile.',
  close: 'Close',
  rated: 'rated {score}',
}

export type StatsStrings = typeof statsEn
