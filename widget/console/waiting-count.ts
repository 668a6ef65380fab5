import type { CommercialId } from '#shared/ids.ts'
import type { ClientState } from '../core/state.ts'
import { FaviconBadge } from './favicon-badge.ts'
import { TitleBadge } from './title-badge.ts'
import { countWaiting, tallyUnread, type UnreadTally } from './unread-tally.ts'

/** How many chats wait for whoever is here; on the console's own page its title and its icon say so, too. */
export class WaitingCount {
  readonly #title = new TitleBadge()
  readonly #favicon = new FaviconBadge()
  #tally: UnreadTally = new Map()

  /** What one person had heard is nothing to the next. */
  forget(): void {
    this.#tally = new Map()
  }

  of(state: ClientState, ownId: CommercialId): number {
    this.#tally = tallyUnread(this.#tally, state, ownId)
    return countWaiting(this.#tally, state)
  }

  show(locale: string, count: number): void {
    this.#title.show(locale, count)
    this.#favicon.show(count)
  }
}
