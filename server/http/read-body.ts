import { MAX_BODY_BYTES } from '#shared/limits.ts'
import { Refusal } from '../domain/refusal.ts'

/** Deeper than any request of the contract, and shallow enough for every recursive reader behind. */
const MAX_DEPTH = 20
/** 64 KiB take a fraction of this on the slowest line; who takes longer is holding a place. */
const PATIENCE_MS = 30_000

// ignoreBOM keeps the mark in the text, where JSON.parse refuses it: a body is JSON, not a file.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The JSON object of a request. Refuses what is not one with 400, 413 or 415; what it says is the schema's business. */
export async function readJson(request: Request, patienceMs = PATIENCE_MS): Promise<Record<string, unknown>> {
  const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') throw new Refusal('unsupported_media_type')
  const parsed = parse(await readBytes(request, patienceMs))
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Refusal('malformed')
  checkText(parsed)
  return parsed as Record<string, unknown>
}

async function readBytes(request: Request, patienceMs: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw new Refusal('too_large')
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal('malformed')), patienceMs)
  })
  try {
    return await Promise.race([collect(request), late])
  } finally {
    clearTimeout(timer)
  }
}

async function collect(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunksOf(request)) {
    length += chunk.length
    // A body without a declared length is stopped here, not after it has all arrived.
    if (length > MAX_BODY_BYTES) throw new Refusal('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Whoever breaks off, or chunks a body wrongly, is at fault and not we: nothing that the log should fill with. */
async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? []
  } catch {
    throw new Refusal('malformed')
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch {
    throw new Refusal('malformed')
  }
}

/** NUL and lone surrogates can hide in escapes, in keys too. By hand and not by recursion: depth is the client's to choose. */
function checkText(root: object): void {
  const pending: { readonly value: unknown; readonly depth: number }[] = [{ value: root, depth: 0 }]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, depth } = next
    if (typeof value === 'string') checkString(value)
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Refusal('malformed')
    if (typeof value !== 'object' || value === null) continue
    if (depth === MAX_DEPTH) throw new Refusal('malformed')
    for (const [key, child] of Object.entries(value)) {
      checkString(key)
      pending.push({ value: child, depth: depth + 1 })
    }
  }
}

/** Refuses text that could not be told again unchanged. */
export function checkString(text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) throw new Refusal('malformed')
}
