import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyHeaders } from '@fastify/busboy'
import { Refusal } from '../domain/refusal.ts'
import { createChunkSweep } from './free-chunks.ts'
import { watchProgress, type Patience } from './watch-progress.ts'

/** A form with one file, as it arrives. */
export interface Incoming {
  readonly headers: IncomingHttpHeaders
  readonly body: Readable
}

export interface Received {
  readonly size: number
  /** As the sender calls it. */
  readonly name: string
  readonly mimeType: string
  readonly fields: ReadonlyMap<string, string>
}

interface Options {
  /** Where the file goes. Whoever asked removes it, whatever comes of this. */
  readonly path: string
  readonly patience?: Patience
  /** With the fields that came before the file, before a byte of it is read: how large it may be. A rejection ends everything. */
  readonly maxBytes: (fields: ReadonlyMap<string, string>) => Promise<number>
}

/** What boundaries, headers and small fields may add to a file. */
export const FORM_OVERHEAD_BYTES = 16 * 1024
const MAX_FIELDS = 10

const freeChunks = createChunkSweep()

/**
 * Writes the one file of a form to `path` as it comes in; what is in memory is a few chunks at any time. Refuses with `too_large` as
 * soon as that is known, `file_empty`, `malformed` for a form that breaks off, `invalid` for one without exactly one file.
 */
export async function receiveUpload({ headers, body }: Incoming, options: Options): Promise<Received> {
  const parser = openParser(headers)
  const patience = watchProgress(body, options.patience)
  const form = readForm(parser, body, options)
  try {
    return await Promise.race([form.received, patience.lost, whenLeftEarly(body)])
  } finally {
    patience.stop()
    // Never destroyed: the answer goes out on the same connection. What still comes is nobody's business.
    body.unpipe(parser)
    parser.destroy()
    await form.stop()
  }
}

type Parser = InstanceType<typeof Busboy>

function openParser(headers: IncomingHttpHeaders): Parser {
  const contentType = headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw new Refusal('unsupported_media_type')
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      limits: {
        fields: MAX_FIELDS,
        files: 2,
        parts: MAX_FIELDS + 2,
        fieldNameSize: 100,
        fieldSize: 1_000,
        headerPairs: 20,
        headerSize: 8_192,
      },
    })
  } catch {
    throw new Refusal('malformed')
  }
}

interface Form {
  readonly received: Promise<Received>
  /** Resolves once nothing writes to the path any more. */
  stop(): Promise<void>
}

function readForm(parser: Parser, body: Readable, options: Options): Form {
  const fields = new Map<string, string>()
  const abort = new AbortController()
  let file: Promise<Omit<Received, 'fields'>> | null = null
  const received = new Promise<Received>((resolve, reject) => {
    parser.on('field', (name, value) => void fields.set(name, value))
    parser.on('file', (name, stream, ...[fileName, , mimeType]) => {
      stream.on('error', () => {})
      if (name !== 'file' || file !== null) {
        stream.resume()
        if (name === 'file') reject(invalid('One file at a time'))
        return
      }
      file = receiveFile(stream, fields, { ...options, signal: abort.signal }).then((size) => {
        // What a form sends whose file was never chosen.
        if (size === 0) throw fileName ? new Refusal('file_empty') : invalid('Expected a file')
        return { size, name: unescaped(fileName ?? ''), mimeType: mimeType.toLowerCase() }
      })
      file.catch(reject)
    })
    for (const limit of ['partsLimit', 'fieldsLimit', 'filesLimit'] as const)
      parser.on(limit, () => reject(new Refusal('malformed')))
    parser.on('error', () => reject(new Refusal('malformed')))
    parser.on('finish', () => {
      if (file === null) reject(invalid('Expected a file'))
      else file.then((found) => resolve({ ...found, fields }), reject)
    })
    body.pipe(parser)
  })
  return {
    received,
    async stop() {
      abort.abort()
      await file?.catch(() => {})
    },
  }
}

async function receiveFile(
  stream: Readable,
  fields: ReadonlyMap<string, string>,
  { path, maxBytes, signal }: Options & { readonly signal: AbortSignal },
): Promise<number> {
  let size = 0
  const limit = await maxBytes(fields)
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      freeChunks(chunk.length)
      done(size > limit ? new Refusal('too_large') : null, chunk)
    },
  })
  const file = createWriteStream(path, { mode: 0o600 })
  const closed = once(file, 'close')
  try {
    await pipeline(stream, counter, file, { signal })
  } finally {
    // A file that is still being opened would appear after it had been removed.
    await closed
  }
  return size
}

/** Rejects when whoever sends goes away before the end. */
function whenLeftEarly(body: Readable): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => {
      if (!body.readableEnded) reject(new Refusal('malformed'))
    }
    body.once('error', leave)
    body.once('close', leave)
  })
}

function invalid(message: string): Refusal {
  return new Refusal('invalid', { issues: [{ path: 'file', message }] })
}

/** Browsers write these three in a name in this way, and nothing else (HTML, "multipart/form-data encoding algorithm"). */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
}
