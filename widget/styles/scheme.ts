/** `auto` follows the system; `host` follows what the page round the element says with `color-scheme`. */
export type Theme = 'auto' | 'light' | 'dark' | 'host'
export type Scheme = 'light' | 'dark'

/** For a media query: the system is dark. */
export const DARK = '(prefers-color-scheme: dark)'

export function resolveScheme(theme: Theme, element: Element): Scheme {
  if (theme === 'light' || theme === 'dark') return theme
  const system = matchMedia(DARK).matches ? 'dark' : 'light'
  if (theme === 'auto') return system
  const page = getComputedStyle(element.parentElement ?? document.documentElement).colorScheme
  const says = { light: page.includes('light'), dark: page.includes('dark') }
  if (says.light && says.dark) return system
  return says.dark ? 'dark' : 'light'
}
