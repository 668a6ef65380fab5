import type { SessionOrigin } from '../domain/session-storage.ts'

/** The first that fits: most browsers name the ones they descend from as well. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]
/** Longer ones are nobody's browser. */
const MAX_USER_AGENT = 500

/** Enough to tell one's own sessions apart, and no more: neither the whole user agent nor the whole address is kept. */
export function sessionOrigin(userAgent: string | undefined, address: string): SessionOrigin {
  const agent = (userAgent ?? '').slice(0, MAX_USER_AGENT)
  return {
    browser: BROWSERS.find(([pattern]) => pattern.test(agent))?.[1],
    system: SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1],
    addressPrefix: addressPrefix(address),
  }
}

/** The network of an address as `AddressOf` spells it: the /24 of an IPv4 address, the /48 of an IPv6 network. */
export function addressPrefix(address: string): string | undefined {
  const parts = address.split('.')
  if (parts.length === 4) return `${parts.slice(0, 3).join('.')}.0/24`
  const groups = address.split(':')
  return groups.length === 4 ? `${groups.slice(0, 3).join(':')}::/48` : undefined
}
