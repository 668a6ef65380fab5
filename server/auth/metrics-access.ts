import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { Refusal } from '../domain/refusal.ts'

interface Asking {
  /** Of the connection itself, whoever it speaks for. */
  readonly remote: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly bearer: string | undefined
}

interface Options {
  readonly token: string | undefined
  /** Where browsers reach this server; absent: on this machine. */
  readonly publicUrl: string | undefined
}

/** What proxies add. One of them is enough to know that the request was somebody else's. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
] as const

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * Who may read the metrics: whoever holds the token, and whoever asks from this machine itself. A proxy on this machine connects from
 * it too, for everybody; so nothing may say that a request came by one, whatever `TRUST_PROXY` believes of what it says. One that says
 * nothing at all is known by `PUBLIC_URL`, which names another host: then it takes the token. Refuses like a page that does not exist.
 */
export function checkMetricsAccess(asking: Asking, { token, publicUrl }: Options): void {
  const { bearer, remote, headers } = asking
  if (bearer !== undefined) {
    if (token !== undefined && isSame(bearer, token)) return
    throw new Refusal('invalid_token')
  }
  const isDirect = FORWARDED.every((name) => headers[name] === undefined)
  const isHere = isLoopback(remote ?? '') && isLoopbackHost(`http://${headers.host ?? ''}`)
  if (isDirect && isHere && (publicUrl === undefined || isLoopbackHost(publicUrl))) return
  throw new Refusal('not_found')
}

/** In a time that tells neither where they differ nor how long the right one is. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function isLoopback(address: string): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/, '')
  const family = isIP(bare)
  return family !== 0 && loopback.check(bare, family === 6 ? 'ipv6' : 'ipv4')
}

/** By its name too: a page elsewhere may have let a name of its own point here. */
function isLoopbackHost(url: string): boolean {
  if (!URL.canParse(url)) return false
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1')
  return host === 'localhost' || isLoopback(host)
}
