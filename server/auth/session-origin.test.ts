import { describe, expect, it } from 'vitest'
import { addressPrefix, sessionOrigin } from './session-origin.ts'

const chrome = 'Chrome/131.0.0.0 Safari/537.36'
const android = `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)`
const agents: readonly (readonly [agent: string, browser: string | undefined, system: string | undefined])[] =
  [
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) ${chrome}`,
      'Chrome',
      'Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) (KHTML, like Gecko) ${chrome} Edg/131.0.0.0`,
      'Edge',
      'Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari',
      'iPhone',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iPhone',
    ],
    [`${android} SamsungBrowser/27.0 ${chrome}`, 'Samsung Internet', 'Android'],
    [`${android} ${chrome} OPR/86.0`, 'Opera', 'Android'],
    ['curl/8.10', undefined, undefined],
    ['', undefined, undefined],
  ]

describe('where a session comes from', () => {
  it.each(agents)('reads %s', (agent, browser, system) => {
    expect(sessionOrigin(agent, 'unknown')).toEqual({ browser, system, addressPrefix: undefined })
  })

  it('H07: keeps the network and not the address', () => {
    expect(addressPrefix('203.0.113.77')).toBe('203.0.113.0/24')
    expect(addressPrefix('2001:db8:1:2')).toBe('2001:db8:1::/48')
    expect(addressPrefix('unknown')).toBeUndefined()
  })

  it('keeps nothing that somebody made up', () => {
    const { browser, system } = sessionOrigin('<script>alert(1)</script>'.repeat(1_000), 'unknown')
    expect([browser, system]).toEqual([undefined, undefined])
  })
})
