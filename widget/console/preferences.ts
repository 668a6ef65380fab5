export const CONSOLE_THEMES = ['auto', 'light', 'dark'] as const
export type ConsoleTheme = (typeof CONSOLE_THEMES)[number]

/** What somebody chose for the console on this device. */
export interface Preferences {
  readonly theme?: ConsoleTheme
  readonly language?: string
  /** `false`: no single key does anything. */
  readonly hasSingleKeys?: boolean
}

const KEY = 'sobremesa:console'

/** What was chosen before; nothing where the browser keeps nothing. */
export function readPreferences(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    const { theme, language, hasSingleKeys } = kept as Record<string, unknown>
    const known = CONSOLE_THEMES.find((name) => name === theme)
    return {
      ...(known === undefined ? {} : { theme: known }),
      ...(typeof language === 'string' ? { language } : {}),
      ...(typeof hasSingleKeys === 'boolean' ? { hasSingleKeys } : {}),
    }
  } catch {
    return {}
  }
}

export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences))
  } catch {
    // Storage is blocked: the choice lasts as long as the page.
  }
}
