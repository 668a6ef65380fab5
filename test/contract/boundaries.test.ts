import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const OXLINT = join(ROOT, 'node_modules/.bin/oxlint')

/** A house with nothing in it but what is planted, under the project's own rules about imports. */
let house: string
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'boundaries-'))
  const config = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>
  // Only the overrides are on trial; the rest needs the project's packages.
  writeFileSync(
    join(house, '.oxlintrc.json'),
    JSON.stringify({ plugins: ['typescript', 'import'], overrides: config['overrides'] }),
  )
})
afterAll(() => rmSync(house, { recursive: true, force: true }))

function lint(file: string, line: string): string {
  const path = join(house, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${line}\nexport const planted = x\n`)
  const { stdout } = spawnSync(OXLINT, ['-c', '.oxlintrc.json', file], { cwd: house, encoding: 'utf8' })
  rmSync(path)
  return stdout
}

const forbidden = [
  ['shared/message.ts', "import { x } from 'hono'"],
  ['shared/message.ts', "import { x } from '../server/config.ts'"],
  ['server/domain/send-message.ts', "import { x } from 'socket.io'"],
  ['server/domain/send-message.ts', "import { x } from '../storage/sqlite.ts'"],
  ['server/domain/send-message.ts', "import { x } from 'node:fs'"],
  ['server/auth/identify.ts', "import { x } from '../http/app.ts'"],
  ['server/storage/sqlite.ts', "import { x } from '../realtime/gateway.ts'"],
  ['server/http/messages.ts', "import { x } from '../storage/sqlite.ts'"],
  ['server/http/messages.ts', "import { x } from 'better-sqlite3'"],
  ['server/realtime/gateway.ts', "import { x } from '../http/app.ts'"],
  ['server/realtime/gateway.ts', "import { x } from 'hono'"],
  ['server/files/uploads.ts', "import { x } from '../storage/sqlite.ts'"],
  ['server/files/uploads.ts', "import { x } from '../http/app.ts'"],
  ['server/storage/files.ts', "import { x } from '../files/uploads.ts'"],
  ['server/realtime/gateway.ts', "import { x } from '../files/uploads.ts'"],
  ['server/push/pushes.ts', "import { x } from '../storage/sqlite.ts'"],
  ['server/http/push.ts', "import { x } from '../push/pushes.ts'"],
  ['server/http/webhooks.ts', "import { x } from '../webhooks/courier.ts'"],
  ['server/webhooks/courier.ts', "import { x } from '../storage/sqlite.ts'"],
  ['server/webhooks/courier.ts', "import { x } from '../push/pushes.ts'"],
  ['server/outbound/public-hosts.ts', "import { x } from '../webhooks/courier.ts'"],
  ['server/reference/openapi.ts', "import { x } from '../http/route.ts'"],
  ['server/reference/openapi.ts', "import { x } from 'hono'"],
  ['server/realtime/gateway.ts', "import { x } from '../push/pushes.ts'"],
  ['server/compose.ts', "import { x } from '../widget/core/store.ts'"],
  ['widget/core/outbox.ts', "import { x } from 'lit'"],
  ['widget/core/outbox.ts', "import { x } from '#shared/message.ts'"],
  ['widget/core/outbox.ts', "import { x } from '../parts/composer/composer.ts'"],
  ['widget/core/outbox.ts', "import { x } from '../../server/domain/identity.ts'"],
  ['widget/parts/composer/composer.ts', "import { x } from '../../core/create-chat-client.ts'"],
  ['widget/parts/composer/composer.ts', "import { x } from '../../console/chat-pane/chat-pane.ts'"],
  ['widget/visitor/panel/panel.ts', "import { x } from '../../console/chat-pane/chat-pane.ts'"],
  ['widget/console/chat-pane/chat-pane.ts', "import { x } from '../../visitor/panel/panel.ts'"],
  ['widget/console/chat-pane/chat-pane.ts', "import { x } from '#shared/chat.ts'"],
] as const

const allowed = [
  ['shared/chat.ts', "import { x } from './message.ts'"],
  ['server/domain/send-message.ts', "import { x } from '#shared/errors.ts'"],
  ['server/http/auth.ts', "import { x } from '../auth/sign-in.ts'"],
  ['server/http/files.ts', "import { x } from '../files/uploads.ts'"],
  ['server/webhooks/deliver.ts', "import { x } from '../outbound/public-hosts.ts'"],
  ['server/reference/who.ts', "import { x } from '../domain/permissions.ts'"],
  ['server/compose.ts', "import { x } from './storage/sqlite.ts'"],
  ['widget/core/outbox.ts', "import { x } from '#shared/limits.ts'"],
  ['widget/core/outbox.ts', "import type { x } from '#shared/message.ts'"],
  ['widget/parts/composer/composer.ts', "import type { x } from '../../core/state.ts'"],
  ['widget/console/chat-pane/chat-pane.ts', "import { x } from '../../parts/composer/composer.ts'"],
] as const

describe('the direction of imports', () => {
  it.each(forbidden)('keeps %s from saying %s', (file, line) => {
    expect(lint(file, line)).toContain('no-restricted-imports')
  })

  it.each(allowed)('lets %s say %s', (file, line) => {
    expect(lint(file, line)).not.toContain('no-restricted-imports')
  })
})

function compiles(folder: string, expression: string): boolean {
  const config = join(house, `${folder}.json`)
  const file = join(house, `${folder}-planted.ts`)
  writeFileSync(file, `export const planted = ${expression}\n`)
  const project = {
    extends: join(ROOT, folder, 'tsconfig.json'),
    compilerOptions: { types: [] },
    include: [file],
  }
  writeFileSync(config, JSON.stringify(project))
  return spawnSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', config]).status === 0
}

describe('the type checkers', () => {
  it.each([
    ['shared', 'document.title', false],
    ['shared', 'globalThis.process', false],
    ['shared', 'Date.now()', true],
    ['widget', 'globalThis.process', false],
    ['widget', 'document.title', true],
  ])('in %s, take %s for known: %s', (folder, expression, isKnown) => {
    expect(compiles(folder, expression)).toBe(isKnown)
  })
})
