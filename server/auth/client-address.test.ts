import { describe, expect, it } from 'vitest'
import { createAddressOf, isNetwork, type TrustedProxies } from './client-address.ts'

function addressOf(proxies: TrustedProxies, remote: string | undefined, forwarded?: string): string {
  return createAddressOf(proxies)(remote, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })
}

describe('an address without proxies', () => {
  it.each([
    ['1.2.3.4', '1.2.3.4'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::ffff:102:304', '1.2.3.4'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2'],
    ['2001:db8::6', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    [undefined, 'unknown'],
  ])('of %s is counted as %s', (address, key) => {
    expect(addressOf(0, address)).toBe(key)
  })

  it.each(['9.9.9.9', '9.9.9.9, 8.8.8.8', '', 'garbage'])(
    'is not changed by a forged header: %o',
    (forged) => {
      expect(addressOf(0, '1.2.3.4', forged)).toBe('1.2.3.4')
      expect(addressOf([], '1.2.3.4', forged)).toBe('1.2.3.4')
    },
  )
})

describe('G01: an address behind so many proxies', () => {
  it.each([
    [1, '9.9.9.9', '9.9.9.9'],
    [1, '6.6.6.6, 9.9.9.9', '9.9.9.9'],
    [2, '6.6.6.6, 9.9.9.9, 10.0.0.2', '9.9.9.9'],
    [2, '9.9.9.9', '9.9.9.9'],
    [1, '9.9.9.9:4711', '9.9.9.9'],
    [1, '[2001:db8:1:2::9]:4711', '2001:db8:1:2'],
    [1, '"[2001:db8:1:2::9]"', '2001:db8:1:2'],
    [1, 'unknown', '10.0.0.1'],
    [1, '9.9.9.9, _hidden', '10.0.0.1'],
    [1, '', '10.0.0.1'],
    [2, "9.9.9.9, ' OR 1=1", '10.0.0.1'],
  ])('is the one that %i of them can know: %s → %s', (hops, forwarded, key) => {
    expect(addressOf(hops, '10.0.0.1', forwarded)).toBe(key)
  })
})

describe('an address behind proxies that are named', () => {
  const proxies = ['10.0.0.0/8', 'fd00::/8', '192.0.2.7']

  it.each([
    ['10.0.0.1', '9.9.9.9', '9.9.9.9'],
    ['::ffff:10.0.0.1', '9.9.9.9', '9.9.9.9'],
    ['fd00::1', '9.9.9.9, 10.1.1.1, 192.0.2.7', '9.9.9.9'],
    ['10.0.0.1', '6.6.6.6, 9.9.9.9', '9.9.9.9'],
    ['8.8.8.8', '9.9.9.9', '8.8.8.8'],
    ['192.0.2.8', '9.9.9.9', '192.0.2.8'],
    ['10.0.0.1', '10.0.0.2', '10.0.0.2'],
  ])('called by %s for %s is %s', (remote, forwarded, key) => {
    expect(addressOf(proxies, remote, forwarded)).toBe(key)
  })
})

describe('G01: a forwarded address that is not believed', () => {
  it('is told once, and only then', () => {
    let warnings = 0
    const of = createAddressOf(['10.0.0.0/8'], () => (warnings += 1))
    of('10.0.0.1', { 'x-forwarded-for': '9.9.9.9' })
    of('8.8.8.8', {})
    expect(warnings).toBe(0)
    of('8.8.8.8', { 'x-forwarded-for': '9.9.9.9' })
    of('7.7.7.7', { 'x-forwarded-for': '9.9.9.9' })
    expect(warnings).toBe(1)
  })
})

describe('a network', () => {
  it.each(['10.0.0.1', '10.0.0.0/8', 'fd00::/8', '::1', '0.0.0.0/0'])('may be %s', (text) => {
    expect(isNetwork(text)).toBe(true)
  })
  it.each(['', '10.0.0', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/', 'proxy.example', '::/129'])(
    'cannot be %o',
    (text) => {
      expect(isNetwork(text)).toBe(false)
    },
  )
})
