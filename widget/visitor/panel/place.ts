import type { PublicSite } from '#shared/site.ts'
import type { ClientState } from '../../core/state.ts'
import { visitorChat } from '../visitor-chat.ts'

/** What stands where one would write: the composer, or what comes before a first message and after the last. */
export type Place = 'composer' | 'form' | 'end'

/** `isPast`: whether the visitor is done with what stood there instead. */
export function placeOf(state: ClientState | undefined, isPast: boolean): Place {
  if (!state?.site) return 'composer'
  const view = visitorChat(state)
  if (view?.chat?.status === 'CLOSED') return isPast ? 'composer' : 'end'
  if (view?.chat || view?.thread.length || isPast) return 'composer'
  const asks = state.site.preChat && state.session.state !== 'visitor'
  return asks || isClosed(state.site) ? 'form' : 'composer'
}

/** Outside of its hours; while merely nobody is looking, one writes as ever, and is answered when somebody does. */
export function isClosed({ online, nextOpening }: PublicSite): boolean {
  return !online && nextOpening !== undefined
}
