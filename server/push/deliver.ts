import { request as requestPlain } from 'node:http'
import { request, type RequestOptions } from 'node:https'
import { encrypt, type Recipient } from './encrypt.ts'
import { lookupPublic } from '../outbound/public-hosts.ts'
import type { Vapid } from './vapid.ts'

export interface Push {
  readonly endpoint: string
  readonly recipient: Recipient
  readonly text: string
  /** What is still of use after this long; in seconds. */
  readonly ttl: number
  readonly urgency: 'high' | 'normal'
  /** A later push of the same topic takes the place of one that was not delivered yet. At most 32 characters. */
  readonly topic: string | undefined
}

/** `gone`: the push service knows this browser no more. `later`: it may take it in so many milliseconds. */
export type Delivered =
  | { readonly kind: 'sent' | 'gone' | 'refused' }
  | { readonly kind: 'later'; readonly ms: number }

export type Deliver = (push: Push) => Promise<Delivered>

const PATIENCE_MS = 10_000
const USUAL_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 60_000

/** One request to a push service (RFC 8030): to a public host, without following it anywhere else. */
export function createDeliver(vapid: Vapid, { allowPrivate }: { allowPrivate: boolean }): Deliver {
  return async (push) => {
    const body = seal(push)
    // A key that is no key will be none tomorrow.
    if (body === null) return { kind: 'gone' }
    const options = {
      method: 'POST',
      agent: false,
      timeout: PATIENCE_MS,
      ...(allowPrivate ? {} : { lookup: lookupPublic }),
      headers: {
        authorization: await vapid.authorize(push.endpoint),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        'content-length': body.length,
        ttl: push.ttl,
        urgency: push.urgency,
        ...(push.topic === undefined ? {} : { topic: push.topic }),
      },
    }
    try {
      return judge(await ask(push.endpoint, options, body))
    } catch {
      return { kind: 'later', ms: USUAL_WAIT_MS }
    }
  }
}

function seal({ text, recipient }: Push): Buffer | null {
  try {
    return encrypt(text, recipient)
  } catch {
    return null
  }
}

interface Answer {
  readonly status: number
  readonly retryAfter: string | undefined
}

function ask(endpoint: string, options: RequestOptions, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const send = endpoint.startsWith('https:') ? request : requestPlain
    const asked = send(endpoint, options, (response) => {
      const { statusCode = 0, headers } = response
      // Nothing in the body is of use, and it may be of any length.
      response.destroy()
      resolve({ status: statusCode, retryAfter: headers['retry-after'] })
    })
    asked.once('timeout', () => asked.destroy(new Error('The push service did not answer')))
    asked.once('error', reject)
    asked.end(body)
  })
}

function judge({ status, retryAfter }: Answer): Delivered {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status !== 429 && status < 500) return { kind: 'refused' }
  const asked = Number(retryAfter) * 1_000
  return { kind: 'later', ms: Math.min(asked > 0 ? asked : USUAL_WAIT_MS, LONGEST_WAIT_MS) }
}
