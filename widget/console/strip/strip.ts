import { html, type TemplateResult } from 'lit'
import { icon } from '../../parts/icon/icon.ts'
import { CLOSE } from '../../parts/icon/paths.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { ALERT } from '../icon-paths.ts'

/** A line about something that did not happen, until it is put away; `strip.styles.ts` dresses it. */
export function strip(
  sentence: string,
  { console: strings }: ConsoleLocalization,
  dismiss: () => void,
): TemplateResult {
  return html`<div class="strip">
    ${icon(ALERT)}
    <span>${sentence}</span>
    <button
      class="icon-button"
      type="button"
      aria-label=${strings.dismiss}
      title=${strings.dismiss}
      @click=${dismiss}
    >
      ${icon(CLOSE)}
    </button>
  </div>`
}
