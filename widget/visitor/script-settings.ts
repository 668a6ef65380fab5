import type { Theme } from '../styles/scheme.ts'

/** What the script tag says. */
export interface ScriptSettings {
  readonly site: string
  /** Origin of the server. */
  readonly api: string
  readonly global: string
  readonly locale: string
  readonly theme: Theme
  readonly position: 'start' | 'end'
  readonly launcher: string
  readonly accent: string | undefined
  readonly isOpen: boolean
  readonly startsByItself: boolean
}

/**
 * From the tag's `data-…`; from `ChatWidgetSettings` where a tag manager strips those; the site also from the address (`?site=olmo`).
 */
export function readSettings(script: HTMLScriptElement, page: unknown): ScriptSettings {
  const said: DOMStringMap = Object.assign({}, page, script.dataset)
  const address = new URL(script.src)
  return {
    site: said['site'] ?? address.searchParams.get('site') ?? 'default',
    api: said['api'] ?? address.origin,
    global: said['global'] ?? 'ChatWidget',
    locale: said['locale'] ?? (document.documentElement.lang || navigator.language),
    theme: (said['theme'] ?? 'host') as Theme,
    position: (said['position'] ?? 'end') as 'start' | 'end',
    launcher: said['launcher'] ?? 'corner',
    accent: said['accent'],
    isOpen: said['open'] === 'true',
    startsByItself: said['autostart'] !== 'false',
  }
}
