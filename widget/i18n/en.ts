import type { Translated } from './plural.ts'

/** What the widget and the parts it shares with the console say. Other languages are checked against this one. */
export const en = {
  openChat: 'Open the chat',
  minimize: 'Minimize',
  options: 'Options',
  unread: { one: '{count} unread message', other: '{count} unread messages' },
  chatWith: 'Chat with {name}',
  chat: 'Chat',
  poweredBy: 'Powered by',

  online: 'Online',
  offline: 'Away right now',
  repliesIn: { one: 'Replies in ~{count} min', other: 'Replies in ~{count} min' },
  backAt: 'Back {when}',
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting…',

  greeting: 'How can we help?',
  greetingOnline: 'Write to us. A person answers.',
  greetingOffline: 'Write now. Your answer will be waiting here.',
  loading: 'Loading the messages…',
  loadFailed: 'The messages could not be loaded.',
  closed: 'This chat has ended. Write to resume it.',

  messages: 'Messages',
  newMessages: { one: '{count} new message', other: '{count} new messages' },
  newBelow: { one: '{count} new', other: '{count} new' },
  toEnd: 'Go to the newest message',
  loadingOlder: 'Loading older messages…',
  today: 'Today',
  yesterday: 'Yesterday',
  you: 'You',
  visitor: 'Visitor',
  wrote: '{name}, {time}',
  isTyping: '{name} is typing',
  areTyping: '{names} are typing',

  sending: 'Sending…',
  undo: 'Undo',
  sent: 'Sent',
  read: 'Read',
  notSent: 'Not sent',
  edited: 'Edited',
  deleted: 'Message deleted',
  tryAgain: 'Try again',
  discard: 'Discard',

  message: 'Message',
  writeMessage: 'Write a message…',
  send: 'Send',
  emoji: 'Emoji',
  charactersLeft: { one: '{count} character left', other: '{count} characters left' },
  charactersOver: { one: '{count} character too many', other: '{count} characters too many' },

  disconnected: 'No connection.',
  nextTry: { one: 'Next try in {count} s', other: 'Next try in {count} s' },
  connectNow: 'Now',
  youAreOffline: 'You’re offline. We’ll send it when you’re back.',
} as const

export type Strings = Translated<typeof en>
