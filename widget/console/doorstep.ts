import { html, type TemplateResult } from 'lit'
import type { Connection } from '../core/state.ts'
import { connectionBanner } from '../parts/connection-banner/connection-banner.ts'
import type { ConsoleLocalization } from './console-localization.ts'
import { notice } from './notice/notice.ts'

/** While nobody knows yet who is here. */
export function opening(
  connection: Connection,
  l10n: ConsoleLocalization,
  connectNow: () => void,
): TemplateResult {
  return html`${connectionBanner(connection, l10n, connectNow)}
    <div class="door">
      <p class="opening" role="status">
        <span class="mark" aria-hidden="true">S</span>${l10n.console.opening}
      </p>
    </div>`
}

/** Whoever brings the tokens has the door, too. */
export function hostSession({ console: strings }: ConsoleLocalization, retry: () => void): TemplateResult {
  return html`<div class="host-session">
    ${notice(
      strings.sessionExpired,
      strings.askHost,
      html`<button class="button" type="button" @click=${retry}>${strings.retry}</button>`,
    )}
  </div>`
}

/** The door over the work, which waits behind it as it was. */
export function overTheWork(
  door: TemplateResult,
  { console: strings }: ConsoleLocalization,
  onClose: () => void,
): TemplateResult {
  return html`<dialog
    aria-label=${strings.sessionExpired}
    @cancel=${(event: Event) => event.preventDefault()}
    @close=${onClose}
  >
    ${door}
  </dialog>`
}
