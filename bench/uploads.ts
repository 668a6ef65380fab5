import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What an upload of 20 MiB costs the server in memory: how far its resident set rises above where it was before, while the first file
 * since it was started comes in, while another does, and while eight do at once. The server is a process of its own; Linux tells its peak. Bounded, on loopback only.
 */
const FILE_BYTES = 20 * 1024 * 1024
const ROUNDS = 5
const PORT = 4_391
const URL = `http://127.0.0.1:${PORT}`
const MIB = 1024 * 1024

const dataDir = mkdtempSync(join(tmpdir(), 'sobremesa-bench-'))
const server = spawn(
  process.execPath,
  [fileURLToPath(new globalThis.URL('../server/main.ts', import.meta.url))],
  {
    env: {
      ...process.env,
      PORT: String(PORT),
      DATA_DIR: dataDir,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      VISITOR_QUOTA_MB: '100000',
      MIN_FREE_MB: '0',
      ADMIN_EMAIL: 'bench@bench.example',
      ADMIN_PASSWORD: 'bench password',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
try {
  await once(server.stdout, 'data')
  await run()
} finally {
  server.kill('SIGTERM')
  await once(server, 'exit')
  rmSync(dataDir, { recursive: true, force: true })
}

async function run(): Promise<void> {
  // Each a person of their own: nobody may hold more than a few uploads open.
  const people = await Promise.all(Array.from({ length: 8 }, createPerson))
  console.log('| at once | MB/s | resident before, MiB | highest above it, MiB (median) |')
  console.log('|---:|---:|---:|---:|')
  await measure('the first', people.slice(0, 1), 1)
  await measure('1', people.slice(0, 1), ROUNDS)
  await measure('8', people, ROUNDS)
}

async function measure(
  name: string,
  uploads: readonly (() => Promise<void>)[],
  rounds: number,
): Promise<void> {
  const rises: number[] = []
  const rates: number[] = []
  let before = 0
  for (let round = 0; round < rounds; round += 1) {
    before = residentBytes()
    const startedAt = performance.now()
    rises.push((await peakDuring(() => Promise.all(uploads.map((upload) => upload())))) - before)
    rates.push((uploads.length * FILE_BYTES) / 1_000 / (performance.now() - startedAt))
  }
  const rise = (median(rises) / MIB).toFixed(1)
  console.log(`| ${name} | ${Math.round(median(rates))} | ${Math.round(before / MIB)} | ${rise} |`)
}

async function createPerson(): Promise<() => Promise<void>> {
  const { token } = await post<{ token: string }>('/v2/visitors/session', '{}')
  const { chatId } = await post<{ chatId: string }>('/v2/chats', '{}', token)
  return () => uploadTo(chatId, token)
}

async function uploadTo(chatId: string, token: string): Promise<void> {
  const form = new FormData()
  form.append('chatId', chatId)
  form.append('file', new File([new Uint8Array(FILE_BYTES).fill(97)], 'large.txt'))
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${URL}/v2/files/upload`, { method: 'POST', headers, body: form })
  if (!response.ok) throw new Error(`The upload answered ${response.status}: ${await response.text()}`)
}

async function peakDuring(work: () => Promise<unknown>): Promise<number> {
  let peak = 0
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes())
  }, 5)
  await work()
  clearInterval(timer)
  return Math.max(peak, residentBytes())
}

function residentBytes(): number {
  const [, kib = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? []
  return Number(kib) * 1_024
}

async function post<T>(path: string, body: string, token?: string): Promise<T> {
  const response = await fetch(`${URL}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body,
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
