import { html, svg, type TemplateResult } from 'lit'
import type { Outcome } from '#shared/stats.ts'
import { fill } from '../../i18n/plural.ts'
import { barsOf, ticksOf, type Bar } from './bars.ts'
import { explained } from './explained.ts'
import { formatDate, formatDayAndMonth, formatDuration, formatNumber } from './figure-words.ts'
import type { Shown } from './shown.ts'

const OUTCOMES = ['answered', 'missed', 'waiting', 'started'] as const satisfies readonly Outcome[]

/** Conversations by day, or by week where days would be too thin; each bar opens its own. */
export function dayChart(shown: Shown): TemplateResult {
  const { stats, words, l10n } = shown
  const bars = barsOf(stats.byDay)
  const isByWeek = bars.length < stats.byDay.length
  const ticks = ticksOf(Math.max(...bars.map(({ answered, missed }) => Math.max(answered, missed))))
  const top = ticks.at(-1) ?? 1
  const title = isByWeek ? words.byWeek : words.byDay
  return html`<section class="card by-day" aria-labelledby="by-day">
    <header>
      <h2 id="by-day">${title}</h2>
      ${explained('byDay', title, words)} ${legend(shown)}
    </header>
    <div class="plot">
      <svg class="scale" aria-hidden="true">
        ${ticks.map((tick) => renderTick(formatNumber(l10n.locale, tick), 100 - (100 * tick) / top))}
      </svg>
      <ol class=${bars.length > 16 ? 'bars many' : 'bars'}>
        ${bars.map((bar) => renderBar(bar, top, shown))}
      </ol>
    </div>
    ${table(bars, shown)}
  </section>`
}

/** What the colours mean; each is a way to its conversations. */
function legend({ stats, words, l10n, see }: Shown): TemplateResult {
  const present = OUTCOMES.filter((outcome) => stats.outcomes[outcome] > 0)
  return html`<ul class="legend">
    ${present.map(
      (outcome) =>
        html`<li>
          <button type="button" @click=${() => see({ outcome }, words.outcomes[outcome])}>
            <i class=${outcome}></i>${words.outcomes[outcome]}
            <b>${formatNumber(l10n.locale, stats.outcomes[outcome])}</b>
          </button>
        </li>`,
    )}
  </ul>`
}

function renderTick(label: string, percent: number) {
  return svg`<line x1="34" x2="100%" y1="${percent}%" y2="${percent}%" /><text x="24" y="${percent}%" dy="4">${label}</text>`
}

function renderBar(bar: Bar, top: number, { words, l10n, see }: Shown): TemplateResult {
  const { locale } = l10n
  const values = {
    answered: formatNumber(locale, bar.answered),
    missed: formatNumber(locale, bar.missed),
    all: formatNumber(locale, bar.conversations),
  }
  const day = nameOf(bar, locale, words)
  const height = (count: number) => (100 * count) / top
  return html`<li>
    <button
      type="button"
      aria-label=${fill(words.bar, { day, ...values })}
      ?disabled=${bar.conversations === 0}
      @click=${() => see({ period: { from: bar.from, to: bar.to } }, day)}
    >
      <svg aria-hidden="true">
        ${svg`<rect class="answered" x="8%" width="54%" rx="5" y="${100 - height(bar.answered)}%" height="${height(bar.answered)}%" />
          <rect class="missed" x="68%" width="22%" rx="3" y="${100 - height(bar.missed)}%" height="${height(bar.missed)}%" />`}
      </svg>
      <span class="tip" aria-hidden="true"
        >${fill(words.tip, { day: shortName(bar, locale), ...values })}</span
      >
    </button>
    <span class="name" aria-hidden="true">${shortName(bar, locale)}</span>
  </li>`
}

function shortName({ from, to }: Bar, locale: string): string {
  return from === to ? formatDate(locale, from) : formatDayAndMonth(locale, from)
}

function nameOf({ from, to }: Bar, locale: string, words: Shown['words']): string {
  if (from === to) return formatDate(locale, from, 'full')
  return fill(words.between, { from: formatDayAndMonth(locale, from), to: formatDayAndMonth(locale, to) })
}

/** The same for whoever reads better than they see, or wants the exact numbers. */
function table(bars: readonly Bar[], { stats, words, l10n }: Shown): TemplateResult {
  const { locale } = l10n
  const isByDay = bars.length === stats.byDay.length
  const timeOf = (index: number) => stats.byDay[index]?.firstResponse ?? null
  return html`<details>
    <summary>${words.asTable}</summary>
    <div class="scroll" tabindex="0" role="group" aria-label=${isByDay ? words.byDay : words.byWeek}>
      <table>
        <thead>
          <tr>
            <th scope="col">${isByDay ? words.day : words.days}</th>
            <th scope="col">${words.all}</th>
            <th scope="col">${words.outcomes.answered}</th>
            <th scope="col">${words.outcomes.missed}</th>
            ${isByDay ? html`<th scope="col">${words.firstResponse}</th>` : ''}
          </tr>
        </thead>
        <tbody>
          ${bars.map((bar, index) => {
            const seconds = timeOf(index)
            return html`<tr>
              <th scope="row">${nameOf(bar, locale, words)}</th>
              <td>${formatNumber(locale, bar.conversations)}</td>
              <td>${formatNumber(locale, bar.answered)}</td>
              <td>${formatNumber(locale, bar.missed)}</td>
              ${isByDay ? html`<td>${seconds === null ? '–' : formatDuration(locale, seconds)}</td>` : ''}
            </tr>`
          })}
        </tbody>
      </table>
    </div>
  </details>`
}
