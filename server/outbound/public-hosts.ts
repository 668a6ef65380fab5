import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that are nobody's on the internet: this machine, one's own network, its neighbours, what is kept for other ends. */
const notPublic = new BlockList()
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
]) {
  const [address = '', prefix] = network.split('/')
  notPublic.addSubnet(address, Number(prefix), 'ipv4')
}
// Of the one range that is given out, what carries IPv4 inside (Teredo, 6to4) or is for examples.
notPublic.addSubnet('2001::', 23, 'ipv6')
notPublic.addSubnet('2001:db8::', 32, 'ipv6')
notPublic.addSubnet('2002::', 16, 'ipv6')
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !notPublic.check(address, 'ipv4')
  return kind === 6 && givenOut.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

/** Whether an address can be that of a push service: a public one, on the usual port. */
export function isPublicService(endpoint: string): boolean {
  return isPublicAt(endpoint) && new URL(endpoint).port === ''
}

/** Whether an address is one on the internet, as far as it says itself: https, by a name, and without a password in it. */
export function isPublicAt(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, username, password } = new URL(address)
  const isNamed = hostname.includes('.') && isIP(hostname.replaceAll(/[[\]]/g, '')) === 0
  const isOwn = /(^|\.)(localhost|local|internal|home\.arpa|lan)\.?$/i.test(hostname)
  return protocol === 'https:' && username + password === '' && isNamed && !isOwn
}

/** The name means this machine, or one that only this network knows. */
export class NotPublicError extends Error {
  override readonly name = 'NotPublicError'

  constructor(hostname: string) {
    super(`${hostname} is no host of the internet`)
  }
}

type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (cause: Error | null, addresses: LookupAddress[]) => void,
) => void

/**
 * Finds a host's addresses, and only those of the internet: a connection goes to what was looked at here, so that a name cannot mean
 * another machine a moment later.
 */
export function createPublicLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (cause, found) => {
      if (cause !== null) return callback(cause, '')
      const addresses = found.filter(({ address }) => isPublicAddress(address))
      const [first] = addresses
      if (first === undefined) return callback(new NotPublicError(hostname), '')
      if (options.all === true) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }
}

export const lookupPublic = createPublicLookup(lookup)
