import type { Manager } from 'socket.io-client'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient, TokenStore } from '../../widget/core/chat-client.ts'
import { createChatClient } from '../../widget/core/create-chat-client.ts'
import { realEnvironment, type Environment } from '../../widget/core/environment.ts'
import type { ChatView, ClientState } from '../../widget/core/state.ts'
import { builtFiles, chunkName, SOCKET_CHUNK } from '../size/measure.ts'

const PATIENCE_MS = 8_000

const open = new Set<ChatClient>()

/** As in a visitor's browser: their build of the connection is not the library's own. */
export const visitorEnvironment: Environment = {
  ...realEnvironment,
  loadSocket: async () => {
    const { Manager } = await importSocketChunk()
    return (url, options) => new Manager(url, options).socket('/', options)
  },
}

async function importSocketChunk(): Promise<{ Manager: typeof Manager }> {
  const file = builtFiles().lazyFiles.find((name) => chunkName(name) === SOCKET_CHUNK)
  return import(new URL(`../../dist/${file}`, import.meta.url).href)
}

interface VisitorSetting {
  readonly tokens?: TokenStore
  readonly environment?: Environment
}

export function visitorClient(
  url: string,
  { tokens = memoryTokens(), environment = visitorEnvironment }: VisitorSetting = {},
): ChatClient {
  const client = createChatClient({ role: 'visitor', apiUrl: url, tokens, locale: 'en' }, environment)
  open.add(client)
  return client
}

interface CommercialSetting {
  readonly fetch?: typeof globalThis.fetch
  readonly environment?: Environment
}

export async function commercialClient(
  url: string,
  credentials: { email: string; password: string },
  { fetch = cookieFetch(), environment }: CommercialSetting = {},
): Promise<ChatClient> {
  const client = createChatClient({ role: 'commercial', apiUrl: url, locale: 'en', fetch }, environment)
  open.add(client)
  await client.commercial.signIn(credentials)
  return client
}

/** A browser keeps cookies; `fetch` of Node does not. */
export function cookieFetch(): typeof fetch {
  const cookies = new Map<string, string>()
  return async (input, init) => {
    const headers = new Headers(init?.headers)
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    if (init?.credentials === 'include' && cookie !== '') headers.set('cookie', cookie)
    const response = await fetch(input, { ...init, headers })
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }
}

export function memoryTokens(token: string | null = null): TokenStore & { token: string | null } {
  return {
    token,
    get() {
      return this.token
    },
    set(value) {
      this.token = value
    },
  }
}

export function closeClients(): void {
  for (const client of open) client.close()
  open.clear()
}

/** Resolves with the first state that fits, this one or a later one. */
export function until<T>(
  client: ChatClient,
  pick: (state: ClientState) => T | undefined | false,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const impatience = setTimeout(() => {
      stop()
      reject(new Error(`Waited in vain; the state is ${JSON.stringify(client.state.get(), replacer, 1)}`))
    }, PATIENCE_MS)
    const stop = client.state.subscribe(look)
    look(client.state.get())

    function look(state: ClientState): void {
      const picked = pick(state)
      if (picked === undefined || picked === false) return
      clearTimeout(impatience)
      stop()
      resolve(picked)
    }
  })
}

function replacer(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value.values()] : value
}

/** The view of a visitor's own chat, once it has one. */
export function ownView({ chats }: ClientState): ChatView | undefined {
  return [...chats.values()].find(({ chat }) => chat !== null)
}

export function view(chatId: ChatId): (state: ClientState) => ChatView | undefined {
  return ({ chats }) => chats.get(chatId)
}

/** What a thread says, each message with how far it has got. */
export function texts(shown: ChatView | undefined): string[] {
  return (
    shown?.thread.map(({ content, delivery }) =>
      delivery === 'sent' ? content : `${content} (${delivery})`,
    ) ?? []
  )
}

export function says(chatId: ChatId, expected: readonly string[]): (state: ClientState) => ChatView | false {
  return ({ chats }) => {
    const shown = chats.get(chatId)
    return shown !== undefined && JSON.stringify(texts(shown)) === JSON.stringify(expected) && shown
  }
}
