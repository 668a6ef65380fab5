import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommercialId } from '#shared/ids.ts'
import type { CommercialIdentity } from '../server/domain/identity.ts'
import { readStats } from '../server/domain/read-stats.ts'
import { createSeals } from '../server/storage/seals.ts'
import { openSqliteStorage } from '../server/storage/sqlite.ts'
import { fillStore } from './large-store.ts'

/** How long the figures of a period take, in a store of a million messages (two years). Printed, never asserted. */
const MESSAGES = Number(process.env['MESSAGES'] ?? 1_000_000)
const CHATS = Number(process.env['CHATS'] ?? 130_000)
const PERIODS = { 'a week': 7, 'a month': 30, 'a year': 365 }
const RUNS = 10

const folder = mkdtempSync(join(tmpdir(), 'sobremesa-stats-'))
const path = join(folder, 'chat.db')
try {
  fillStore(path, MESSAGES, CHATS)
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
  console.log('| period | conversations | p50 ms | longest ms |\n|---|---:|---:|---:|')
  for (const [name, days] of Object.entries(PERIODS)) {
    const to = '2025-11-30'
    const from = new Date(Date.parse(to) - (days - 1) * 86_400_000).toISOString().slice(0, 10)
    const times: number[] = []
    let conversations = 0
    for (let run = 0; run < RUNS; run += 1) {
      const began = performance.now()
      const stats = await readStats({ storage }, admin, { from, to, timeZone: 'Europe/Madrid' })
      times.push(performance.now() - began)
      conversations = stats.conversations
    }
    times.sort((a, b) => a - b)
    console.log(
      `| ${name} | ${conversations} | ${times[RUNS / 2]?.toFixed(0)} | ${times.at(-1)?.toFixed(0)} |`,
    )
  }
  await storage.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
