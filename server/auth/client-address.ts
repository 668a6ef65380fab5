import type { IncomingHttpHeaders } from 'node:http'
import { BlockList, isIP, SocketAddress } from 'node:net'

/**
 * Which proxies are believed about whom they speak for: so many of them, one behind the other, or those with these addresses and
 * networks. With neither, `X-Forwarded-For` is what anybody can write.
 */
export type TrustedProxies = number | readonly string[]

/** Who counts as one for limits: an IPv4 address, or the /64 that one IPv6 household has to itself. */
export type AddressOf = (remote: string | undefined, headers: IncomingHttpHeaders) => string

/** `onIgnored` hears once that somebody forwards who is not believed: either a forgery, or a proxy that `TRUST_PROXY` should name. */
export function createAddressOf(proxies: TrustedProxies, onIgnored: () => void = () => {}): AddressOf {
  const isTrusted = trustIn(proxies)
  let mayWarn = true
  return (remote, headers) => {
    const forwarded = headers['x-forwarded-for']
    let address = normalized(remote ?? '')
    if (address === null) return 'unknown'
    if (forwarded === undefined) return keyOf(address)
    if (!isTrusted(address, 0) && mayWarn) {
      mayWarn = false
      onIgnored()
    }
    // From the right: each proxy adds the address it was called from, and everything further left is hearsay.
    const said = String(forwarded).split(',').toReversed()
    for (const [hop, text] of said.entries()) {
      if (!isTrusted(address, hop)) break
      const before = normalized(text)
      // What a trusted proxy could not name is counted as the proxy's own.
      if (before === null) break
      address = before
    }
    return keyOf(address)
  }
}

/** Whether `text` is something that `TRUST_PROXY` may list: an address, or a network such as 10.0.0.0/8. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix] = text.split('/')
  const family = isIP(address)
  if (family === 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128))
}

function trustIn(proxies: TrustedProxies): (address: string, hop: number) => boolean {
  if (typeof proxies === 'number') return (_, hop) => hop < proxies
  const list = new BlockList()
  for (const network of proxies) {
    const [address = '', prefix] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return (address) => list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** One spelling of each address, without the port or the zone that some write along; null for what is none. */
function normalized(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/^\[(.*)\](?::\d{1,5})?$/, '$1')
    .replace(/^([\d.]+):\d{1,5}$/, '$1')
    .replace(/%.*$/, '')
  const family = isIP(bare)
  if (family === 0) return null
  const { address } = new SocketAddress({ address: bare, family: family === 6 ? 'ipv6' : 'ipv4' })
  return address.replace(/^::ffff:(?=\d+\.)/, '')
}

function keyOf(address: string): string {
  return address.includes(':') ? network64(address) : address
}

function network64(address: string): string {
  const [head = '', tail = ''] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const missing = address.includes('::') ? 8 - groups.length - (tail === '' ? 0 : tail.split(':').length) : 0
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...tail.split(':')]
  return all.slice(0, 4).join(':')
}
