import type { Translated } from './plural.ts'

/** What the widget says beyond the talk itself: forms, the end of a chat, its menu. It comes with what shows it. */
export const visitorEn = {
  beforeStarting: 'Before we start',
  beforeStartingLead: 'So that whoever answers knows who is asking.',
  name: 'Name',
  email: 'E-mail',
  phone: 'Phone',
  topic: 'How can we help?',
  choose: 'Choose…',
  optional: '{label} (optional)',
  privacy: 'Privacy',
  startChat: 'Start chatting',

  required: 'Please fill this in',
  emailWithoutAt: 'The @ is missing, e.g. nuria@example.com',
  emailWithoutDomain: 'The domain is missing, e.g. nuria@example.com',
  emailWrong: 'That is no e-mail address, e.g. nuria@example.com',
  phoneWrong: 'That is no phone number, e.g. +34 600 123 456',
  consentNeeded: 'We may only keep the chat if you agree',
  notDone: 'That did not work. What you wrote is still here.',

  closedTitle: 'Nobody is here right now',
  closedLead: 'Leave us your question. If you come back to this page, the answer will be here.',
  closedUntil:
    'We are back {when}. Leave us your question: if you return to this page, the answer will be here.',
  yourMessage: 'Your message',
  sendMessage: 'Send message',

  endedAt: 'Chat ended · {time}',
  howWasIt: 'How did we do?',
  onlyTeam: 'Only the team reads this.',
  score1: 'Very bad',
  score2: 'Bad',
  score3: 'All right',
  score4: 'Good',
  score5: 'Very good',
  comment: 'Anything to add? (optional)',
  sendRating: 'Send rating',
  thanks: 'Thank you for telling us.',
  resume: 'Resume the chat',

  sound: 'Sound',
  notifications: 'Notifications',
  notificationsBlocked: 'Blocked in your browser’s settings',
  transcript: 'Download the chat',
  exportData: 'Download my data',
  deleteData: 'Delete my data',
  deleteAsk: 'Delete everything?',
  deleteExplained: 'Your messages and what is known of you are erased for good, here and at {name}.',
  deleteForGood: 'Delete for good',
  cancel: 'Cancel',
  deleted: 'Everything has been erased.',

  dismiss: 'Dismiss',
} as const

export type VisitorStrings = Translated<typeof visitorEn>
