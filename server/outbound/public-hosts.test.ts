import { expect, it } from 'vitest'
import {
  createPublicLookup,
  isPublicAddress,
  isPublicAt,
  isPublicService,
  lookupPublic,
} from './public-hosts.ts'

it.each(['https://fcm.googleapis.com/fcm/send/abc', 'https://web.push.apple.com/x', 'https://xn--n3h.net/'])(
  'takes %s for a push service',
  (endpoint) => expect(isPublicService(endpoint)).toBe(true),
)

it.each([
  'http://fcm.googleapis.com/x',
  'https://fcm.googleapis.com:8443/x',
  'https://user:pass@fcm.googleapis.com/x',
  'https://localhost/x',
  'https://a.localhost/x',
  'https://printer.local/x',
  'https://metadata.google.internal/x',
  'https://intranet/x',
  'https://127.0.0.1/x',
  'https://2130706433/x',
  'https://0x7f.1/x',
  'https://0177.0.0.1/x',
  'https://[::1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://8.8.8.8/x',
  'ftp://fcm.googleapis.com/x',
  'javascript:alert(1)',
  'nothing',
])('does not take %s for one', (endpoint) => expect(isPublicService(endpoint)).toBe(false))

it.each(['8.8.8.8', '142.250.184.10', '2a00:1450:4003:80e::200a', '2606:4700::1111'])(
  'lets a connection go to %s',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '198.19.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  'fc00::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  '2001::1',
  '2002:a00:1::',
  'not an address',
])('lets none go to %s', (address) => expect(isPublicAddress(address)).toBe(false))

it('F09: finds no address for a name that means this machine', async () => {
  const found = new Promise((resolve) => lookupPublic('localhost', {}, (cause) => resolve(cause)))
  expect(await found).toMatchObject({ message: expect.stringContaining('no host of the internet') })
})

it('takes any port of a public host where it need not be a push service', () => {
  expect(isPublicAt('https://hooks.example.com:8443/in')).toBe(true)
  expect(isPublicService('https://hooks.example.com:8443/in')).toBe(false)
})

it('lets a connection go only to what of a name’s addresses is of the internet', async () => {
  const answers = ['127.0.0.1', '93.184.216.34', '::1', '2606:2800:220:1::1']
  const look = createPublicLookup((_, __, callback) =>
    callback(
      null,
      answers.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  )
  const all = await new Promise((resolve) => look('a.example', { all: true }, (_, found) => resolve(found)))
  expect(all).toEqual([
    { address: '93.184.216.34', family: 4 },
    { address: '2606:2800:220:1::1', family: 6 },
  ])
  const one = await new Promise((resolve) =>
    look('a.example', {}, (_, found, family) => resolve([found, family])),
  )
  expect(one).toEqual(['93.184.216.34', 4])
})
