/** How somebody of the team is called, and which keys they use: the words of what each chooses for themself. */
export const personalEn = {
  close: 'Close',
  notSaved: 'This was not saved: {reason}',
  loading: 'Loading…',

  // A notification says
  callNewChat: 'New chat · {name}',
  callMention: '{name} mentions you · {visitor}',

  // How to be called
  notifications: 'Notifications',
  notificationsIntro: 'How you are called when somebody writes. The same on all of your devices.',
  whatFor: 'What for',
  kinds: {
    newChat: 'A chat that nobody has taken',
    message: 'A message in one of your chats',
    mention: 'A note that mentions you',
  },
  shown: 'Notification',
  heard: 'Sound',
  hear: 'Hear it: {what}',
  volume: 'Volume',
  repeat: 'Repeat until read',
  repeatHint: 'Sounds every 30 seconds for as long as it waits.',
  quietHours: 'Quiet hours',
  quietHoursHint: 'Nothing sounds and nothing is shown. The count in the tab stays.',
  quietFrom: 'From',
  quietTo: 'To',
  quietZone: 'In the time of {zone}',
  push: 'Also while the console is closed',
  pushHint: 'This browser then shows what nobody has read after some seconds.',
  pushUnsupported:
    'This browser cannot do that here. On an iPhone, add the console to the home screen first.',
  pushDevices: 'Browsers that are told',
  pushForget: 'Tell {device} no more',
  pushTest: 'Send a test',
  pushTested: 'Sent. It arrives in a moment.',
  pushFailed: 'That did not work. The browser, or the push service of its maker, did not agree.',
  thisBrowser: 'This browser',
  allow: 'Allow notifications',
  permissions: {
    granted: 'May show notifications, also while the console is behind another window.',
    default: 'Has not been asked yet whether it may show notifications.',
    denied:
      'Shows no notifications: they are blocked for this page. Allow them in the browser’s settings for it.',
    unsupported: 'Shows no notifications here. On an iPhone, add the console to the home screen first.',
  },

  // Keys
  keys: 'Keys',
  keysIntro:
    'Press a key’s button, then the key that you would rather have; Backspace takes it away. The same on all of your devices.',
  keysInList: 'In the list',
  keysEverywhere: 'Everywhere',
  singleKeysHint: 'On this device. Without them, only keys with Ctrl, ⌘ or Alt do something.',
  keyNames: {
    next: 'Next chat',
    previous: 'Previous chat',
    pick: 'Pick for an action on several',
    reply: 'Reply',
    note: 'Note',
    claim: 'Take',
    assign: 'Assign',
    handOver: 'Hand over with a reason',
    tags: 'Change tags',
    macros: 'Run a macro',
    snooze: 'Snooze',
    close: 'Close or reopen',
    markUnread: 'Mark as unread',
    search: 'Search',
    keys: 'Show these keys',
    palette: 'Open the palette',
    sendAndClose: 'Send and close',
  },
  keyView: 'View {number}',
  keyOpen: 'Open the chat',
  keyBack: 'Back to the list',
  changeKey: '{what}: {key}. Change',
  pressKey: 'Press a key…',
  pressKeyFor: 'Press a key for “{what}”. Esc leaves it as it is.',
  noKey: 'none',
  keyTaken: '{key} is “{what}” already.',
  keyNotAllowed: '{key} cannot be used for this.',
  resetKeys: 'Back to the usual keys',
  keysReset: 'The usual keys are back.',
}

export type PersonalStrings = typeof personalEn
