/** `1 min 24 s`, `2 h 5 min`, `3 d 4 h`: the two largest units, as the language writes them. */
export function formatDuration(locale: string, seconds: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const
  const whole = Math.round(seconds)
  const first = units.findIndex(([, size]) => whole >= size)
  if (first === -1) return formatUnit(locale, 0, 'second')
  let left = whole
  return units
    .slice(first, first + 2)
    .map(([unit, size]) => {
      const count = Math.floor(left / size)
      left -= count * size
      return count === 0 ? '' : formatUnit(locale, count, unit)
    })
    .filter((words) => words !== '')
    .join(' ')
}

function formatUnit(locale: string, count: number, unit: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count)
}

export function formatShare(locale: string, share: number, fractionDigits = 0): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: fractionDigits,
  }).format(share)
}

export function formatNumber(locale: string, value: number, fractionDigits = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigits }).format(value)
}

// A date alone stands for no moment: read and written in UTC it stays the same day everywhere.
/** `Thu 20` in short; `Thursday 20 November` in full. */
export function formatDate(locale: string, date: string, length: 'short' | 'full' = 'short'): string {
  const options =
    length === 'short'
      ? ({ weekday: 'short', day: 'numeric' } as const)
      : ({ weekday: 'long', day: 'numeric', month: 'long' } as const)
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(date))
}

export function formatDayAndMonth(locale: string, date: string): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, options).format(Date.parse(date))
}

/** Monday is 1, as in the contract. */
export function formatWeekday(locale: string, weekday: number, length: 'short' | 'long' = 'long'): string {
  // 2024 began on a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  )
}

/** `11:00`; 24 is midnight. */
export function formatHour(locale: string, hour: number): string {
  const options = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, options).format(Date.UTC(2024, 0, 1, hour))
}
