export const BYTE_ORDER_MARK = '\uFEFF'

/**
 * One line for a spreadsheet. A text that begins like a formula gets an apostrophe, which makes it text: what a visitor calls
 * themself must not be run by whoever opens the file.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(toCell).join(',')}\r\n`
}

function toCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[\s]*[=+\-@]|^[\t\r]/u.test(value) ? `'${value}` : value
  return `"${text.replaceAll('"', '""')}"`
}
