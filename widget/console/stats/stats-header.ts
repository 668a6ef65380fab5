import { html, nothing, type TemplateResult } from 'lit'
import type { SiteId } from '#shared/ids.ts'
import type { Site } from '#shared/site.ts'
import { plural } from '../../i18n/plural.ts'
import type { StatsStrings } from '../../i18n/stats.en.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOCK } from '../../parts/icon/paths.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { DOWNLOAD, GLOBE } from '../icon-paths.ts'
import { PRESET_DAYS, type Period, type StatsChoice } from './period.ts'

export interface StatsHeader {
  readonly choice: StatsChoice
  /** The one that the choice comes to today. */
  readonly period: Period
  readonly sites: readonly Site[]
  readonly ownZone: string
  readonly isDownloading: boolean
  readonly l10n: ConsoleLocalization
  readonly words: StatsStrings
  readonly choose: (change: Partial<StatsChoice>) => void
  readonly download: () => void
}

/** What the figures are of: period, site, time zone; and all of it as a table. */
export function statsHeader(header: StatsHeader): TemplateResult {
  const { words, isDownloading, download } = header
  return html`<header class="head">
    <h1>${words.title}</h1>
    ${periods(header)} ${ownPeriod(header)} ${siteChoice(header)} ${zoneChoice(header)}
    <button
      class="button"
      type="button"
      title=${words.csvHint}
      aria-label="${words.csv}: ${words.csvHint}"
      aria-disabled=${isDownloading ? 'true' : nothing}
      @click=${download}
    >
      ${icon(DOWNLOAD)}${words.csv}
    </button>
  </header>`
}

function periods({ choice, period, l10n, words, choose }: StatsHeader): TemplateResult {
  const radio = (label: string, isChecked: boolean, change: Partial<StatsChoice>) =>
    html`<label>
      <input type="radio" name="period" .checked=${isChecked} @change=${() => choose(change)} />
      <span>${label}</span>
    </label>`
  return html`<fieldset class="segments">
    <legend class="sr">${words.period}</legend>
    ${PRESET_DAYS.map((days) => radio(plural(l10n.locale, days, words.lastDays), choice.days === days, { days, period: null }))}
    ${radio(words.otherPeriod, choice.days === null, { days: null, period })}
  </fieldset>`
}

function ownPeriod({ choice, period, words, choose }: StatsHeader): TemplateResult | typeof nothing {
  if (choice.days !== null) return nothing
  const field = (end: 'from' | 'to') => {
    const change = (event: Event) => {
      const { value } = event.target as HTMLInputElement
      // Emptied on the way to another date.
      if (value !== '') choose({ period: { ...period, [end]: value } })
    }
    return html`<label class="date">
      <span>${words[end]}</span>
      <input type="date" .value=${period[end]} @change=${change} />
    </label>`
  }
  return html`${field('from')} ${field('to')}`
}

function siteChoice({ choice, sites, words, choose }: StatsHeader): TemplateResult | typeof nothing {
  if (sites.length < 2) return nothing
  const change = (event: Event) => {
    const { value } = event.target as HTMLSelectElement
    choose({ siteId: value === '' ? null : (value as SiteId) })
  }
  return html`<label class="select">
    ${icon(GLOBE)}<span class="sr">${words.site}</span>
    <select @change=${change}>
      <option value="" .selected=${choice.siteId === null}>${words.everySite}</option>
      ${sites.map(
        ({ siteId, name }) =>
          html`<option value=${siteId} .selected=${siteId === choice.siteId}>${name}</option>`,
      )}
    </select>
  </label>`
}

function zoneChoice({ choice, sites, ownZone, words, choose }: StatsHeader): TemplateResult {
  const usual = new Set([
    ownZone,
    ...sites.flatMap(({ officeHours }) => officeHours?.timeZone ?? []),
    choice.timeZone,
  ])
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !usual.has(zone))
  const change = (event: Event) => choose({ timeZone: (event.target as HTMLSelectElement).value })
  const option = (zone: string) =>
    html`<option value=${zone} .selected=${zone === choice.timeZone}>${zone.replaceAll('_', ' ')}</option>`
  return html`<label class="select">
    ${icon(CLOCK)}<span class="sr">${words.timeZone}</span>
    <select @change=${change}>
      <optgroup label=${words.usualZones}>${[...usual].map(option)}</optgroup>
      <optgroup label=${words.otherZones}>${others.map(option)}</optgroup>
    </select>
  </label>`
}
