import { html, nothing, type TemplateResult } from 'lit'
import type { ConsoleSession } from '#shared/console-session.ts'
import { formatTime } from '../../../i18n/format.ts'
import { fill } from '../../../i18n/plural.ts'
import type { SettingsStrings } from '../../../i18n/settings.en.ts'
import type { ConsoleLocalization } from '../../console-localization.ts'
import { card } from '../fields.ts'
import { formatPastDay } from '../format-past.ts'

export interface SessionsList {
  readonly sessions: readonly ConsoleSession[]
  readonly l10n: ConsoleLocalization
  readonly words: SettingsStrings
  /** null: everywhere but here. */
  readonly signOut: (sessionId: string | null) => void
}

/** Where somebody is signed in; all but here can be ended. */
export function sessionsList(list: SessionsList): TemplateResult {
  const { sessions, words, signOut } = list
  const others = html`<button class="button" type="button" @click=${() => signOut(null)}>
    ${words.signOutOthers}
  </button>`
  return card(
    words.sessions,
    html`<ul class="items">
      ${sessions.map((session) => html`<li>${renderSession(session, list)}</li>`)}
    </ul>`,
    sessions.length > 1 ? { aside: others } : {},
  )
}

function renderSession(session: ConsoleSession, { l10n, words, signOut }: SessionsList): TemplateResult {
  const { sessionId, isCurrent, browser, system, addressPrefix, lastSeenAt } = session
  const name = [browser, system].filter((part) => part !== undefined).join(' · ') || '–'
  const when = `${formatPastDay(l10n, lastSeenAt, new Date())}, ${formatTime(l10n, lastSeenAt)}`
  const seen = fill(words.lastSeen, { when })
  return html`<div class="thing">
    <span class="what"
      ><bdi>${name}</bdi
      >${isCurrent ? html`<span class="chip good">${words.thisSession}</span>` : nothing}</span
    >
    <span class="more">${addressPrefix === undefined ? seen : `${addressPrefix} · ${seen}`}</span>
    ${
      isCurrent
        ? nothing
        : html`<span class="tools">
            <button
              class="button"
              type="button"
              aria-label="${words.signOutThere}: ${name}"
              @click=${() => signOut(sessionId)}
            >
              ${words.signOutThere}
            </button>
          </span>`
    }
  </div>`
}
