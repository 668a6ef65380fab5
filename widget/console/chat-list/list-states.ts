import { html, nothing, type TemplateResult } from 'lit'
import { filterOf } from '../../core/inbox.ts'
import type { Inbox, InboxList } from '../../core/state.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { notice } from '../notice/notice.ts'

/** No chat has ever arrived. */
export function isFirstRun({ load, chats, counts }: Inbox): boolean {
  return load.state === 'ready' && chats.length === 0 && counts.all + counts.closed + counts.snoozed === 0
}

/** Whether some chats of the list may not be shown; another order hides none. */
export function isFiltered(inbox: Inbox): boolean {
  const { order: _, ...narrowing } = filterOf(inbox)
  return Object.keys(narrowing).length > 0
}

/** What an empty list says: good news, and where there is something to do. */
export function emptyNotice(
  inbox: Inbox,
  { console: strings }: ConsoleLocalization,
  { showUnassigned, dropFilter }: { readonly showUnassigned: () => void; readonly dropFilter: () => void },
): TemplateResult {
  if (isFirstRun(inbox)) return notice(strings.waitingForFirst, strings.firstRunAfter)
  if (isFiltered(inbox)) {
    const button = html`<button class="button" type="button" @click=${dropFilter}>
      ${strings.dropFilter}
    </button>`
    return notice(strings.nothingFiltered, '', button)
  }
  const texts: Readonly<Record<InboxList, string>> = {
    mine: strings.nothingMine,
    unassigned: strings.nothingUnassigned,
    all: strings.nothingOpen,
    closed: strings.nothingClosed,
    snoozed: strings.nothingSnoozed,
  }
  const isAside = inbox.list === 'closed' || inbox.list === 'snoozed'
  const title = isAside ? strings.lists[inbox.list] : strings.allAnswered
  const hasUnassigned = inbox.list === 'mine' && inbox.counts.unassigned > 0
  return notice(
    hasUnassigned ? strings.lists.mine : title,
    texts[inbox.list],
    hasUnassigned
      ? html`<button class="button" type="button" @click=${showUnassigned}>
          ${strings.seeUnassigned} (${inbox.counts.unassigned})
        </button>`
      : nothing,
  )
}

const ROWS = [1, 2, 3, 4, 5, 6]

/** The shape of what is coming. */
export function skeleton({ console: strings }: ConsoleLocalization): TemplateResult {
  return html`<p class="sr" role="status">${strings.loadingChats}</p>
    <div class="skeleton" aria-hidden="true">
      ${ROWS.map(() => html`<i class="tile"></i><i class="bars"></i>`)}
    </div>`
}
