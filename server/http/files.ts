import { Readable } from 'node:stream'
import type { HttpBindings } from '@hono/node-server'
import type { Context, Hono } from 'hono'
import { audienceOf } from '../domain/identity.ts'
import type { FileRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Storage } from '../domain/storage.ts'
import { toAttachment } from '../domain/views.ts'
import type { Files } from '../files/open-files.ts'
import type { Incoming } from '../files/receive-upload.ts'
import { thumbnailKey } from '../files/rendition.ts'
import type { Metrics } from '../observe/metrics.ts'
import type { Env } from './env.ts'
import type { RateLimits } from './rate-limits.ts'
import { route } from './route.ts'
import { original, serveFile, thumbnail, type Served } from './serve-file.ts'

/** What of them HTTP has to do with. */
export type OpenedFiles = Pick<Files, 'links' | 'uploads' | 'store' | 'thumbnails'>

interface Deps {
  readonly storage: Storage
  readonly files: OpenedFiles
  readonly metrics: Pick<Metrics, 'uploaded'>
}

/** Sending a file up, and opening one by the address that a message carries. */
export function mountFiles(app: Hono<Env>, { storage, files, metrics }: Deps, limits: RateLimits): void {
  const { links, uploads, store } = files

  route(app, 'POST /v2/files/upload', async ({ identity, context }) => {
    await limits.upload(identity.userId)
    const file = await uploads.take(identity, incomingOf(context))
    metrics.uploaded(file.fileSize)
    return { result: toAttachment(file, audienceOf(identity), links) }
  })

  app.on(['GET', 'HEAD'], ['/files/:fileId', '/files/:fileId/thumbnail'], async (context) => {
    const signed = links.open(new URL(context.req.url))
    if (signed === null) throw new Refusal('not_found')
    const file = await storage.file(signed.audience, signed.fileId)
    const served = signed.rendition === 'thumbnail' ? await smallest(files, file) : original(file)
    return serveFile(store, served, context.req.raw)
  })
}

async function smallest({ store, thumbnails }: OpenedFiles, file: FileRecord): Promise<Served> {
  const key = thumbnailKey(file.storageKey)
  const size = await store.size(key)
  if (size !== null) return thumbnail(file, size)
  const made =
    thumbnails !== null && (await thumbnails.ensure(file.storageKey)) ? await store.size(key) : null
  return made === null ? original(file) : thumbnail(file, made)
}

/** Node's own stream where there is one: it waits for whoever writes to the disk. A test that asks the app directly has none. */
function incomingOf({ env, req }: Context<Env>): Incoming {
  const bindings = env as HttpBindings | undefined
  if (bindings?.incoming !== undefined) return { headers: bindings.incoming.headers, body: bindings.incoming }
  const body = req.raw.body === null ? Readable.from([]) : Readable.fromWeb(req.raw.body as never)
  return { headers: req.header(), body }
}
