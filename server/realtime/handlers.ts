import type { Identify } from '../auth/identify.ts'
import type { Clock } from '../domain/clock.ts'
import { Refusal } from '../domain/refusal.ts'
import { toTime } from '../domain/views.ts'
import { identityOf, type Connection } from './connection.ts'
import type { Handlers } from './dispatch.ts'
import type { Expiry } from './expiry.ts'
import { joinChat, leaveChat, type JoiningDeps } from './joining.ts'
import type { Typing } from './typing.ts'
import type { Viewing } from './viewing.ts'

interface Deps {
  readonly storage: JoiningDeps['storage']
  readonly typing: Typing
  readonly viewing: Viewing
  readonly expiry: Expiry
  readonly identify: Identify
  readonly clock: Clock
  readonly version: string
}

/** What each event of the contract does. */
export function createHandlers(deps: Deps): Handlers {
  const { typing, viewing, clock, version } = deps
  return {
    'chat:join': (connection, { chatId }) => joinChat(deps, connection, chatId),
    'chat:leave': (connection, { chatId }) => leaveChat(deps, connection, chatId),
    'typing:start': (connection, signal) => typing.start(connection, signal),
    'typing:stop': (connection, signal) => typing.stop(connection, signal),
    'viewing:start': (connection, { chatId }) => viewing.start(connection, chatId),
    'viewing:stop': (connection, { chatId }) => viewing.stop(connection, chatId),
    'auth:refresh': async (connection, { token }) => {
      await refreshConnection(deps, connection, token)
      return { success: true }
    },
    'health-check': () => ({ status: 'ok', timestamp: toTime(clock.now()), version }),
    test({ socket }, { message }) {
      const echo = { success: true, message, timestamp: toTime(clock.now()) } as const
      socket.emit('test-response', echo)
      return echo
    },
  }
}

/** Only a newer proof of the same session carries a connection on; another person's would change who is listening. */
async function refreshConnection(
  { identify, expiry }: Pick<Deps, 'identify' | 'expiry'>,
  connection: Connection,
  token: string,
): Promise<void> {
  const renewed = await identify({ bearer: token, cookies: {} })
  const isSameSession =
    renewed !== null &&
    renewed.identity.role !== 'visitor' &&
    renewed.identity.sessionId === identityOf(connection)?.sessionId
  if (!isSameSession || renewed.expiresAt === null) throw new Refusal('invalid_token')
  expiry.renew(connection, renewed.expiresAt)
}
