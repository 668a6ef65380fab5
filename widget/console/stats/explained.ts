import { html, type TemplateResult } from 'lit'
import { fill } from '../../i18n/plural.ts'
import type { StatsStrings } from '../../i18n/stats.en.ts'
import { icon } from '../../parts/icon/icon.ts'
import { HELP } from '../icon-paths.ts'

/** A button beside a figure's name that says what the figure is. The browser closes it: by Escape, and by a press elsewhere. */
export function explained(
  key: keyof StatsStrings['explained'],
  name: string,
  words: StatsStrings,
): TemplateResult {
  const id = `what-${key}`
  const label = fill(words.what, { figure: name })
  return html`<button class="why" type="button" popovertarget=${id} aria-label=${label} title=${label}>
      ${icon(HELP)}
    </button>
    <p class="explanation" id=${id} popover>${words.explained[key]}</p>`
}
