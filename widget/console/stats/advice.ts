import { html, nothing, type TemplateResult } from 'lit'
import { fill, isolate, plural } from '../../i18n/plural.ts'
import { formatDuration, formatHour, formatNumber, formatShare, formatWeekday } from './figure-words.ts'
import { findingsOf, peakOf, type Finding } from './findings.ts'
import type { ChatsFilter, Shown } from './shown.ts'

interface Sentence {
  readonly text: string
  /** The conversations that it speaks of. */
  readonly filters: readonly {
    readonly filter: ChatsFilter
    readonly title: string
    readonly label: string
  }[]
}

/** What the figures say one should do. */
export function advice(shown: Shown): TemplateResult {
  const { stats, before, words } = shown
  const findings = findingsOf(stats, before)
  return html`<section class="card advice" aria-labelledby="advice">
    <h2 id="advice">${words.advice}</h2>
    <ul>
      ${
        findings.length === 0
          ? html`<li>${words.findings.good}</li>`
          : findings.map((finding) => renderSentence(sentenceOf(finding, shown), shown))
      }
    </ul>
  </section>`
}

/** When most is written, for below the hours of the week. */
export function peakSentence({ stats, l10n, words }: Shown): TemplateResult | typeof nothing {
  const peak = peakOf(stats.byHour)
  if (peak === null) return nothing
  const { locale } = l10n
  const day = formatWeekday(locale, peak.weekday)
  const [from, to] = [formatHour(locale, peak.hour), formatHour(locale, peak.hour + 2)]
  return html`<p class="quiet">${fill(words.peak, { day, from, to })}</p>`
}

function renderSentence({ text, filters }: Sentence, { see }: Shown): TemplateResult {
  return html`<li>
    ${text}
    ${filters.map(
      ({ filter, title, label }) =>
        html`<button class="link" type="button" @click=${() => see(filter, title)}>${label}</button>`,
    )}
  </li>`
}

function sentenceOf(finding: Finding, { l10n, words }: Shown): Sentence {
  const { locale } = l10n
  const said = words.findings
  if (finding.kind === 'waiting') {
    const see = { filter: { outcome: 'waiting' as const }, title: words.outcomes.waiting, label: words.see }
    return { text: plural(locale, finding.count, said.waiting), filters: [see] }
  }
  if (finding.kind === 'missedDay') {
    const day = formatWeekday(locale, finding.weekday)
    const [missed, all] = [formatNumber(locale, finding.missed), formatNumber(locale, finding.all)]
    const filter = { outcome: 'missed' as const, weekday: finding.weekday }
    const label = fill(words.seeDay, { day })
    return { text: fill(said.missedDay, { day, missed, all }), filters: [{ filter, title: day, label }] }
  }
  if (finding.kind === 'unhappy') {
    const filters = [1, 2].map((score) => {
      const title = fill(words.rated, { score: String(score) })
      return { filter: { score }, title, label: title }
    })
    return { text: plural(locale, finding.count, said.unhappy), filters }
  }
  if (finding.kind === 'oneCarries') {
    const share = formatShare(locale, finding.share)
    return { text: fill(said.oneCarries, { name: isolate(finding.name), share }), filters: [] }
  }
  const time = formatDuration(locale, finding.seconds)
  return { text: fill(said[finding.kind], { time }), filters: [] }
}
