import { bring, type Chat } from './bring.ts'

/**
 * Chatwoot's calls (chatwoot.com/hc/user-guide/articles/1677587234-how-to-use-the-sdk): `chatwootSDK.run(…)`, `$chatwoot.…`,
 * `chatwootSettings`, and the events `chatwoot:…` on the window.
 */
interface Person {
  readonly name?: string
  readonly email?: string
  readonly avatar_url?: string
  readonly phone_number?: string
}

interface Settings {
  readonly position?: string
  readonly locale?: string
  readonly darkMode?: string
  readonly hideMessageBubble?: boolean
}

const page = window as unknown as Record<string, unknown>

function run(): void {
  const { position, locale, darkMode, hideMessageBubble } = (page['chatwootSettings'] ?? {}) as Settings
  const chat = bring({
    position: position === 'left' ? 'start' : 'end',
    locale,
    theme: darkMode === 'auto' ? 'auto' : undefined,
    launcher: hideMessageBubble ? 'none' : undefined,
  })
  page['$chatwoot'] = api(chat)
  const events = { open: 'opened', close: 'closed', message: 'on-message', error: 'error' }
  for (const [ours, theirs] of Object.entries(events)) {
    void chat('on', ours, ({ detail }: CustomEvent) => tell(theirs, detail))
  }
  tell('ready')
}

function tell(name: string, detail?: unknown): void {
  window.dispatchEvent(new CustomEvent(`chatwoot:${name}`, { detail }))
}

function api(chat: Chat) {
  return {
    hasLoaded: true,
    toggle: (state?: string) => chat(state === 'open' || state === 'close' ? state : 'toggle'),
    toggleBubbleVisibility: (state: string) => chat(state === 'hide' ? 'hide' : 'show'),
    setUser: (id: string, { name, email, avatar_url, phone_number }: Person = {}) =>
      chat('identify', { id, name, email, phone: phone_number, avatarUrl: avatar_url }),
    setCustomAttributes: (attributes: object) => chat('setAttributes', attributes),
    deleteCustomAttribute: (key: string) => chat('setAttributes', { [key]: null }),
    setLocale: (locale: string) => chat('setLocale', locale),
    setColorScheme: (theme: string) => chat('setTheme', theme),
    reset: () => chat('logout'),
  }
}

page['chatwootSDK'] = { run }
