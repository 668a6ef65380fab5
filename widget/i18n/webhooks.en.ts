import type { PluralForms } from './plural.ts'

/** The words of the page about webhooks. */
export const webhooksEn = {
  intro: 'Other systems hear of what happens here, the moment it does: a CRM, a bot, a channel of the team.',
  list: 'Addresses',
  add: 'New webhook',
  empty: 'Nobody is told anything yet.',
  url: 'Address',
  urlHint: 'https, on a public host. It gets one signed request for each event.',
  oddUrl: 'An https address on a public host, by its name.',
  site: 'Of which site',
  events: 'What to tell',
  noEvents: 'Choose at least one.',
  eventCount: { one: '{count} event', other: '{count} events' },
  subjects: {
    chat: 'Conversations',
    message: 'Messages',
    note: 'Notes, which visitors never see',
    visitor: 'Visitors',
  },
  event: {
    'chat.created': 'Begun',
    'chat.assigned': 'Assigned',
    'chat.closed': 'Closed',
    'chat.reopened': 'Reopened',
    'chat.rated': 'Rated',
    'message.created': 'Written',
    'message.updated': 'Changed',
    'message.deleted': 'Deleted',
    'note.created': 'Written',
    'note.updated': 'Changed',
    'note.deleted': 'Deleted',
    'visitor.identified': 'Identified by your site',
    'visitor.merged': 'Merged',
    'visitor.erased': 'Erased',
  },
  enabled: 'On',
  enabledHint: 'What happens while it is off is not told later.',
  off: 'Off',
  failing: 'Fails since {when}',
  stopped: 'Stopped',
  stoppedFailing:
    'It took nothing for a day, so it is told nothing any more. Turn it on again once it works: what still waits is sent then.',
  stoppedGone: 'The address answered that it is gone (410), so it is told nothing any more.',
  secretMade: 'Copy the secret now: it is not shown again.',
  newSecret: 'New secret',
  newSecretSure: 'For a day requests are signed with the old one, too.',
  test: 'Send a test',
  testing: 'Sending…',
  testTaken: 'The test was taken: {status}, {duration}.',
  testFailed: 'The test was not taken: {why}.',
  deliveries: 'Sent',
  noDeliveries: 'Nothing was sent in the last week.',
  loading: 'Loading…',
  failedToLoad: 'What was sent could not be loaded',
  states: { pending: 'Waiting', delivered: 'Delivered', failed: 'Failed' },
  testEvent: 'Test',
  tries: { one: '{count} try', other: '{count} tries' },
  next: 'Again: {when}',
  duration: '{ms} ms',
  answer: 'Answer',
  redeliver: 'Send again',
  older: 'Show older ones',
  problems: {
    timeout: 'no answer within ten seconds',
    unreachable: 'not reached',
    not_allowed: 'not an address that this server asks',
    redirected: 'it leads elsewhere, which is not followed',
    refused: 'refused',
    no_secret: 'its secret cannot be read any more: make a new one',
  },
  verify: 'Making sure it was this server',
  verifyHint:
    'Anybody can post to your address. Check the signature over the request as it came, with the secret of the webhook.',
}

type English = typeof webhooksEn
export type WebhookStrings = Omit<English, 'eventCount' | 'tries'> & {
  readonly eventCount: PluralForms
  readonly tries: PluralForms
}
