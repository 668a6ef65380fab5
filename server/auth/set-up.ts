import { Refusal } from '../domain/refusal.ts'
import type { SessionOrigin } from '../domain/session-storage.ts'
import type { PeopleStorage } from '../domain/storage.ts'
import { openConsoleSession, type ConsoleSessionDeps, type SignedIn } from './console-session.ts'
import { hashToken } from './opaque-token.ts'
import { hashPassword } from './password.ts'

type Deps = ConsoleSessionDeps & { readonly storage: Pick<PeopleStorage, 'hasAdmin' | 'createFirstAdmin'> }

interface Account {
  readonly setupToken: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** The first admin, signed in at once. Afterwards this is answered as if it had never existed. */
export async function setUp(
  deps: Deps,
  { setupToken, name, email, password }: Account,
  from: SessionOrigin = {},
): Promise<SignedIn> {
  // The store decides; asking first only spares the work of hashing, which anybody could make us do.
  if (await deps.storage.hasAdmin()) throw new Refusal('not_found')
  const passwordHash = await hashPassword(password)
  const admin = await deps.storage.createFirstAdmin(hashToken(setupToken.trim()), {
    name,
    email,
    passwordHash,
    role: 'admin',
    siteIds: [],
  })
  return openConsoleSession(deps, admin, from)
}
