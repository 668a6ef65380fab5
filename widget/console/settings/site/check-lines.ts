import type { SiteCheck } from '#shared/site-check.ts'
import { formatMoment } from '../../../i18n/format.ts'
import { fill, isolate } from '../../../i18n/plural.ts'
import type { SettingsStrings } from '../../../i18n/settings.en.ts'
import type { Findings } from './probe.ts'

export interface CheckLine {
  readonly tone: 'good' | 'warn' | 'bad'
  readonly text: string
  readonly hint?: string
  /** Could be put on the list. */
  readonly origin?: string
}

/** Clocks of machines that ask a time server are far closer. */
const CLOCK_TOLERANCE_MS = 30_000

type Sighting = SiteCheck['sightings'][number]

/** What was found, in sentences: only what is known, and what is not is said to be unknown. */
export function checkLines(findings: Findings, words: SettingsStrings, locale: string): readonly CheckLine[] {
  const { sightings } = findings.check
  const allowed = sightings.filter(({ isAllowed }) => isAllowed)
  const unseen = { tone: 'warn', text: words.checks.unseen, hint: words.checks.unseenHint } as const
  return [
    ...(allowed.length === 0 ? [unseen] : allowed.flatMap((one) => seen(one, words, locale))),
    ...sightings.filter(({ isAllowed }) => !isAllowed).map((one) => refused(one, words)),
    websocketFromHere(findings, words),
    clock(findings, words, locale),
  ]
}

function seen(sighting: Sighting, words: SettingsStrings, locale: string): CheckLine[] {
  const { tagAt, openedAt, websocketAt, pollingAt } = sighting
  const origin = isolate(sighting.origin)
  const { checks } = words
  const lines: CheckLine[] = []
  const say = (template: string, at: string) => fill(template, { origin, when: formatMoment({ locale }, at) })
  if (openedAt !== undefined) lines.push({ tone: 'good', text: say(checks.opened, openedAt) })
  else if (tagAt !== undefined) {
    lines.push({ tone: 'good', text: say(checks.seen, tagAt) }, { tone: 'warn', text: checks.notOpened })
  }
  if (websocketAt !== undefined) lines.push({ tone: 'good', text: fill(checks.websocketThere, { origin }) })
  else if (pollingAt !== undefined) lines.push({ tone: 'warn', text: fill(checks.pollingThere, { origin }) })
  return lines
}

function refused({ origin }: Sighting, words: SettingsStrings): CheckLine {
  return { tone: 'bad', text: fill(words.checks.refused, { origin: isolate(origin) }), origin }
}

function websocketFromHere({ hasWebsocket }: Findings, { checks }: SettingsStrings): CheckLine {
  return hasWebsocket
    ? { tone: 'good', text: checks.websocketFromHere }
    : { tone: 'bad', text: checks.noWebsocketFromHere }
}

function clock({ clockOffset }: Findings, { checks }: SettingsStrings, locale: string): CheckLine {
  if (Math.abs(clockOffset) < CLOCK_TOLERANCE_MS) return { tone: 'good', text: checks.clockRight }
  const seconds = Math.round(Math.abs(clockOffset) / 1_000).toLocaleString(locale)
  return { tone: 'bad', text: fill(checks.clockWrong, { seconds }) }
}
