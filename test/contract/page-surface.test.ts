import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/**
 * What pages may count on, by name. Taking one away breaks somebody's page: that is a new major version, and a change of this list. What
 * is not here that others have, and why, is in docs/decisions/0020-the-page-surface.md.
 */
const SURFACE = {
  attributes:
    'site-id api-url locale theme position launcher accent teaser inline open unread persistent autostart placeholder accept max-file-size no-sound',
  properties: 'strings user beforeSend fetch client status unread',
  methods:
    'start stop openWith close toggle show hide send identify setAttributes track page logout setLocale setTheme on once get exportData deleteData focus',
  events:
    'ready open close start message send send-failed unread status availability identify prechat rating upload connection error',
  cssProperties:
    'accent on-accent surface ink line bubble-in bubble-out font font-size radius corner width height offset-x offset-y z motion',
  parts:
    'launcher badge teaser panel header avatar title status log day-divider unread-divider message bubble bubble-in bubble-out meta file image typing composer input emoji send banner form footer',
  slots: 'launcher-icon header-start header-end empty above-composer footer offline prechat-extra',
} as const

interface Named {
  readonly name: string
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string
      readonly members: readonly (Named & { readonly kind: string })[]
      readonly attributes: readonly Named[]
      readonly events: readonly Named[]
      readonly cssProperties: readonly Named[]
      readonly cssParts: readonly Named[]
      readonly slots: readonly Named[]
    }[]
  }[]
}

const manifest = JSON.parse(
  readFileSync(new URL('../../widget/api/custom-elements.json', import.meta.url), 'utf8'),
) as Manifest
const widget = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'chat-widget')
const has = (things: readonly Named[] = []) => things.map(({ name }) => name)

describe('what pages may count on in <chat-widget>', () => {
  it.each([
    ['attributes', has(widget?.attributes), ''],
    ['properties', has(widget?.members.filter(({ kind }) => kind === 'field')), ''],
    ['methods', has(widget?.members.filter(({ kind }) => kind === 'method')), ''],
    ['events', has(widget?.events), 'chat-'],
    ['cssProperties', has(widget?.cssProperties), '--chat-'],
    ['parts', has(widget?.cssParts), ''],
    ['slots', has(widget?.slots), ''],
  ] as const)('has all its %s', (kind, present, prefix) => {
    const missing = SURFACE[kind]
      .split(' ')
      .map((name) => prefix + name)
      .filter((name) => !present.includes(name))
    expect(missing).toEqual([])
  })
})
