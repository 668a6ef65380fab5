import type { Outcome, Stats } from '#shared/stats.ts'
import type { StatsStrings } from '../../i18n/stats.en.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import type { Period } from './period.ts'

/** Which of a figure's conversations. */
export interface ChatsFilter {
  /** Absent: the whole period. */
  readonly period?: Period
  readonly weekday?: number
  readonly hour?: number
  readonly outcome?: Outcome
  /** A place in the distribution of the first response. */
  readonly bucket?: number
  readonly commercialId?: string
  readonly score?: number
}

/** What the parts of the page show, and how they ask for the conversations behind a figure. */
export interface Shown {
  readonly stats: Stats
  /** Of the period before; null: not known. */
  readonly before: Stats | null
  /** How long the period is. */
  readonly days: number
  readonly l10n: ConsoleLocalization
  readonly words: StatsStrings
  readonly see: (filter: ChatsFilter, title: string) => void
}
