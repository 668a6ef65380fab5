import type { PluralForms } from './plural.ts'

/** The words of merging two visitors who are one person. */
export const mergingEn = {
  title: 'Who else is {name}?',
  search: 'Name, e-mail or number',
  searchHint: 'Of those who have written to this site.',
  searching: 'Searching…',
  nobody: 'Nobody like that has written.',
  compare: 'Are these two the same person?',
  stays: 'Stays',
  goes: 'Becomes part of it',
  swap: 'The other way round',
  another: 'Choose somebody else',
  noEmail: 'No e-mail',
  chats: { one: '{count} conversation', other: '{count} conversations' },
  seen: 'Seen {when}',
  online: 'Online now',
  effectAll:
    'Conversations, files and pages of both become those of one. Where both say something, what stays counts.',
  effectOpen:
    'Both have an open conversation: the one that waits for an answer stays open, the other is closed.',
  effectSession:
    'Whoever becomes part of it is signed out of the chat in their browser, and is somebody new there.',
  effectOnline: 'They are online at this moment.',
  final: 'This cannot be undone.',
  merge: 'Merge',
  merging: 'Merging…',
  bothVerified: 'Your site vouches for both, as two different people: they stay two.',
  blocked: 'One of them is blocked. Unblock them first.',
}

type English = typeof mergingEn
export type MergingStrings = Omit<English, 'chats'> & { readonly chats: PluralForms }
