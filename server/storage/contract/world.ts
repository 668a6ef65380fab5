import { expect, onTestFinished } from 'vitest'
import type { ErrorCode } from '#shared/errors.ts'
import type { ChatId, SiteId } from '#shared/ids.ts'
import type { Role } from '#shared/person.ts'
import type { Clock } from '../../domain/clock.ts'
import type { CommercialIdentity, Identity, VisitorIdentity } from '../../domain/identity.ts'
import type { SiteRecord } from '../../domain/records.ts'
import type { Appended, Draft, HistoryPage, Storage } from '../../domain/storage.ts'

export type OpenStorage = (clock: Clock) => Storage

/** A clock that stands still until a test moves it, in either direction. */
export interface TestClock extends Clock {
  move(ms: number): void
}

export function createTestClock(start = Date.UTC(2026, 0, 1)): TestClock {
  let now = start
  return { now: () => now, move: (ms) => void (now += ms) }
}

/** A store with one site, and the words to say who does what in it. */
export class World {
  readonly storage: Storage
  readonly clock: TestClock
  readonly site: SiteRecord
  #people = 0

  constructor(storage: Storage, clock: TestClock, site: SiteRecord) {
    this.storage = storage
    this.clock = clock
    this.site = site
  }

  async visitor(siteId: SiteId = this.site.siteId): Promise<VisitorIdentity> {
    const expiresAt = this.clock.now() + 1_000_000
    const session = await this.storage.createVisitorSession(siteId, this.#unique('token'), {}, expiresAt)
    return {
      role: 'visitor',
      userId: session.visitor.visitorId,
      siteId,
      sessionId: session.sessionId,
      name: '',
    }
  }

  async commercial(
    name = 'Ana',
    siteIds: readonly SiteId[] = [this.site.siteId],
  ): Promise<CommercialIdentity> {
    return this.#person(name, 'commercial', siteIds)
  }

  async admin(name = 'Root'): Promise<CommercialIdentity> {
    return this.#person(name, 'admin', [])
  }

  /** A visitor with an open chat in which nothing was said. */
  async chat(): Promise<{ visitor: VisitorIdentity; chatId: ChatId }> {
    const visitor = await this.visitor()
    const { chat } = await this.storage.openChat(visitor, null)
    return { visitor, chatId: chat.chatId }
  }

  say(sender: Identity, chatId: ChatId, content: string, more: Partial<Draft> = {}): Promise<Appended> {
    const plain = { type: 'text', isInternal: false, clientMessageId: undefined, seenSeq: undefined } as const
    return this.storage.appendMessage(sender, { chatId, content, ...plain, ...more })
  }

  note(sender: Identity, chatId: ChatId, content: string, more: Partial<Draft> = {}): Promise<Appended> {
    return this.say(sender, chatId, content, { isInternal: true, ...more })
  }

  async texts(reader: Identity, chatId: ChatId, page: Partial<HistoryPage> = {}): Promise<string[]> {
    const { messages } = await this.storage.history(reader, chatId, { limit: 100, ...page })
    return messages.map(({ content }) => content)
  }

  async #person(name: string, role: Role, siteIds: readonly SiteId[]): Promise<CommercialIdentity> {
    const email = `${this.#unique('person')}@example.com`
    const person = await this.storage.createCommercial({ name, email, passwordHash: 'hash', role, siteIds })
    const { commercialId } = person
    return { role, userId: commercialId, siteIds: person.siteIds, sessionId: this.#unique('session'), name }
  }

  #unique(word: string): string {
    this.#people += 1
    return `${word}-${this.#people}`
  }
}

export async function createWorld(open: OpenStorage): Promise<World> {
  const clock = createTestClock()
  const storage = open(clock)
  onTestFinished(() => storage.close())
  const site = await storage.createSite({ siteKey: 'shop', name: 'Shop', origins: [], locale: 'es' })
  return new World(storage, clock, site)
}

export async function expectRefusal(promise: Promise<unknown>, code: ErrorCode): Promise<void> {
  await expect(promise).rejects.toMatchObject({ name: 'Refusal', code })
}
