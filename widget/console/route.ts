import type { ChatId } from '#shared/ids.ts'

/** Where the address points: a chat, or the first account's one-time link. */
export interface Route {
  readonly chatId: ChatId | null
  readonly setupToken: string | null
}

/** Reads `#chat=ID` and `#setup=TOKEN`; on `/setup` the whole fragment is the token. */
export function parseRoute({ hash, pathname }: { hash: string; pathname: string }): Route {
  const fragment = hash.replace(/^#/, '')
  const values = new URLSearchParams(fragment)
  const isSetupPage = /\/setup\/?$/.test(pathname)
  return {
    chatId: toChatId(values.get('chat')),
    setupToken: values.get('setup') ?? (isSetupPage && fragment !== '' ? fragment : null),
  }
}

/** The fragment that leads to a chat; empty for the list alone. */
export function toHash(chatId: ChatId | null): string {
  return chatId === null ? '' : `#chat=${encodeURIComponent(chatId)}`
}

// From here on it is an id like any other: one that names nothing is answered with "does not exist".
function toChatId(text: string | null): ChatId | null {
  return text === null || text === '' ? null : (text as ChatId)
}
