import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ChatId, CommercialId, MessageId } from '#shared/ids.ts'
import { systemClock } from '../domain/clock.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import type { Storage } from '../domain/storage.ts'
import { createTempFolder } from './temp-folder.fixture.ts'
import { testSeals } from './seals.fixture.ts'
import { openSqliteStorage } from './sqlite.ts'

const program = fileURLToPath(new URL('./restless-writer.fixture.ts', import.meta.url))
const admin: CommercialIdentity = {
  role: 'admin',
  userId: 'an admin' as CommercialId,
  siteIds: [],
  sessionId: 'a session',
  name: 'Root',
}

function open(path: string): Storage {
  const report = (cause: unknown) => {
    throw cause
  }
  return openSqliteStorage({ path, seals: testSeals, clock: systemClock, report })
}

/** Another process that writes to this file until it is killed. */
function startWriter(path: string) {
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const acknowledged: string[] = []
  const output = createInterface(child.stdout)
  output.on('line', (text) => acknowledged.push(text))
  return {
    pid: child.pid,
    acknowledged,
    async untilAcknowledged(count: number) {
      while (acknowledged.length < count) await once(output, 'line')
    },
    async kill() {
      const drained = once(output, 'close')
      child.kill('SIGKILL')
      await drained
    },
  }
}

async function expectStored(storage: Storage, acknowledged: readonly string[]): Promise<void> {
  for (const text of acknowledged) {
    const [chatId, messageId, content] = text.split(' ')
    const message = await storage.message(admin, messageId as MessageId)
    expect(message).toMatchObject({ chatId, content })
  }
}

async function expectDense(storage: Storage, chatId: ChatId): Promise<void> {
  let after = 0
  for (let hasMore = true; hasMore;) {
    const page = await storage.history(admin, chatId, { limit: 100, after })
    for (const { seq } of page.messages) expect(seq).toBe((after += 1))
    hasMore = page.hasMore
  }
  expect((await storage.chat(admin, chatId)).lastSeq).toBe(after)
}

describe('a server that is killed while it writes', () => {
  it(
    'has lost nothing that it acknowledged, and the next one starts without help',
    { timeout: 30_000 },
    async () => {
      const path = join(createTempFolder(), 'chat.db')
      const everything: string[] = []
      for (const count of [1, 200]) {
        const writer = startWriter(path)
        await writer.untilAcknowledged(count)
        await writer.kill()
        everything.push(...writer.acknowledged)
      }
      const storage = open(path)
      onTestFinished(() => storage.close())
      await expectStored(storage, everything)
      const chatIds = new Set(everything.map((text) => text.slice(0, 36) as ChatId))
      expect(chatIds.size).toBe(2)
      for (const chatId of chatIds) await expectDense(storage, chatId)
    },
  )

  it('keeps others out while it lives', { timeout: 30_000 }, async () => {
    const path = join(createTempFolder(), 'chat.db')
    const writer = startWriter(path)
    await writer.untilAcknowledged(1)
    expect(() => open(path)).toThrow(new RegExp(`in use by process ${writer.pid} on .+, running since 20`))
    await writer.kill()
    expect(existsSync(`${path}-owner.json`)).toBe(true)
    await open(path).close()
    expect(existsSync(`${path}-owner.json`)).toBe(false)
  })
})
