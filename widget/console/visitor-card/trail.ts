import { html, nothing, type TemplateResult } from 'lit'
import type { TrailEntry } from '#shared/visitor.ts'
import { formatDay, formatMoment, formatTime } from '../../i18n/format.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { pageName, webAddress } from '../page-name.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
/** Longer than this on one page: they went away, and nobody knows when. */
const LONGEST_STAY_MS = 3_600_000

export interface Trail {
  /** The newest first. */
  readonly entries: readonly TrailEntry[]
  readonly isOnline: boolean
  readonly l10n: ConsoleLocalization
  /** Milliseconds. */
  readonly now: number
}

/** A visitor's way through the site, the newest step on top: where they are, how long they stayed, what they did in between. */
export function trail({ entries, isOnline, l10n, now }: Trail): TemplateResult {
  const pages = entries.filter(({ kind }) => kind === 'page')
  return html`<ol class="trail">
    ${entries.map((entry) => {
      const next = pages[pages.indexOf(entry) - 1]
      const isHere = isOnline && entry === pages[0]
      return html`<li class="${entry.kind} ${isHere ? 'here' : ''}">
        <span class="step">${entry.kind === 'page' ? renderPage(entry) : renderEvent(entry)}</span>
        <time datetime=${entry.at} title=${formatMoment(l10n, entry.at)}
          >${isHere ? l10n.console.now : (stayOf(entry, next, l10n) ?? timeOf(entry.at, l10n, now))}</time
        >
      </li>`
    })}
  </ol>`
}

function renderPage(entry: TrailEntry & { kind: 'page' }) {
  const name = html`<bdi>${entry.title ?? pageName(entry)}</bdi>`
  const address = webAddress(entry.url)
  const from = entry.referrer === undefined ? null : hostOf(entry.referrer)
  return html`${
    address === null
      ? name
      : html`<a href=${address} target="_blank" rel="noopener noreferrer" title=${address}>${name}</a>`
  }${from === null || from === hostOf(entry.url) ? nothing : html`<small>← <bdi>${from}</bdi></small>`}`
}

function renderEvent({ name, props }: TrailEntry & { kind: 'event' }) {
  const details = Object.entries(props).map(([key, value]) => `${key}: ${String(value)}`)
  return html`<bdi>${name}</bdi
    >${details.length === 0 ? nothing : html`<small dir="auto">${details.join(' · ')}</small>`}`
}

/** How long they stayed before they went on; null where that cannot be known. */
function stayOf(entry: TrailEntry, next: TrailEntry | undefined, l10n: ConsoleLocalization): string | null {
  if (entry.kind !== 'page' || next === undefined) return null
  const stay = Date.parse(next.at) - Date.parse(entry.at)
  return stay > LONGEST_STAY_MS ? null : formatStay(stay, l10n.locale)
}

/** `1 min 40 s`, as the reader's language writes it. */
export function formatStay(ms: number, locale: string): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  const seconds = Math.floor((ms % MINUTE_MS) / SECOND_MS)
  const unit = (count: number, name: 'minute' | 'second') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count)
  if (minutes === 0) return unit(seconds, 'second')
  return seconds === 0 || minutes >= 10
    ? unit(minutes, 'minute')
    : `${unit(minutes, 'minute')} ${unit(seconds, 'second')}`
}

function timeOf(at: string, l10n: ConsoleLocalization, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString()
  return isToday ? formatTime(l10n, at) : formatDay(l10n, at, new Date(now))
}

function hostOf(url: string): string | null {
  try {
    return new URL(url).host
  } catch {
    return null
  }
}
