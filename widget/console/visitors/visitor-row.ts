import { html, nothing, type TemplateResult } from 'lit'
import { formatDay, formatMoment } from '../../i18n/format.ts'
import { fill } from '../../i18n/plural.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { icon } from '../../parts/icon/icon.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { MESSAGE, SHIELD_CHECK } from '../icon-paths.ts'
import { pageName, webAddress } from '../page-name.ts'
import { countryOf } from '../visitor-card/country-of.ts'
import { formatStay } from '../visitor-card/trail.ts'
import { cityOf, localTime } from '../visitor-card/visitor-facts.ts'
import { visitorName } from '../visitor-name.ts'
import type { BoardVisitor } from './board-reader.ts'

export interface VisitorRow {
  readonly visitor: BoardVisitor
  readonly isCurrent: boolean
  /** Empty where there is only one. */
  readonly siteName: string
  readonly l10n: ConsoleLocalization
  /** Milliseconds. */
  readonly now: number
  readonly show: () => void
  readonly open: () => void
  readonly write: () => void
}

/** One visitor on the board; `visitors-page.styles.ts` dresses it. */
export function visitorRow(row: VisitorRow): TemplateResult {
  const { visitor, isCurrent, siteName, l10n, show } = row
  const strings = l10n.console
  const name = visitorName(visitor, strings.visitor)
  return html`<li class=${isCurrent ? 'current' : ''}>
    <button class="who" type="button" aria-pressed=${isCurrent ? 'true' : 'false'} @click=${show}>
      <span class="face"
        >${avatar({ name, size: 36 })}${visitor.isOnline ? html`<i class="dot online"></i>` : nothing}</span
      >
      <span class="called"
        ><span class="name"
          ><bdi class="clipped">${name}</bdi>${
            visitor.isVerified
              ? html`<span class="verified" title=${strings.verified}
                  >${icon(SHIELD_CHECK)}<span class="sr">${strings.verified}</span></span
                >`
              : nothing
          }</span
        >${visitor.isOnlooker ? html`<small>${strings.onlooker}</small>` : nothing}</span
      >
    </button>
    <span class="looking"
      >${renderPage(visitor)}${siteName === '' ? nothing : html`<small>${siteName}</small>`}</span
    >
    <span class="since">${renderSince(row)}</span>
    <span class="place">${renderPlace(visitor, row)}</span>
    ${renderWay(row)}
  </li>`
}

function renderPage({ page }: BoardVisitor) {
  if (page === undefined) return nothing
  const address = webAddress(page.url)
  const name = html`<bdi class="clipped">${page.title ?? pageName(page)}</bdi>`
  return address === null
    ? name
    : html`<a class="clipped" href=${address} target="_blank" rel="noopener noreferrer" title=${address}
        >${name}</a
      >`
}

function renderSince({ visitor, l10n, now }: VisitorRow) {
  const { isOnline, onlineSince, lastSeenAt, createdAt } = visitor
  const at = (isOnline ? onlineSince : lastSeenAt) ?? createdAt
  const words = isOnline
    ? fill(l10n.console.hereFor, { time: formatStay(Math.max(0, now - Date.parse(at)), l10n.locale) })
    : formatDay(l10n, at, new Date(now))
  return html`<time datetime=${at} title=${formatMoment(l10n, at)}>${words}</time>`
}

function renderPlace({ timeZone }: BoardVisitor, { l10n, now }: VisitorRow) {
  if (timeZone === undefined) return nothing
  const where = countryOf(timeZone, l10n.locale) ?? cityOf(timeZone)
  return html`<bdi>${where}</bdi> · ${localTime(l10n, timeZone, now) ?? ''}`
}

function renderWay({ visitor, l10n, open, write }: VisitorRow) {
  const strings = l10n.console
  const name = visitorName(visitor, strings.visitor)
  const hasChat = visitor.openChatId !== undefined
  const label = fill(hasChat ? strings.openChatWith : strings.writeTo, { name })
  return html`<button
    class="button ${hasChat ? '' : 'primary'}"
    type="button"
    title=${label}
    @click=${hasChat ? open : write}
  >
    ${icon(MESSAGE)}<span class="word">${hasChat ? strings.openChat : strings.write}</span
    ><span class="sr"> · ${name}</span>
  </button>`
}
