import type { Hono } from 'hono'
import { answerWith, FIVE_MINUTES, FOR_EVER, loadAssets, openToAll, type Asset } from './assets.ts'
import type { Env } from './env.ts'
import { consolePolicy, demoPolicy, workerPolicy } from './security-headers.ts'

/** The built files, from memory: small, few, and never looked for on disk by a name that a client made up. */
export function mountStatic(app: Hono<Env>, { folder, dev }: { folder: string; dev: boolean }): void {
  let assets = loadAssets(folder)
  app.on(['GET', 'HEAD'], '*', async (context, next) => {
    if (dev) assets = withReload(loadAssets(folder))
    const { pathname } = new URL(context.req.url)
    const asset = assets.get(PAGES[pathname] ?? pathname)
    if (asset === undefined) return next()
    return answerWith(asset, context.req.raw, {
      'cache-control': dev ? 'no-store' : cacheControl(pathname, asset),
      ...audienceHeaders(pathname, asset),
    })
  })
}

/** Pages have addresses without a file name. */
const PAGES: Readonly<Record<string, string>> = {
  '/console': '/console/index.html',
  '/console/': '/console/index.html',
  '/demo': '/demo/index.html',
  '/demo/': '/demo/index.html',
}

/** Looks after the console's page, which stands one step above its own address. */
const WORKER = '/console/worker.js'
const workerHeaders = { 'content-security-policy': workerPolicy, 'service-worker-allowed': '/console' }

function cacheControl(pathname: string, asset: Asset): string {
  if (pathname === WORKER) return 'no-cache'
  if (asset.type.startsWith('text/html')) return 'no-cache'
  // A name with a hash never changes what it means, nor does what lies in a folder with one; the entries keep their names and do.
  return /-[\w-]{8,}[./]/.test(pathname) ? FOR_EVER : FIVE_MINUTES
}

/** The widget is for every site; the console and the demo are pages of this one. */
function audienceHeaders(pathname: string, asset: Asset): Record<string, string> {
  if (pathname === WORKER) return workerHeaders
  if (!asset.type.startsWith('text/html')) return openToAll
  const policy = pathname.startsWith('/console') ? consolePolicy : demoPolicy
  return {
    'content-security-policy': policy,
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  }
}

/** A developer's pages listen for the next build. */
function withReload(assets: Map<string, Asset>): Map<string, Asset> {
  const script = '<script src="/dev-reload.js" async></script>'
  const pages = [...assets].filter(([, { type }]) => type.startsWith('text/html'))
  for (const [name, asset] of pages) {
    const identity = Buffer.from(
      asset.bodies.identity?.toString().replace('</head>', `${script}</head>`) ?? '',
    )
    assets.set(name, { ...asset, bodies: { identity, br: undefined, gzip: undefined } })
  }
  return assets
}
