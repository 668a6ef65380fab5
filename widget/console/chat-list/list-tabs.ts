import { html, type TemplateResult } from 'lit'
import type { ChatCounts } from '#shared/chat.ts'
import type { InboxList } from '../../core/state.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { nextTab } from './tab-keys.ts'

export const LISTS = [
  'mine',
  'unassigned',
  'all',
  'snoozed',
  'closed',
] as const satisfies readonly InboxList[]

export interface ListTabs {
  readonly list: InboxList
  readonly counts: ChatCounts
  readonly l10n: ConsoleLocalization
  readonly choose: (list: InboxList) => void
}

/** The lists as tabs over `#panel`, each with how many chats it holds. Arrows move and choose at once. */
export function listTabs({ list, counts, l10n, choose }: ListTabs): TemplateResult {
  const handleKey = (event: KeyboardEvent): void => {
    const next =
      LISTS[nextTab(event.key, { current: LISTS.indexOf(list), count: LISTS.length, dir: l10n.dir }) ?? -1]
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    choose(next)
    const tabs = event.currentTarget
    if (tabs instanceof HTMLElement) tabs.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return html`<div class="tabs" role="tablist" aria-label=${l10n.console.chats} @keydown=${handleKey}>
    ${LISTS.map(
      (name) =>
        html`<button
          id="tab-${name}"
          role="tab"
          type="button"
          aria-selected=${name === list ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${name === list ? '0' : '-1'}
          @click=${() => choose(name)}
        >
          ${l10n.console.lists[name]} <span class="count">${counts[name].toLocaleString(l10n.locale)}</span>
        </button>`,
    )}
  </div>`
}
