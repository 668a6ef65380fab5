import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { fill, plural } from '../../i18n/plural.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { formatHour, formatWeekday } from './figure-words.ts'
import type { Shown } from './shown.ts'
import { weekGridStyles } from './week-grid.styles.ts'

/** Usual hours are shown even where nobody wrote, so that an empty morning is seen. */
const USUAL = { first: 9, last: 20 }
/** Shades of the squares; `week-grid.styles.ts` has as many. */
const LEVELS = 8

/** Hours of the week as squares, the fuller the darker: a table in which arrow keys move and a press opens the conversations. */
@element('chat-week-grid')
export class ChatWeekGrid extends LitElement {
  static override styles = [reset, weekGridStyles]

  @property({ attribute: false }) shown!: Shown
  /** The square that Tab comes to. */
  @state() private current: readonly [day: number, hour: number] | null = null

  get #hours(): readonly number[] {
    const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
      this.shown.stats.byHour.some((day) => (day[hour] ?? 0) > 0),
    )
    const first = Math.min(USUAL.first, ...used)
    const last = Math.max(USUAL.last, ...used)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }

  override render() {
    const { stats, l10n, words } = this.shown
    const hours = this.#hours
    const most = Math.max(1, ...stats.byHour.flat())
    const [day, hour] = this.current ?? [0, hours[0] ?? 0]
    return html`<table role="grid" aria-label=${words.byHour} @keydown=${this.#handleKey}>
      <tbody>
        ${stats.byHour.map(
          (counts, index) =>
            html`<tr>
              <th scope="row" title=${formatWeekday(l10n.locale, index + 1)}>
                ${formatWeekday(l10n.locale, index + 1, 'short')}
              </th>
              ${hours.map((one) => {
                const count = counts[one] ?? 0
                const level = count === 0 ? 0 : Math.ceil((LEVELS * count) / most)
                return this.#renderSquare({
                  day: index,
                  hour: one,
                  count,
                  level,
                  isCurrent: index === day && one === hour,
                })
              })}
            </tr>`,
        )}
        <tr class="hours" aria-hidden="true">
          <td></td>
          ${hours.map((one) => html`<td>${one}</td>`)}
        </tr>
      </tbody>
    </table>`
  }

  #renderSquare(square: { day: number; hour: number; count: number; level: number; isCurrent: boolean }) {
    const { day, hour, count, level, isCurrent } = square
    const { l10n, words } = this.shown
    const label = fill(words.hour, {
      day: formatWeekday(l10n.locale, day + 1),
      hour: formatHour(l10n.locale, hour),
      conversations: plural(l10n.locale, count, words.conversationsCount),
    })
    return html`<td role="gridcell">
      <button
        class="level-${level}"
        type="button"
        tabindex=${isCurrent ? 0 : -1}
        data-at="${day} ${hour}"
        aria-label=${label}
        aria-disabled=${count === 0 ? 'true' : nothing}
        title=${label}
        @focus=${() => {
          this.current = [day, hour]
        }}
        @click=${() => {
          if (count > 0) this.shown.see({ weekday: day + 1, hour }, label)
        }}
      ></button>
    </td>`
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const hours = this.#hours
    const [day, hour] = this.current ?? [0, hours[0] ?? 0]
    const [first = 0, last = 23] = [hours[0], hours.at(-1)]
    const ahead = this.shown.l10n.dir === 'rtl' ? -1 : 1
    const to = {
      ArrowLeft: [day, hour - ahead],
      ArrowRight: [day, hour + ahead],
      ArrowUp: [day - 1, hour],
      ArrowDown: [day + 1, hour],
      Home: [day, first],
      End: [day, last],
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const [toDay = 0, toHour = 0] = to
    this.renderRoot.querySelector<HTMLElement>(`[data-at="${toDay} ${toHour}"]`)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-week-grid': ChatWeekGrid
  }
}
