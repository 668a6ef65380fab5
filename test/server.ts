import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SiteId } from '#shared/ids.ts'
import { createServer, type ChatServer } from '../server/compose.ts'
import { readConfig } from '../server/config.ts'
import { hashPassword } from '../server/auth/password.ts'

export const ADMIN = { email: 'admin@olmo.example', password: 'admin password' }

/** The product itself, in this process, on a port and in a data folder of its own. */
export interface TestServer {
  readonly url: string
  readonly server: ChatServer
  readonly dataDir: string
  close(): Promise<void>
}

export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = env['DATA_DIR'] ?? mkdtempSync(join(tmpdir(), 'sobremesa-'))
  const server = await createServer(
    readConfig({
      PORT: '0',
      DATA_DIR: dataDir,
      ADMIN_EMAIL: ADMIN.email,
      ADMIN_PASSWORD: ADMIN.password,
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...env,
    }),
  )
  await server.listen()
  const { port } = server.http.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    server,
    dataDir,
    async close() {
      await server.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A person who answers, made in the store: the tests need more sites than the API can make. */
export async function addCommercial(
  { storage }: ChatServer,
  { name, siteIds }: { name: string; siteIds: readonly SiteId[] },
): Promise<{ email: string; password: string }> {
  const email = `${name.toLowerCase()}@olmo.example`
  const password = `${name} password`
  await storage.createCommercial({
    name,
    email,
    passwordHash: await hashPassword(password),
    role: 'commercial',
    siteIds,
  })
  return { email, password }
}
