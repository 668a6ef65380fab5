import { createOnlookers } from '../domain/onlookers.ts'
import { createEventBus, type DomainEvents } from '../domain/events.ts'
import { testSeals } from '../storage/seals.fixture.ts'
import { openSqliteStorage } from '../storage/sqlite.ts'
import { createAccessTokens } from './access-token.ts'
import { createIdentify } from './identify.ts'
import { createKeys } from './keys.ts'
import { createOrigins } from './origins.ts'
import { hashPassword } from './password.ts'

const OWN_ORIGIN = 'https://chat.example'
export const PASSWORD = 'correct horse battery'
/** Hashing is slow on purpose, and once is enough. */
const passwordHash = await hashPassword(PASSWORD)

export type TestAuth = Awaited<ReturnType<typeof openTestAuth>>

/** Everything that proves an identity, over a real store and a clock that stands still. */
export async function openTestAuth() {
  const clock = { at: Date.parse('2026-03-01T10:00:00.000Z'), now: () => clock.at }
  const failures: unknown[] = []
  const report = (cause: unknown) => void failures.push(cause)
  const storage = openSqliteStorage({ path: ':memory:', seals: testSeals, clock, report })
  const events = createEventBus(report)
  const ended: DomainEvents['SessionEnded'][] = []
  events.onAny((_, event) => {
    if ('sessionId' in event) ended.push(event)
  })
  const reused: string[] = []
  const onReuse = (sessionId: string) => Promise.resolve(void reused.push(sessionId))
  const accessTokens = createAccessTokens({ keys: await createKeys(), clock, issuer: OWN_ORIGIN })
  const identify = createIdentify({ storage, accessTokens, clock })
  const origins = createOrigins({ storage, ownOrigin: OWN_ORIGIN })
  const site = await storage.createSite({
    siteKey: 'shop',
    name: 'Shop',
    origins: ['https://shop.example'],
    locale: 'es',
  })
  const ana = await storage.createCommercial({
    name: 'Ana',
    email: 'ana@shop.example',
    passwordHash,
    role: 'commercial',
    siteIds: [site.siteId],
  })
  return {
    clock,
    onlookers: createOnlookers(clock),
    storage,
    events,
    ended,
    failures,
    accessTokens,
    identify,
    origins,
    site,
    ana,
    reused,
    onReuse,
  }
}
