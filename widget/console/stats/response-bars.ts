import { html, type TemplateResult } from 'lit'
import { RESPONSE_LIMITS } from './response-limits.ts'
import { fill, plural } from '../../i18n/plural.ts'
import { explained } from './explained.ts'
import { formatDuration, formatShare } from './figure-words.ts'
import type { Shown } from './shown.ts'

/** How long the first answer took: a bar for each range, which opens its conversations. */
export function responseBars(shown: Shown): TemplateResult {
  const { stats, words, l10n } = shown
  const { distribution } = stats.firstResponse
  const answered = distribution.reduce((sum, { count }) => sum + count, 0)
  const soon = distribution
    .filter(({ upTo }) => upTo !== null && upTo <= RESPONSE_LIMITS.soon)
    .reduce((sum, { count }) => sum + count, 0)
  return html`<section class="card" aria-labelledby="distribution">
    <header>
      <h2 id="distribution">${words.distribution}</h2>
      ${explained('distribution', words.distribution, words)}
      ${
        answered === 0
          ? html`<span class="aside">${words.nothingYet}</span>`
          : html`<span class="aside"
              >${fill(words.within, {
                share: formatShare(l10n.locale, soon / answered),
                time: formatDuration(l10n.locale, RESPONSE_LIMITS.soon),
              })}</span
            >`
      }
    </header>
    <ol class="ranges">
      ${distribution.map((_, bucket) => renderRange(bucket, answered, shown))}
    </ol>
  </section>`
}

function renderRange(bucket: number, answered: number, { stats, words, l10n, see }: Shown): TemplateResult {
  const { distribution } = stats.firstResponse
  const { upTo = null, count = 0 } = distribution[bucket] ?? {}
  const from = distribution[bucket - 1]?.upTo ?? null
  const share = answered === 0 ? 0 : count / answered
  const name = rangeName(from, upTo, { words, locale: l10n.locale })
  const isSoon = upTo !== null && upTo <= RESPONSE_LIMITS.soon
  return html`<li>
    <button type="button" ?disabled=${count === 0} @click=${() => see({ bucket }, name)}>
      <span>${name}</span>
      <svg aria-hidden="true">
        <rect class="track" width="100%" height="100%" rx="4" />
        <rect class=${isSoon ? 'soon' : 'late'} width="${share * 100}%" height="100%" rx="4" />
      </svg>
      <span class="share">${formatShare(l10n.locale, share)}</span>
      <span class="sr">${plural(l10n.locale, count, words.conversationsCount)}</span>
    </button>
  </li>`
}

function rangeName(
  from: number | null,
  to: number | null,
  { words, locale }: { words: Shown['words']; locale: string },
): string {
  const time = (seconds: number | null) => (seconds === null ? '' : formatDuration(locale, seconds))
  if (from === null) return fill(words.under, { to: time(to) })
  return to === null
    ? fill(words.over, { from: time(from) })
    : fill(words.range, { from: time(from), to: time(to) })
}
