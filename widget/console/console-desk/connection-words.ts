import type { Localization } from '../../i18n/localization.ts'
import type { ClientState } from '../../core/state.ts'

/** What a screen reader is told of the connection; nothing while all is well. */
export function connectionWords({ connection }: ClientState, { strings }: Localization): string {
  if (connection.state === 'offline') return strings.youAreOffline
  return connection.state === 'reconnecting' ? strings.disconnected : ''
}
