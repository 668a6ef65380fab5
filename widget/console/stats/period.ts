import type { StatsQuery } from '#shared/stats.ts'
import type { SiteId } from '#shared/ids.ts'
import { queryOf } from '../sections/section.ts'

/** The periods that are one press away, in days that end today. */
export const PRESET_DAYS = [7, 14, 30, 90] as const
const USUAL_DAYS = 14
const DAY_MS = 86_400_000

/** Days of the calendar, both included. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** What the figures are asked for: of the last days, or of a period of one's own. */
export interface StatsChoice {
  readonly days: number | null
  readonly period: Period | null
  readonly siteId: SiteId | null
  readonly timeZone: string
}

/** What an address asks for; whatever it says wrongly is as usual. */
export function parseChoice(section: string, ownZone: string): StatsChoice {
  const query = queryOf(section)
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  const period = isDate(from) && isDate(to) ? { from, to } : null
  const days = PRESET_DAYS.find((preset) => String(preset) === query.get('days')) ?? USUAL_DAYS
  const siteId = query.get('siteId')
  return {
    days: period === null ? days : null,
    period,
    siteId: siteId === null || siteId === '' ? null : (siteId as SiteId),
    timeZone: isTimeZone(query.get('timeZone')) ?? ownZone,
  }
}

/** The address of a choice; it says only what is not as usual. */
export function toSection({ days, period, siteId, timeZone }: StatsChoice, ownZone: string): string {
  const query = new URLSearchParams({
    ...(period === null ? {} : { from: period.from, to: period.to }),
    ...(days === null || days === USUAL_DAYS ? {} : { days: String(days) }),
    ...(siteId === null ? {} : { siteId }),
    ...(timeZone === ownZone ? {} : { timeZone }),
  })
  return query.size === 0 ? 'stats' : `stats?${query.toString()}`
}

export function periodOf({ days, period, timeZone }: StatsChoice, now: number): Period {
  if (period !== null) return period
  const to = dateIn(timeZone, now)
  return { from: plusDays(to, 1 - (days ?? USUAL_DAYS)), to }
}

/** As many days, just before. */
export function periodBefore(period: Period): Period {
  return { from: plusDays(period.from, -lengthOf(period)), to: plusDays(period.from, -1) }
}

export function lengthOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}

export function toQuery(period: Period, { siteId, timeZone }: StatsChoice): StatsQuery {
  return { ...period, timeZone, ...(siteId === null ? {} : { siteId }) }
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The date that a calendar on the wall of a time zone shows. */
function dateIn(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(now)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
}

function isTimeZone(text: string | null): string | null {
  if (text === null) return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: text }).format()
    return text
  } catch {
    return null
  }
}
