import type { SettingsStrings } from '../../i18n/settings.en.ts'
import { CLOCK } from '../../parts/icon/paths.ts'
import {
  COPY,
  DATABASE,
  HISTORY,
  LANGUAGES,
  LINK,
  LIST_CHECKS,
  MESSAGE,
  PALETTE,
  SHIELD_CHECK,
  TIMER,
  USER,
  USERS,
  WAND,
  ZAP,
} from '../icon-paths.ts'

type PageName = keyof SettingsStrings['pages']
export type SitePageName = Exclude<
  PageName,
  'identity' | 'people' | 'replies' | 'macros' | 'webhooks' | 'audit' | 'profile'
>

export interface SettingsPage {
  readonly name: PageName
  readonly group: keyof SettingsStrings['groups']
  /** The outline of its icon. */
  readonly icon: string
  readonly isForAdmins: boolean
}

const PAGES: readonly SettingsPage[] = [
  { name: 'installation', group: 'site', icon: COPY, isForAdmins: true },
  { name: 'appearance', group: 'site', icon: PALETTE, isForAdmins: true },
  { name: 'texts', group: 'site', icon: LANGUAGES, isForAdmins: true },
  { name: 'hours', group: 'site', icon: CLOCK, isForAdmins: true },
  { name: 'forms', group: 'site', icon: LIST_CHECKS, isForAdmins: true },
  { name: 'teasers', group: 'site', icon: MESSAGE, isForAdmins: true },
  { name: 'routing', group: 'site', icon: TIMER, isForAdmins: true },
  { name: 'data', group: 'site', icon: DATABASE, isForAdmins: true },
  { name: 'identity', group: 'site', icon: SHIELD_CHECK, isForAdmins: true },
  { name: 'people', group: 'team', icon: USERS, isForAdmins: true },
  { name: 'replies', group: 'team', icon: ZAP, isForAdmins: false },
  { name: 'macros', group: 'team', icon: WAND, isForAdmins: false },
  { name: 'webhooks', group: 'team', icon: LINK, isForAdmins: true },
  { name: 'audit', group: 'team', icon: HISTORY, isForAdmins: true },
  { name: 'profile', group: 'you', icon: USER, isForAdmins: false },
]

/** What somebody with this role finds in the settings. */
export function pagesFor(role: string): readonly SettingsPage[] {
  return PAGES.filter(({ isForAdmins }) => !isForAdmins || role === 'admin')
}
