import type { Hono } from 'hono'
import type { EventBus } from '../domain/events.ts'
import { asCommercial } from '../domain/identity.ts'
import type { SessionStorage } from '../domain/session-storage.ts'
import { toConsoleSession } from '../domain/views.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: Pick<SessionStorage, 'consoleSessionsOf' | 'endSessionOf' | 'endOtherSessionsOf'>
  readonly events: EventBus
}

/** Where somebody is signed in, and signing out there. Each sees their own. */
export function mountConsoleSessions(app: Hono<Env>, { storage, events }: Deps): void {
  function tellEnded(sessionId: string): void {
    events.emit('SessionEnded', { sessionId, code: 'invalid_token' })
  }

  route(app, 'GET /v2/sessions', async ({ identity }) => {
    const { userId, sessionId } = asCommercial(identity)
    const sessions = await storage.consoleSessionsOf(userId)
    return { result: { sessions: sessions.map((session) => toConsoleSession(session, sessionId)) } }
  })

  route(app, 'DELETE /v2/sessions/:sessionId', async ({ identity, params: { sessionId } }) => {
    await storage.endSessionOf(asCommercial(identity).userId, sessionId)
    tellEnded(sessionId)
    return { result: undefined }
  })

  route(app, 'DELETE /v2/sessions', async ({ identity }) => {
    const { userId, sessionId } = asCommercial(identity)
    for (const other of await storage.endOtherSessionsOf(userId, sessionId)) tellEnded(other)
    return { result: undefined }
  })
}
