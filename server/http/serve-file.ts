import { hash } from 'node:crypto'
import type { FileRecord } from '../domain/records.ts'
import { isShownInPlace } from '../domain/message-type.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ByteRange, FileStore } from '../files/file-store.ts'
import { thumbnailKey } from '../files/rendition.ts'
import { readRange } from './byte-range.ts'
import { contentDisposition } from './content-disposition.ts'

/** Bytes to send, and what they are. */
export interface Served {
  readonly storageKey: string
  readonly fileName: string
  readonly mimeType: string
  readonly size: number
}

/**
 * What a file's answer always says: not to be guessed at, nothing in it runs, and every site may show it, since a chat is on all of
 * them. Asked for again at each use, so that a deleted one is gone.
 */
const ALWAYS = {
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'private, no-cache',
  'accept-ranges': 'bytes',
} as const

/** Answers a GET or HEAD with the file, a part of it, or the news that it has not changed. */
export async function serveFile(store: FileStore, served: Served, request: Request): Promise<Response> {
  // The bytes under a key never change, so a hash of the key is as good as one of them; the key itself is told to nobody.
  const etag = `"${hash('sha256', served.storageKey).slice(0, 32)}"`
  const headers = new Headers({ ...ALWAYS, etag, ...describing(served) })
  if (isKnown(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers })
  }
  const range = rangeOf(request, etag, served.size)
  if (range === 'unsatisfiable') {
    return new Response(null, {
      status: 416,
      headers: { ...ALWAYS, 'content-range': `bytes */${served.size}` },
    })
  }
  if (range !== 'whole') headers.set('content-range', `bytes ${range.start}-${range.end}/${served.size}`)
  const length = range === 'whole' ? served.size : range.end - range.start + 1
  headers.set('content-length', String(length))
  const status = range === 'whole' ? 200 : 206
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const body = await store.read(served.storageKey, range === 'whole' ? undefined : range)
  if (body === null) throw new Refusal('not_found')
  return new Response(body, { status, headers })
}

/** Only pictures of the web are shown in place. Players need to know what they play; everything else is just bytes to save. */
function describing({ mimeType, fileName }: Served): Record<string, string> {
  const isInline = isShownInPlace(mimeType)
  const isPlayed = /^(?:audio|video)\//.test(mimeType)
  return {
    'content-type': isInline || isPlayed ? mimeType : 'application/octet-stream',
    'content-disposition': contentDisposition(isInline ? 'inline' : 'attachment', fileName),
  }
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return (
    ifNoneMatch !== null &&
    ifNoneMatch.split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')))
  )
}

/** `If-Range` with another version than this one asks for all of this one. A date never names it exactly. */
function rangeOf(request: Request, etag: string, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const ifRange = request.headers.get('if-range')
  if (ifRange !== null && ifRange !== etag) return 'whole'
  return readRange(request.headers.get('range') ?? undefined, size)
}

export function original({ storageKey, fileName, mimeType, fileSize }: FileRecord): Served {
  return { storageKey, fileName, mimeType, size: fileSize }
}

/** `size`: of the small picture, which the file's row does not know. */
export function thumbnail({ storageKey, fileName }: FileRecord, size: number): Served {
  return { storageKey: thumbnailKey(storageKey), fileName: `${fileName}.webp`, mimeType: 'image/webp', size }
}
