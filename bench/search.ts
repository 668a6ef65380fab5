import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChatId, CommercialId, SiteId } from '#shared/ids.ts'
import type { CommercialIdentity } from '../server/domain/identity.ts'
import { parsePersonKeyword } from '../server/domain/person-words.ts'
import { searchMessages } from '../server/domain/search-messages.ts'
import { createSeals } from '../server/storage/seals.ts'
import { openSqliteStorage } from '../server/storage/sqlite.ts'
import { fillStore, seeded, word } from './large-store.ts'

/** How long a search takes among a million messages, and what keeping the index costs whoever sends one. Printed, never asserted. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 1_000_000)
const RUNS = 200
const SENT = 2_000

const folder = mkdtempSync(join(tmpdir(), 'sobremesa-search-'))
const path = join(folder, 'chat.db')
try {
  const { migratedMs } = fillStore(path, MESSAGES)
  console.log(
    `${MESSAGES} messages, ${Math.round(statSync(path).size / 1e6)} MB; index built in ${Math.round(migratedMs / 1_000)} s`,
  )
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const storage = openSqliteStorage({
    path,
    seals: createSeals([]),
    clock: { now: () => Date.now() },
    report: console.error,
  })
  const admin: CommercialIdentity = {
    role: 'admin',
    userId: 'bench' as CommercialId,
    siteIds: [],
    sessionId: '',
    name: '',
  }
  const siteId = '0192f000-0000-7000-8000-000000000001' as SiteId
  const person: CommercialIdentity = { ...admin, role: 'commercial', siteIds: [siteId] }
  const random = seeded(7)
  const rare = () => `p${(30_000 + Math.floor(random() * 20_000)).toString(36)}`
  const search = (who: CommercialIdentity, keyword: string) =>
    searchMessages({ storage }, who, { keyword, limit: 20 })
  // As the server's own rounds do.
  const rounds = setInterval(() => void storage.indexMessages(), 1_000)
  console.log('| search | p50 ms | p99 ms |\n|---|---:|---:|')
  await row('a common word', () => search(admin, 'p1'))
  await row('any word, one site of three', () => search(person, word(random)))
  await row('a rare word', () => search(admin, rare()))
  await row('two common words', () => search(admin, 'p1 p2'))
  await row('a common and a rare word', () => search(person, `p1 ${rare()}`))
  await row('a beginning of three letters', () => search(person, word(random).slice(0, 3).padEnd(3, '1')))
  await row('two words side by side', () => search(person, `${word(random)}-${word(random)}`))
  await row('in one chat', () =>
    searchMessages({ storage }, admin, {
      keyword: 'p1',
      limit: 20,
      chatId: '0192f002-0000-7000-8000-000000012345' as ChatId,
    }),
  )
  await row('nothing', () => search(admin, 'zzzz'))
  await row('people by a name’s beginning', () =>
    storage.chats(person, { limit: 20, people: parsePersonKeyword(word(random)) }),
  )
  await row('people by a number', () =>
    storage.chats(person, { limit: 20, people: parsePersonKeyword(String(Math.floor(random() * 10_000))) }),
  )

  const sender = {
    ...admin,
    userId: (
      await storage.createCommercial({
        name: 'B',
        email: 'b@b.example',
        passwordHash: '',
        role: 'admin',
        siteIds: [],
      })
    ).commercialId,
  }
  const { visitor } = await storage.createVisitorSession(siteId, 'bench', {}, Number.MAX_SAFE_INTEGER)
  const { chat } = await storage.startChat(sender, visitor.visitorId, {
    content: 'x',
    clientMessageId: undefined,
  })
  for (const together of [1, 16]) {
    await row(
      `sending, ${together} at once, each`,
      async () => {
        const draft = {
          chatId: chat.chatId,
          type: 'text',
          isInternal: false,
          clientMessageId: undefined,
          seenSeq: undefined,
        } as const
        const content = () => Array.from({ length: 12 }, () => word(random)).join(' ')
        await Promise.all(
          Array.from({ length: together }, () =>
            storage.appendMessage(sender, { ...draft, content: content() }),
          ),
        )
      },
      SENT / together,
    )
  }
  clearInterval(rounds)
  await storage.close()
}

async function row(name: string, run: () => Promise<unknown>, runs = RUNS): Promise<void> {
  const times: number[] = []
  for (let index = 0; index < runs; index += 1) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2)
  console.log(`| ${name} | ${at(0.5)} | ${at(0.99)} |`)
}
