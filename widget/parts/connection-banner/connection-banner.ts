import { html, nothing } from 'lit'
import type { TemplateResult } from 'lit'
import type { Connection } from '../../core/state.ts'
import type { Localization } from '../../i18n/localization.ts'
import { plural } from '../../i18n/plural.ts'
import { icon } from '../icon/icon.ts'
import { NO_CONNECTION } from '../icon/paths.ts'

/**
 * Says that the connection is lost and when the next try is, which is now for whoever does not want to wait; nothing while all is well.
 * `connection-banner.styles.ts` dresses it; a `CountdownController` lets its seconds pass.
 */
export function connectionBanner(
  connection: Connection | undefined,
  { strings, locale }: Localization,
  connectNow: () => void,
): TemplateResult | typeof nothing {
  if (connection?.state === 'offline') return banner(strings.youAreOffline)
  if (connection?.state !== 'reconnecting') return nothing
  if (connection.retryAt === null) return banner(strings.reconnecting)
  const seconds = Math.max(0, Math.ceil((connection.retryAt - Date.now()) / 1_000))
  return banner(
    `${strings.disconnected} ${plural(locale, seconds, strings.nextTry)}`,
    html`<button type="button" class="link" @click=${connectNow}>${strings.connectNow}</button>`,
  )
}

function banner(words: string, button?: TemplateResult): TemplateResult {
  return html`<div class="banner" part="banner">${icon(NO_CONNECTION)}<span>${words}</span>${button}</div>`
}
