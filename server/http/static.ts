import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Hono } from 'hono'
import type { Env } from './env.ts'
import { consolePolicy, demoPolicy } from './security-headers.ts'

interface Asset {
  readonly type: string
  readonly etag: string
  readonly bodies: Readonly<Record<Encoding, Buffer | undefined>>
}

type Encoding = 'br' | 'gzip' | 'identity'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

const FIVE_MINUTES = 'public, max-age=300, stale-while-revalidate=86400'
const FOR_EVER = 'public, immutable, max-age=31536000'

/** The built files, from memory: small, few, and never looked for on disk by a name that a client made up. */
export function mountStatic(app: Hono<Env>, { folder, dev }: { folder: string; dev: boolean }): void {
  let assets = loadAssets(folder)
  app.on(['GET', 'HEAD'], '*', async (context, next) => {
    if (dev) assets = withReload(loadAssets(folder))
    const { pathname } = new URL(context.req.url)
    const asset = assets.get(PAGES[pathname] ?? pathname)
    if (asset === undefined) return next()
    return serve(asset, { pathname, request: context.req.raw, cacheable: !dev })
  })
}

/** Pages have addresses without a file name. */
const PAGES: Readonly<Record<string, string>> = {
  '/console': '/console/index.html',
  '/console/': '/console/index.html',
  '/demo': '/demo/index.html',
  '/demo/': '/demo/index.html',
}

function serve(
  asset: Asset,
  { pathname, request, cacheable }: { pathname: string; request: Request; cacheable: boolean },
): Response {
  const headers = new Headers({
    'content-type': asset.type,
    etag: asset.etag,
    vary: 'accept-encoding',
    'cache-control': cacheable ? cacheControl(pathname, asset) : 'no-store',
    ...audienceHeaders(pathname, asset),
  })
  if (request.headers.get('if-none-match') === asset.etag) return new Response(null, { status: 304, headers })
  const encoding = chooseEncoding(asset, request.headers.get('accept-encoding') ?? '')
  if (encoding !== 'identity') headers.set('content-encoding', encoding)
  const body = asset.bodies[encoding] ?? Buffer.alloc(0)
  headers.set('content-length', String(body.length))
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers })
}

function cacheControl(pathname: string, asset: Asset): string {
  if (asset.type.startsWith('text/html')) return 'no-cache'
  // A name with a hash never changes what it means; the two entries keep their names and do.
  return /-[\w-]{8,}\.\w+$/.test(pathname) ? FOR_EVER : FIVE_MINUTES
}

/** The widget is for every site; the console and the demo are pages of this one. */
function audienceHeaders(pathname: string, asset: Asset): Record<string, string> {
  if (pathname === '/widget.js' || pathname.startsWith('/widget/')) {
    return {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'timing-allow-origin': '*',
    }
  }
  if (!asset.type.startsWith('text/html'))
    return { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' }
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

function chooseEncoding(asset: Asset, accepted: string): Encoding {
  const wanted = (name: Encoding) =>
    asset.bodies[name] !== undefined && new RegExp(`\\b${name}\\b(?!;q=0(?:[,.]|$))`).test(accepted)
  if (wanted('br')) return 'br'
  return wanted('gzip') ? 'gzip' : 'identity'
}

function loadAssets(folder: string): Map<string, Asset> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const present = new Set(names)
  const read = (name: string) => (present.has(name) ? readFileSync(join(folder, name)) : undefined)
  return new Map(
    names
      .filter((name) => TYPES[extname(name)] !== undefined)
      .map((name) => {
        const identity = readFileSync(join(folder, name))
        const asset: Asset = {
          type: TYPES[extname(name)] ?? 'application/octet-stream',
          etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
          bodies: { identity, br: read(`${name}.br`), gzip: read(`${name}.gz`) },
        }
        return [`/${name}`, asset]
      }),
  )
}
