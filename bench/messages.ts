import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { io, type Socket } from 'socket.io-client'

/**
 * How fast one message is: from POST to its 201, and from POST to `message:new` at the other side, at 1, 8 and 64 senders, with full
 * durability (an fsync before every 201). The server is a process of its own; this one sends and listens. Bounded, on loopback only.
 */
const SENDERS = [1, 8, 64]
const WARM_UP_MS = 1_000
const MEASURE_MS = 4_000
const PORT = 4_390
const URL = `http://127.0.0.1:${PORT}`

interface Sender {
  readonly token: string
  readonly chatId: string
  /** When each message on its way was posted, by its `clientMessageId`. */
  readonly posted: Map<string, number>
}

interface Sample {
  readonly acknowledged: number[]
  readonly delivered: number[]
}

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
  const login = await post<{ accessToken: string }>('/v2/auth/login', {
    email: 'bench@bench.example',
    password: 'bench password',
  })
  const listener = io(URL, { transports: ['websocket'], auth: { token: login.accessToken } })
  await new Promise((resolve) => listener.once('welcome', resolve))
  console.log('| senders | messages/s | POST to 201, p50 / p99 ms | POST to message:new, p50 / p99 ms |')
  console.log('|---:|---:|---:|---:|')
  for (const count of SENDERS) {
    const senders = await Promise.all(Array.from({ length: count }, createSender))
    for (const { chatId } of senders) await listener.emitWithAck('chat:join', { chatId })
    await measure(senders, listener, WARM_UP_MS)
    const { acknowledged, delivered } = await measure(senders, listener, MEASURE_MS)
    const rate = Math.round(acknowledged.length / (MEASURE_MS / 1_000))
    console.log(`| ${count} | ${rate} | ${percentiles(acknowledged)} | ${percentiles(delivered)} |`)
    for (const { chatId } of senders) await listener.emitWithAck('chat:leave', { chatId })
  }
  listener.disconnect()
}

async function createSender(): Promise<Sender> {
  const { token } = await post<{ token: string }>('/v2/visitors/session', {})
  const { chatId } = await post<{ chatId: string }>('/v2/chats', {}, token)
  return { token, chatId, posted: new Map() }
}

/** Each sender posts its next message when it has the answer to the last. */
async function measure(senders: readonly Sender[], listener: Socket, forMs: number): Promise<Sample> {
  const sample: Sample = { acknowledged: [], delivered: [] }
  const byChat = new Map(senders.map((sender) => [sender.chatId, sender]))
  function onMessage({ chatId, clientMessageId }: { chatId: string; clientMessageId: string }): void {
    const postedAt = byChat.get(chatId)?.posted.get(clientMessageId)
    if (postedAt !== undefined) sample.delivered.push(performance.now() - postedAt)
  }
  listener.on('message:new', onMessage)
  const until = performance.now() + forMs
  await Promise.all(senders.map((sender) => send(sender, until, sample)))
  listener.off('message:new', onMessage)
  return sample
}

async function send(sender: Sender, until: number, sample: Sample): Promise<void> {
  const content =
    'A message of an ordinary length, as somebody writes who asks for the price of a table. '.repeat(2)
  while (performance.now() < until) {
    const clientMessageId = crypto.randomUUID()
    const postedAt = performance.now()
    sender.posted.set(clientMessageId, postedAt)
    await post('/v2/messages', { chatId: sender.chatId, content, clientMessageId }, sender.token)
    sample.acknowledged.push(performance.now() - postedAt)
  }
}

async function post<T>(path: string, body: object, token?: string): Promise<T> {
  const response = await fetch(`${URL}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as T
}

function percentiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)
  return `${at(0.5)} / ${at(0.99)}`
}
