import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../server/build.ts'
import { createServer, type ChatServer } from '../server/compose.ts'
import { ConfigError, readConfig } from '../server/config.ts'
import { DEMO_EMAIL } from '../server/http/demo-account.ts'
import { seed } from './seed.ts'
import { createCall } from './seed/call.ts'
import { MARTA_NAME } from './seed/team.ts'

/** Always this folder, whatever `DATA_DIR` says: the demo signs anybody in, and must never open real chats. */
const DATA_DIR = fileURLToPath(new URL('../.demo-data', import.meta.url))
const SITE_NAME = 'Olmo & Hijas'
const PASSWORD_FILE = join(DATA_DIR, 'password')

await buildIfStale()
const server = await startOrExit()
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
const password = keptPassword()
await createMarta(server, password)
console.log('Filling the shop with conversations…')
await seed(server.url(), { email: DEMO_EMAIL, password })
console.log(
  [
    '',
    `Demo      ${server.url()}/demo`,
    `Shop      ${server.url()}/demo/shop.html`,
    `Console   ${server.url()}/console`,
    `          ${DEMO_EMAIL}, with the password in ${PASSWORD_FILE}`,
    '',
    'Everything in it is made up. Ctrl+C stops it; deleting .demo-data begins anew.',
  ].join('\n'),
)

async function startOrExit(): Promise<ChatServer> {
  try {
    return await start()
  } catch (cause) {
    console.error(cause instanceof Error ? sentenceFor(cause) : cause)
    return process.exit(1)
  }
}

async function start(): Promise<ChatServer> {
  const given = { DATA_DIR, DEMO: 'on', SITE_NAME, ADMIN_EMAIL: undefined, ADMIN_PASSWORD: undefined }
  const server = await createServer(readConfig({ ...process.env, ...given }))
  await server.listen()
  return server
}

/** What can be wrong with a machine is said in one sentence; anything else is a bug, and shows where. */
function sentenceFor(cause: Error): string | undefined {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return 'That port is taken. Choose another: PORT=3001 npm run demo'
  return code === undefined && !(cause instanceof ConfigError) ? cause.stack : cause.message
}

function keptPassword(): string {
  if (existsSync(PASSWORD_FILE)) return readFileSync(PASSWORD_FILE, 'utf8').trim()
  const made = randomBytes(18).toString('base64url')
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
  writeFileSync(PASSWORD_FILE, `${made}\n`, { mode: 0o600 })
  return made
}

/** By the link that any first start gives, so that she has a proper name. */
async function createMarta(server: ChatServer, password: string): Promise<void> {
  const { setupToken } = server.started
  if (setupToken === null) return
  const body = { setupToken, name: MARTA_NAME, email: DEMO_EMAIL, password }
  await createCall(server.url())('POST /v2/auth/setup', { body })
}

function stop(): void {
  // A second signal means now.
  process.once('SIGINT', () => process.exit(1))
  process.once('SIGTERM', () => process.exit(1))
  server.close().then(
    () => process.exit(0),
    (cause: unknown) => {
      console.error(cause)
      process.exit(1)
    },
  )
}
