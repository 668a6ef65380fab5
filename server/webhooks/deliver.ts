import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request, type RequestOptions } from 'node:https'
import type { LookupFunction } from 'node:net'
import type { Clock } from '../domain/clock.ts'
import type { Attempt } from '../domain/webhook-storage.ts'
import { isPublicAt, lookupPublic, NotPublicError } from '../outbound/public-hosts.ts'
import { signatures } from './sign.ts'

export interface Outgoing {
  readonly url: string
  /** The first one, and during a change the one before it. */
  readonly secrets: readonly string[]
  readonly id: string
  readonly body: string
}

/** One try, cut off when the server closes. Never rejects: whatever goes wrong is how the try went. */
export type Deliver = (outgoing: Outgoing, closing?: AbortSignal) => Promise<Attempt>

interface DeliverOptions {
  readonly clock: Clock
  /** Addresses in one's own network, over http as well. */
  readonly allowPrivate: boolean
  /** From the first look for the address to the end of the answer's beginning. */
  readonly patienceMs?: number
  /** How names are looked up where only public ones count. */
  readonly lookup?: LookupFunction
}

const PATIENCE_MS = 10_000
/** Of the answer, in bytes: enough to see what went wrong. The rest is not read. */
const MAX_ANSWER = 1_000

/** One request to an address that somebody of the team gave: to a public host, signed, without following it anywhere else. */
export function createDeliver({
  clock,
  allowPrivate,
  patienceMs = PATIENCE_MS,
  lookup = lookupPublic,
}: DeliverOptions): Deliver {
  return async (outgoing, closing) => {
    const at = clock.now()
    const begun = performance.now()
    const limits = [AbortSignal.timeout(patienceMs), ...(closing === undefined ? [] : [closing])]
    const tried = await tryOnce(outgoing, AbortSignal.any(limits)).catch(problemOf)
    return { at, durationMs: Math.round(performance.now() - begun), ...tried }
  }

  async function tryOnce({ url, secrets, id, body }: Outgoing, signal: AbortSignal): Promise<Tried> {
    // Unsigned, it could be anybody's.
    if (secrets.length === 0) return { status: null, answer: null, problem: 'no_secret' }
    // Node does not look up what is an address already, so that the look-up below would not see it.
    if (!allowPrivate && !isPublicAt(url)) throw new NotPublicError(new URL(url).hostname)
    const timestamp = Math.floor(clock.now() / 1_000)
    const options = {
      method: 'POST',
      agent: false,
      signal,
      ...(allowPrivate ? {} : { lookup }),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Sobremesa-Webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signatures(secrets, { id, timestamp, body }),
      },
    }
    const response = await ask(url, options, body)
    const status = response.statusCode ?? 0
    const answer = await beginningOf(response)
    return { status, problem: problemWith(status), answer }
  }
}

type Tried = Pick<Attempt, 'status' | 'problem' | 'answer'>

function ask(url: string, options: RequestOptions, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? request : requestPlain
    const asked = send(url, options, resolve)
    asked.once('error', reject)
    asked.end(body)
  })
}

/** What has come of it until it is enough, it ends, or time is over: the status says how it went. */
async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size >= MAX_ANSWER) break
    }
  } catch {
    // Cut off: what came before is all there is.
  }
  response.destroy()
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, MAX_ANSWER))
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, ' ')
}

function problemWith(status: number): Attempt['problem'] {
  if (status >= 200 && status < 300) return null
  return status >= 300 && status < 400 ? 'redirected' : 'refused'
}

function problemOf(cause: unknown): Tried {
  return { status: null, answer: null, problem: nameOf(cause) }
}

function nameOf(cause: unknown): Attempt['problem'] {
  if (cause instanceof NotPublicError) return 'not_allowed'
  const isTimeout = cause instanceof Error && (cause.name === 'AbortError' || cause.name === 'TimeoutError')
  return isTimeout ? 'timeout' : 'unreachable'
}
