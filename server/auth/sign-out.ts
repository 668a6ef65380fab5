import type { EventBus } from '../domain/events.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SessionStorage } from '../domain/session-storage.ts'
import type { Credentials, Identified, Identify } from './identify.ts'

interface Deps {
  readonly storage: Pick<SessionStorage, 'endConsoleSession'>
  readonly identify: Identify
  readonly events: EventBus
}

/**
 * Ends the console session that the credentials belong to, on its sockets too. Somebody whose access token has run out is still
 * signed out by their cookie; somebody with no session left has nothing to end, which is no failure. Says who was signed out.
 */
export async function signOut(
  { storage, identify, events }: Deps,
  credentials: Credentials,
): Promise<readonly CommercialIdentity[]> {
  const signedOut: CommercialIdentity[] = []
  const { bearer, cookies } = credentials
  const proofs: Credentials[] = [
    { bearer: undefined, cookies },
    ...(bearer === undefined ? [] : [{ bearer, cookies: {} }]),
  ]
  for (const proof of proofs) {
    const identified = await identify(proof).catch(nobody)
    if (identified === null || identified.identity.role === 'visitor') continue
    const ended = await storage.endConsoleSession(identified.identity.sessionId)
    if (ended === null) continue
    events.emit('SessionEnded', { ...ended, code: 'invalid_token' })
    signedOut.push(identified.identity)
  }
  return signedOut
}

function nobody(cause: unknown): Identified | null {
  if (cause instanceof Refusal) return null
  throw cause
}
