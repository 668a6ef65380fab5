import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

/** A file for browsers, as it is sent. */
export interface Asset {
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
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

export const FIVE_MINUTES = 'public, max-age=300, stale-while-revalidate=86400'
export const FOR_EVER = 'public, immutable, max-age=31536000'

/** For scripts that run in the pages of every site. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
} as const

/** Every file of a folder that has a type, by its path from there with a slash before it. */
export function loadAssets(folder: string): Map<string, Asset> {
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

/** The file, compressed as well as the browser understands, or word that it has it already. */
export function answerWith(asset: Asset, request: Request, extra: Record<string, string>): Response {
  const headers = new Headers({
    'content-type': asset.type,
    etag: asset.etag,
    vary: 'accept-encoding',
    ...extra,
  })
  if (request.headers.get('if-none-match') === asset.etag) return new Response(null, { status: 304, headers })
  const encoding = chooseEncoding(asset, request.headers.get('accept-encoding') ?? '')
  if (encoding !== 'identity') headers.set('content-encoding', encoding)
  const body = asset.bodies[encoding] ?? Buffer.alloc(0)
  headers.set('content-length', String(body.length))
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), { headers })
}

function chooseEncoding(asset: Asset, accepted: string): Encoding {
  const wanted = (name: Encoding) =>
    asset.bodies[name] !== undefined && new RegExp(`\\b${name}\\b(?!;q=0(?:[,.]|$))`).test(accepted)
  if (wanted('br')) return 'br'
  return wanted('gzip') ? 'gzip' : 'identity'
}
