import type { ClientState } from '../../core/state.ts'
import type { Localization } from '../../i18n/localization.ts'
import { visitorChat } from '../visitor-chat.ts'

/**
 * What a screen reader is told besides the messages: a message that was not sent, a lost connection, the end of the chat. Nothing of countdowns and
 * successes; while nothing changes the text does not, and a live region is silent.
 */
export function statusWords(state: ClientState | undefined, { strings }: Localization): string {
  if (state === undefined) return ''
  if (visitorChat(state)?.thread.some((message) => message.delivery === 'failed')) return strings.notSent
  if (state.connection.state === 'offline') return strings.youAreOffline
  if (state.connection.state === 'reconnecting') return strings.disconnected
  return visitorChat(state)?.chat?.status === 'CLOSED' ? strings.closed : ''
}
