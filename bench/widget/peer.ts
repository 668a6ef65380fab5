import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A published widget to measure beside. Fetched for the run and removed after it: the project does not depend on it. */
const PACKAGE = '@n8n/chat@1.37.0'
export const PEER_NAME = PACKAGE

export interface Peer {
  /** The folder of its built files. */
  readonly folder: string
  remove(): void
}

/** Undefined where the registry cannot be reached: the bench then measures ours alone, and says so. */
export function fetchPeer(): Peer | undefined {
  const home = mkdtempSync(join(tmpdir(), 'sobremesa-peer-'))
  const remove = () => rmSync(home, { recursive: true, force: true })
  const run = (command: string, args: readonly string[]) =>
    execFileSync(command, args, { cwd: home, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' })
  try {
    const file = run('npm', ['pack', '--silent', PACKAGE]).trim()
    run('tar', ['-xzf', file])
  } catch {
    remove()
    return undefined
  }
  return { folder: join(home, 'package/dist'), remove }
}
