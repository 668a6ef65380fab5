import type { Issue } from '#shared/errors.ts'
import type { Site } from '#shared/site.ts'
import type { TemplateResult } from 'lit'
import type { SettingsStrings } from '../../i18n/settings.en.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import type { EditableKey } from './site-leaves.ts'

/** What a page about a site is given: the site as it will be, and how to change it. */
export interface SiteForm {
  readonly site: Site
  readonly set: (change: Partial<Site>) => void
  /** What the server said of a field when it was last asked to keep it. */
  readonly errorOf: (path: string) => string | undefined
  readonly client: ChatClient
  readonly apiUrl: string
  readonly l10n: ConsoleLocalization
  readonly words: SettingsStrings
  /** What is chosen on the page itself and is nobody's setting: a language to write in. Empty at first. */
  readonly choice: string
  readonly choose: (choice: string) => void
}

export interface SitePage {
  readonly intro: keyof SettingsStrings & `${string}Intro`
  readonly keys: readonly EditableKey[]
  readonly render: (form: SiteForm) => TemplateResult
}

/** What was wrong with a value, for people: in their language where we have it, else as the server says it. */
export function refusalWords({ message }: Issue, value: unknown, words: SettingsStrings): string {
  const known = words.refusals[message]
  if (known !== undefined) return known
  const isText = typeof value === 'string' || value === undefined
  if (/^(Expected|Invalid) /.test(message) && !isText) return words.outOfRange
  if (/^Expected (?:!0|>=\d+)$/.test(message)) return words.tooShort
  return /^Expected <=\d+$/.test(message) ? words.tooLong : message
}
