import { html, nothing } from 'lit'
import type { Interval, OfficeHours, Weekday } from '#shared/office-hours.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { CLOSE } from '../../../parts/icon/paths.ts'
import { PLUS } from '../../icon-paths.ts'
import { formatWeekday } from '../../stats/figure-words.ts'
import { card, segments, selectField, textField } from '../fields.ts'
import { timeZones } from '../languages.ts'
import type { SiteForm, SitePage } from '../site-form.ts'

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]
const MAX_INTERVALS = 6

export const hoursPage: SitePage = {
  intro: 'hoursIntro',
  keys: ['officeHours'],
  render(form) {
    const { site, words } = form
    const hours = site.officeHours
    return html`${card(
      words.pages.hours,
      html`${openness(form)} ${hours === null ? nothing : zone(form, hours)}`,
    )}
    ${hours === null ? nothing : html`${week(form, hours)} ${holidays(form, hours)}`}`
  },
}

function openness({ site, set, words }: SiteForm) {
  return segments({
    path: 'open',
    label: words.pages.hours,
    isLabelHidden: true,
    value: site.officeHours === null ? 'always' : 'hours',
    options: [
      { value: 'always', label: words.alwaysOpen },
      { value: 'hours', label: words.byHours },
    ],
    onChoose: (value) => set({ officeHours: value === 'always' ? null : usualHours() }),
  })
}

function usualHours(): OfficeHours {
  const day: Interval[] = [{ from: '09:00', to: '18:00' }]
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return {
    timeZone,
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    holidays: [],
  }
}

function zone({ set, words, errorOf }: SiteForm, hours: OfficeHours) {
  return selectField({
    path: 'officeHours.timeZone',
    label: words.timeZone,
    error: errorOf('officeHours.timeZone'),
    value: hours.timeZone,
    options: timeZones(hours.timeZone).map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    onChoose: (timeZone) => set({ officeHours: { ...hours, timeZone } }),
  })
}

function week(form: SiteForm, hours: OfficeHours) {
  const { set, words, l10n } = form
  return card(
    words.week,
    html`<div class="days">
      ${WEEK.map((day, index) =>
        intervals(form, {
          path: `officeHours.week.${day}`,
          name: formatWeekday(l10n.locale, index + 1),
          day: hours.week[day],
          onChange: (changed) => set({ officeHours: { ...hours, week: { ...hours.week, [day]: changed } } }),
        }),
      )}
    </div>`,
  )
}

interface Day {
  readonly path: string
  readonly name: string
  readonly day: readonly Interval[]
  readonly onChange: (day: Interval[]) => void
}

/** The hours of one day, each with a way to take it away. */
function intervals({ words, errorOf }: SiteForm, { path, name, day, onChange }: Day) {
  const error = errorOf(path)
  const change = (index: number, part: Partial<Interval>) =>
    onChange(day.map((one, at) => (at === index ? { ...one, ...part } : one)))
  const time = (index: number, end: 'from' | 'to', value: string) =>
    html`<input
      class="in"
      type="time"
      aria-label="${name}: ${words[end]}"
      aria-invalid=${error === undefined ? nothing : 'true'}
      .value=${value === '24:00' ? '00:00' : value}
      @change=${({ target }: Event) => {
        const text = (target as HTMLInputElement).value
        // A field for a time has no 24:00; midnight at the end of a day is meant.
        change(index, { [end]: end === 'to' && text === '00:00' ? '24:00' : text })
      }}
    />`
  return html`<div class="day" role="group" aria-label=${name}>
    <b>${name}</b>
    <span class="intervals">
      ${
        day.length === 0
          ? html`<span class="quiet">${words.closed}</span>`
          : day.map(
              (interval, index) =>
                html`<span class="interval">
                  ${time(index, 'from', interval.from)}<span aria-hidden="true">–</span
                  >${time(index, 'to', interval.to)}
                  <button
                    class="icon-button"
                    type="button"
                    aria-label="${words.remove}: ${name} ${interval.from}–${interval.to}"
                    title=${words.remove}
                    @click=${() => onChange(day.filter((_, at) => at !== index))}
                  >
                    ${icon(CLOSE)}
                  </button>
                </span>`,
            )
      }
    </span>
    ${
      day.length >= MAX_INTERVALS
        ? nothing
        : html`<button
            class="icon-button"
            type="button"
            aria-label="${words.addInterval}: ${name}"
            title=${words.addInterval}
            @click=${() => onChange([...day, nextInterval(day)])}
          >
            ${icon(PLUS)}
          </button>`
    }
    ${error === undefined ? nothing : html`<p class="error">${error}</p>`}
  </div>`
}

/** After the last one, with a break for lunch. */
function nextInterval(day: readonly Interval[]): Interval {
  const last = day.at(-1)
  if (last === undefined) return { from: '09:00', to: '18:00' }
  const from = Math.min(22, Number(last.to.slice(0, 2)) + 1)
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00`
  return { from: hour(from), to: hour(Math.min(24, from + 3)) }
}

function holidays(form: SiteForm, hours: OfficeHours) {
  const { words, set } = form
  const change = (holidays: OfficeHours['holidays']) => set({ officeHours: { ...hours, holidays } })
  const add = html`<button
    class="button"
    type="button"
    @click=${() => change([...hours.holidays, { date: new Date().toISOString().slice(0, 10), hours: [] }])}
  >
    ${icon(PLUS)}${words.addHoliday}
  </button>`
  return card(
    words.holidays,
    hours.holidays.map((holiday, index) => renderHoliday(form, hours.holidays, { index, holiday, change })),
    { hint: words.holidaysHint, aside: add },
  )
}

function renderHoliday(
  form: SiteForm,
  all: OfficeHours['holidays'],
  one: {
    index: number
    holiday: OfficeHours['holidays'][number]
    change: (holidays: OfficeHours['holidays']) => void
  },
) {
  const { words, errorOf } = form
  const { index, holiday, change } = one
  const path = `officeHours.holidays.${index}`
  const put = (part: Partial<typeof holiday>) =>
    change(all.map((other, at) => (at === index ? { ...other, ...part } : other)))
  return html`<div class="holiday">
    ${textField({
      path: `${path}.date`,
      label: words.date,
      type: 'date',
      value: holiday.date,
      error: errorOf(`${path}.date`),
      onInput: (date) => put({ date }),
    })}
    ${textField({
      path: `${path}.name`,
      label: words.holidayName,
      value: holiday.name ?? '',
      maxLength: 80,
      error: errorOf(`${path}.name`),
      onInput(name) {
        const { name: _, ...rest } = holiday
        const changed = name === '' ? rest : { ...rest, name }
        change(all.map((other, at) => (at === index ? changed : other)))
      },
    })}
    <button
      class="button"
      type="button"
      aria-label="${words.remove}: ${holiday.name ?? holiday.date}"
      @click=${() => change(all.filter((_, at) => at !== index))}
    >
      ${words.remove}
    </button>
    ${intervals(form, {
      path: `${path}.hours`,
      name: holiday.name ?? holiday.date,
      day: holiday.hours,
      onChange: (changed) => put({ hours: changed }),
    })}
  </div>`
}
