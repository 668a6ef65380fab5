import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Stats } from '#shared/stats.ts'
import { fill, plural } from '../../i18n/plural.ts'
import { explained } from './explained.ts'
import { formatDuration, formatNumber, formatShare } from './figure-words.ts'
import type { Shown } from './shown.ts'

type Figure = keyof Shown['words']['figures']

interface Card {
  readonly figure: Figure
  readonly value: string
  /** What it is beside the period before, and whether that is good. */
  readonly change?: { readonly words: string; readonly tone: 'good' | 'bad' | 'same' }
  readonly more: TemplateResult | string | typeof nothing
  /** Its course over the days; null: a day without any. */
  readonly course?: readonly (number | null)[]
}

/** The figures at the top, each with what it is and how it was before. */
export function figureCards(shown: Shown): TemplateResult {
  const cards = [conversations(shown), firstResponse(shown), resolution(shown), rating(shown), missed(shown)]
  return html`<ul class="figures">
    ${cards.map((card) => renderCard(card, shown))}
  </ul>`
}

function renderCard({ figure, value, change, more, course }: Card, { words }: Shown): TemplateResult {
  const name = words.figures[figure]
  return html`<li class="figure">
    <h2>${name}${explained(figure, name, words)}</h2>
    <b>${value}</b>
    ${change === undefined ? nothing : html`<small class=${change.tone}>${change.words}</small>`}
    ${more === nothing ? nothing : html`<small>${more}</small>`}
    ${course === undefined ? nothing : sparkline(course)}
  </li>`
}

function conversations({ stats, before, days, l10n, words }: Shown): Card {
  const { locale } = l10n
  const versus = plural(locale, days, words.versus)
  const [now, then] = [stats.conversations, before?.conversations ?? 0]
  const share = then === 0 ? null : now / then - 1
  const template = (share ?? 0) > 0 ? words.more : words.fewer
  return {
    figure: 'conversations',
    value: formatNumber(locale, now),
    ...(share !== null && {
      change: {
        tone: 'same' as const,
        words:
          share === 0
            ? words.sameAsBefore
            : fill(template, { share: formatShare(locale, Math.abs(share)), versus }),
      },
    }),
    more: nothing,
    course: stats.byDay.map((day) => day.conversations),
  }
}

function firstResponse({ stats, before, l10n, words }: Shown): Card {
  const { median, p90 } = stats.firstResponse
  const { locale } = l10n
  return {
    figure: 'firstResponse',
    value: median === null ? words.nothingYet : formatDuration(locale, median),
    ...changeOfTime(median, before?.firstResponse.median ?? null, { locale, words }),
    more: p90 === null ? nothing : fill(words.nineInTen, { time: formatDuration(locale, p90) }),
    course: stats.byDay.map((day) => day.firstResponse),
  }
}

function resolution({ stats, before, l10n, words }: Shown): Card {
  const { median, closed } = stats.resolution
  const { locale } = l10n
  return {
    figure: 'resolution',
    value: median === null ? words.nothingYet : formatDuration(locale, median),
    ...changeOfTime(median, before?.resolution.median ?? null, { locale, words }),
    more: plural(locale, closed, words.closed),
  }
}

function rating({ stats, l10n, words, see }: Shown): Card {
  const { average, count, scores } = stats.rating
  const { locale } = l10n
  const best = Math.max(1, ...scores)
  return {
    figure: 'rating',
    value:
      average === null
        ? words.nothingYet
        : fill(words.outOfFive, { score: formatNumber(locale, average, 1) }),
    more: html`${plural(locale, count, words.ratings)}
      <span class="scores">
        ${scores.map((given, index) => {
          const score = String(index + 1)
          const name = fill(words.rated, { score })
          return html`<button
            type="button"
            ?disabled=${given === 0}
            title="${score}: ${given}"
            @click=${() => see({ score: index + 1 }, name)}
          >
            <svg aria-hidden="true">
              <rect y="${100 - (100 * given) / best}%" width="100%" height="${(100 * given) / best}%" />
            </svg>
            <span aria-hidden="true">${score}</span>
            <span class="sr">${name}: ${plural(locale, given, words.conversationsCount)}</span>
          </button>`
        })}
      </span>`,
  }
}

function missed({ stats, before, l10n, words, see }: Shown): Card {
  const { locale } = l10n
  const [now, then] = [missedShare(stats), before === null ? null : missedShare(before)]
  const points = now === null || then === null ? null : Math.round((now - then) * 1_000) / 10
  const name = words.outcomes.missed
  return {
    figure: 'missed',
    value: now === null ? words.nothingYet : formatShare(locale, now, 1),
    ...(points !== null &&
      points !== 0 && {
        change: {
          tone: points > 0 ? ('bad' as const) : ('good' as const),
          words: fill(points > 0 ? words.pointsUp : words.pointsDown, {
            points: formatNumber(locale, Math.abs(points), 1),
          }),
        },
      }),
    more:
      stats.outcomes.missed === 0
        ? nothing
        : html`<button class="link" type="button" @click=${() => see({ outcome: 'missed' }, name)}>
            ${plural(locale, stats.outcomes.missed, words.conversationsCount)}
          </button>`,
    course: stats.byDay.map((day) => day.missed),
  }
}

function missedShare({ outcomes: { answered, missed } }: Stats): number | null {
  return answered + missed === 0 ? null : missed / (answered + missed)
}

function changeOfTime(
  now: number | null,
  then: number | null,
  { locale, words }: { locale: string; words: Shown['words'] },
): Pick<Card, 'change'> {
  if (now === null || then === null) return {}
  if (now === then) return { change: { tone: 'same', words: words.asFast } }
  const time = formatDuration(locale, Math.abs(now - then))
  return now < then
    ? { change: { tone: 'good', words: fill(words.faster, { time }) } }
    : { change: { tone: 'bad', words: fill(words.slower, { time }) } }
}

/** For the eye alone: what it shows is in the table of days. */
function sparkline(course: readonly (number | null)[]) {
  const known = course.flatMap((value) => value ?? [])
  const [low, high] = [Math.min(...known), Math.max(...known)]
  if (known.length < 2 || low === high) return nothing
  const points = course.flatMap((value, index) =>
    value === null
      ? []
      : `${(index / (course.length - 1)) * 100},${26 - ((value - low) / (high - low)) * 22}`,
  )
  return html`<svg class="course" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<polyline points=${points.join(' ')} />`}
  </svg>`
}
