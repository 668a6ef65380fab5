import type { CommercialId } from '#shared/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SessionOrigin } from '../domain/session-storage.ts'
import type { PeopleStorage } from '../domain/storage.ts'
import { openConsoleSession, type ConsoleSessionDeps, type SignedIn } from './console-session.ts'
import { verifyPassword } from './password.ts'

type Deps = ConsoleSessionDeps & {
  readonly storage: Pick<PeopleStorage, 'commercialByEmail'>
  /** Whose account it is that somebody tries to open, before it is known whether they may. */
  readonly onAccount?: (commercialId: CommercialId) => void
}

/** An unknown e-mail and a wrong password get the same answer after the same work. */
export async function signIn(
  deps: Deps,
  { email, password }: { email: string; password: string },
  from: SessionOrigin = {},
): Promise<SignedIn> {
  const account = await deps.storage.commercialByEmail(email.trim().toLowerCase())
  if (account !== null) deps.onAccount?.(account.commercial.commercialId)
  const isRight = await verifyPassword(password, account?.passwordHash ?? null)
  if (account === null || !isRight) throw new Refusal('wrong_credentials')
  return openConsoleSession(deps, account.commercial, from)
}
