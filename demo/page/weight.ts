import { element } from './element.ts'
import { pageLanguage } from './language.ts'

/** Says what the script tag weighs as this server sends it to this browser, instead of what somebody once wrote down. */
export async function showWeight(): Promise<void> {
  const response = await fetch('/widget.js', { method: 'HEAD' })
  const bytes = Number(response.headers.get('content-length'))
  if (!response.ok || bytes === 0) return
  const format = new Intl.NumberFormat(pageLanguage(), { maximumFractionDigits: 1 })
  element('weight').textContent = `${format.format(bytes / 1024)} KB`
}
