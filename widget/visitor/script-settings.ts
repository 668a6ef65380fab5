import type { Theme } from '../styles/scheme.ts'

/** What the script tag says. */
export interface ScriptSettings {
  readonly global: string
  readonly isOpen: boolean
  readonly autostart: boolean
  /** The team may know that somebody looks. */
  readonly presence: boolean
  /** The selector of what it stands in, in the page's flow. */
  readonly mount: string | undefined
  /** Of the element. Attributes, not properties: they mean the same before it is defined. */
  readonly attributes: {
    readonly 'site-id': string
    /** Origin of the server. */
    readonly 'api-url': string
    readonly locale: string
    readonly theme: Theme
    readonly position: 'start' | 'end'
    readonly launcher: string
    readonly accent: string | undefined
    readonly teaser: '' | undefined
    readonly inline: '' | undefined
    readonly persistent: ''
  }
}

/**
 * From the tag's `data-…`; from `ChatWidgetSettings` where a tag manager strips those; the site also from the address (`?site=olmo`).
 */
export function readSettings(script: HTMLScriptElement, page: unknown): ScriptSettings {
  const said: DOMStringMap = Object.assign({}, page, script.dataset)
  const address = new URL(script.src)
  return {
    global: said['global'] ?? 'ChatWidget',
    isOpen: said['open'] === 'true',
    autostart: said['autostart'] !== 'false',
    presence: said['presence'] === 'true',
    mount: said['mount'],
    attributes: {
      'site-id': said['site'] ?? address.searchParams.get('site') ?? 'default',
      'api-url': said['api'] ?? address.origin,
      locale: said['locale'] ?? (document.documentElement.lang || navigator.language),
      theme: (said['theme'] ?? 'host') as Theme,
      position: (said['position'] ?? 'end') as 'start' | 'end',
      launcher: said['launcher'] ?? 'corner',
      accent: said['accent'],
      teaser: said['teaser'] === 'true' ? '' : undefined,
      inline: said['mount'] && '',
      persistent: '',
    },
  }
}
