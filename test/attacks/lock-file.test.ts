import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>
}

/** Below these, a published fault kills the process, fills its memory or lets somebody in. */
const FLOORS: Readonly<Record<string, string>> = {
  // CVE-2026-102599: an upgrade with another protocol version ends the process.
  'engine.io': '6.6.10',
  // CVE-2026-69185, CVE-2026-33151: binary packets without, or with endless attachments.
  'socket.io-parser': '4.2.7',
  // CVE-2024-38355: an event named `error` that nobody hears.
  'socket.io': '4.8.0',
  // CVE-2026-48779: memory filled with tiny fragments.
  ws: '8.21.0',
  // CVE-2026-22817 and -22818, and whatever was fixed since in the helpers that read what clients send.
  hono: '4.13.0',
  // CVE-2026-126343 and -126344: a reset during an upgrade; `//host` taken for another origin.
  '@hono/node-server': '2.1.6',
  // CVE-2022-36083, CVE-2024-28176.
  jose: '6.0.0',
  // SQLite before 3.51.3 may lose commits when its log is reset.
  'better-sqlite3': '12.8.0',
  lit: '3.0.0',
}
/** Never, in any version: CVE-2026-102600. */
const BANNED = ['@socket.io/cluster-engine']

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock

/** Every copy that is installed with the product, wherever it is nested. The test tools' own serve nobody. */
function versionsOf(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([, { dev = false }]) => !dev)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = '0' }]) => version)
}

function isAtLeast(version: string, floor: string): boolean {
  const [ours, theirs] = [version, floor].map((text) => text.split('-')[0]?.split('.').map(Number) ?? [])
  for (const [place, least] of (theirs ?? []).entries()) {
    const own = ours?.[place] ?? 0
    if (own !== least) return own > least
  }
  return true
}

it.each(Object.entries(FLOORS))('%s is locked at %s or above, every copy of it', (name, floor) => {
  const versions = versionsOf(name)
  expect(versions).not.toEqual([])
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
})

it('knows an older version from a newer one (the control)', () => {
  expect(isAtLeast('6.6.9', '6.6.10')).toBe(false)
  expect(isAtLeast('6.7.0', '6.6.10')).toBe(true)
  expect(isAtLeast('6.6.10', '6.6.10')).toBe(true)
  expect(isAtLeast('5.9.99', '6.6.10')).toBe(false)
})

it.each(BANNED)('%s is not installed', (name) => {
  expect(versionsOf(name)).toEqual([])
})
