import { html, nothing, type TemplateResult } from 'lit'
import type { Failure } from '../../core/state.ts'
import { fill } from '../../i18n/plural.ts'
import { icon } from '../../parts/icon/icon.ts'
import { WARNING } from '../../parts/icon/paths.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { MESSAGE, RETRY } from '../icon-paths.ts'

/** A quiet word where a list or a chat would be; `notice.styles.ts` dresses it. */
export function notice(
  title: string,
  text: string,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="notice">
    <span class="picture">${icon(MESSAGE)}</span>
    <h2>${title}</h2>
    <p>${text}</p>
    ${action}
  </div>`
}

export interface FailureNotice {
  readonly title: string
  readonly failure: Failure
  readonly l10n: ConsoleLocalization
  readonly retry: () => void
}

/** Something could not be loaded: what, why as far as it is known, and a way to try again. */
export function failureNotice({ title, failure, l10n, retry }: FailureNotice): TemplateResult {
  const strings = l10n.console
  return html`<div class="notice" role="alert">
    <span class="picture bad">${icon(WARNING)}</span>
    <h2>${title}</h2>
    <p>${failure.message || strings.noAnswer}</p>
    <button class="button" type="button" @click=${retry}>${icon(RETRY)}${strings.retry}</button>
    ${failure.requestId === undefined ? nothing : html`<small>${fill(strings.reference, { ref: failure.requestId })}</small>`}
  </div>`
}
