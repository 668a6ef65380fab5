import type { Commercial, PresenceStatus } from '#shared/person.ts'
import { CONSOLE_LANGUAGES, type ConsoleLanguage, type ConsoleLocalization } from '../console-localization.ts'
import { SIGN_OUT } from '../icon-paths.ts'
import type { MenuGroup } from '../../parts/menu/menu.ts'
import type { PersonalPanel } from '../personal/personal-controller.ts'
import { CONSOLE_THEMES, type ConsoleTheme } from '../preferences.ts'

export type AccountChoice =
  | { readonly kind: 'inbox' | 'sign-out' | PersonalPanel }
  | { readonly kind: 'presence'; readonly status: PresenceStatus }
  | { readonly kind: 'theme'; readonly theme: ConsoleTheme }
  | { readonly kind: 'single-keys'; readonly isOn: boolean }
  | { readonly kind: 'language'; readonly language: ConsoleLanguage }

const PRESENCES = ['online', 'away', 'offline'] as const satisfies readonly PresenceStatus[]
const LANGUAGES = Object.keys(CONSOLE_LANGUAGES) as ConsoleLanguage[]

export function presenceGroups(
  current: PresenceStatus,
  { console: strings }: ConsoleLocalization,
): readonly MenuGroup[] {
  const items = PRESENCES.map((status) => ({
    id: `presence ${status}`,
    label: strings.presence[status],
    status,
    isChecked: status === current,
  }))
  return [{ items }]
}

export interface Account {
  readonly commercial: Commercial
  readonly theme: ConsoleTheme
  readonly l10n: ConsoleLocalization
}

export function accountGroups({ commercial, theme, l10n }: Account): readonly MenuGroup[] {
  const strings = l10n.console
  const themes = CONSOLE_THEMES.map((name) => ({
    id: `theme ${name}`,
    label: strings.themes[name],
    isChecked: name === theme,
  }))
  const languages = LANGUAGES.map((language) => ({
    id: `language ${language}`,
    label: CONSOLE_LANGUAGES[language],
    isChecked: l10n.locale.split('-', 1)[0] === language,
  }))
  return [
    { label: strings.theme, items: themes },
    { label: strings.languageChoice, items: languages },
    { items: [{ id: 'sign-out', label: strings.signOut, note: commercial.email, icon: SIGN_OUT }] },
  ]
}

/** What an item of these menus stands for. */
export function parseChoice(id: string): AccountChoice | null {
  const [kind, value] = id.split(' ')
  if (kind === 'sign-out') return { kind }
  const status = PRESENCES.find((name) => name === value)
  if (kind === 'presence' && status !== undefined) return { kind, status }
  const theme = CONSOLE_THEMES.find((name) => name === value)
  if (kind === 'theme' && theme !== undefined) return { kind, theme }
  const language = LANGUAGES.find((name) => name === value)
  return kind === 'language' && language !== undefined ? { kind, language } : null
}
