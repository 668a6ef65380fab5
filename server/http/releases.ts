import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { answerWith, FIVE_MINUTES, FOR_EVER, loadAssets, openToAll, type Asset } from './assets.ts'
import type { Env } from './env.ts'

const PINNED = /^\/widget@(\d+(?:\.\d+){0,2})\.js$/
const IN_RELEASE = /^\/widget\/(\d+\.\d+\.\d+)\//

/**
 * Keeps what visitors load of this release beside the data. A page that has pinned it (`/widget@1.4.2.js`, with an integrity hash)
 * finds it there, chunks and all, for as long as the data lives: an upgrade of the server changes nothing for it.
 */
export function keepRelease({
  dist,
  folder,
  version,
}: {
  dist: string
  folder: string
  version: string
}): void {
  const target = join(folder, version)
  const fresh = `${target}.part`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(join(fresh, 'widget'), { recursive: true })
  for (const name of readdirSync(dist).filter((file) => /^widget\.js(\.br|\.gz)?$/.test(file))) {
    cpSync(join(dist, name), join(fresh, name))
  }
  cpSync(join(dist, 'widget', version), join(fresh, 'widget', version), { recursive: true })
  // A release that was built twice is the later one.
  rmSync(target, { recursive: true, force: true })
  renameSync(fresh, target)
}

/** `/widget@1.js`, `/widget@1.4.js`: the newest that there is of them. `/widget@1.4.2.js`: that one, unchanged for ever. */
export function mountReleases(
  app: Hono<Env>,
  { folder, version: current }: { folder: string; version: string },
): void {
  const releases = new Map<string, Map<string, Asset>>()

  function release(version: string): Map<string, Asset> | undefined {
    const known = releases.get(version)
    // Asked for by its number, and only what lies there is looked for.
    if (known !== undefined || !existsSync(join(folder, version))) return known
    const assets = loadAssets(join(folder, version))
    releases.set(version, assets)
    return assets
  }

  app.on(['GET', 'HEAD'], '/widget*', async (context, next) => {
    const { pathname } = new URL(context.req.url)
    const asked = PINNED.exec(pathname)?.[1]
    const [, of] = IN_RELEASE.exec(pathname) ?? []
    const version = of ?? (asked !== undefined && isOf(current, asked) ? current : asked)
    const asset = version && release(version)?.get(of === undefined ? '/widget.js' : pathname)
    if (!asset) return next()
    const lasts = of !== undefined || asked === version
    return answerWith(asset, context.req.raw, {
      'cache-control': lasts ? FOR_EVER : FIVE_MINUTES,
      ...openToAll,
    })
  })
}

/** Whether `1.4.2` is one of `1.4`. */
function isOf(version: string, range: string): boolean {
  return version === range || version.startsWith(`${range}.`)
}
