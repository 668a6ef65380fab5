import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPublicLookup } from '../outbound/public-hosts.ts'
import { createDeliver } from './deliver.ts'
import { isSignedWith, openReceiver } from './receiver.fixture.ts'

const clock = { now: () => Date.parse('2026-03-02T10:00:00.750Z') }
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
let receiver: Awaited<ReturnType<typeof openReceiver>>
beforeEach(async () => {
  receiver = await openReceiver()
})
afterEach(() => receiver.close())

const inside = createDeliver({ clock, allowPrivate: true, patienceMs: 5_000 })
const outside = createDeliver({ clock, allowPrivate: false, patienceMs: 5_000 })
const outgoing = (url: string) => ({ url, secrets: [secret], id: 'evt_1', body: '{"type":"test","ñ":"👋"}' })

describe('a delivery', () => {
  it('carries the headers of Standard Webhooks, and a signature that somebody else can check', async () => {
    const attempt = await inside(outgoing(receiver.url))
    expect(attempt).toMatchObject({ status: 204, problem: null, answer: '', at: clock.now() })
    const [received] = receiver.received
    expect(received?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Date.parse('2026-03-02T10:00:00.000Z') / 1_000),
    })
    expect(received?.body).toBe('{"type":"test","ñ":"👋"}')
    expect(received && isSignedWith(secret, received)).toBe(true)
    expect(received && isSignedWith('whsec_AAAA', received)).toBe(false)
  })

  it('keeps the beginning of the answer, as text without control characters', async () => {
    receiver.answer({ status: 500, body: `\u0000no\u001b[31m\n${'x'.repeat(5_000)}` })
    const { status, problem, answer } = await inside(outgoing(receiver.url))
    expect([status, problem]).toEqual([500, 'refused'])
    expect(answer?.slice(0, 9)).toBe(' no [31m\n')
    expect(answer).toHaveLength(1_000)
  })

  it('sends nothing that it cannot sign', async () => {
    const unsigned = { ...outgoing(receiver.url), secrets: [] }
    expect(await inside(unsigned)).toMatchObject({ status: null, problem: 'no_secret' })
    expect(receiver.received).toEqual([])
  })

  it('F09: follows nobody elsewhere', async () => {
    receiver.answer({ status: 307, headers: { location: receiver.url } })
    expect(await inside(outgoing(receiver.url))).toMatchObject({ status: 307, problem: 'redirected' })
    expect(receiver.received).toHaveLength(1)
  })

  it('waits for an answer for so long, and for the rest of one no longer', async () => {
    const hasty = createDeliver({ clock, allowPrivate: true, patienceMs: 100 })
    receiver.answer(() => {})
    expect(await hasty(outgoing(receiver.url))).toMatchObject({ status: null, problem: 'timeout' })
    receiver.answer((response) => void response.writeHead(200).write('thanks, and'))
    expect(await hasty(outgoing(receiver.url))).toMatchObject({ status: 200, answer: 'thanks, and' })
  })

  it('says so when nobody is there, or the line is cut', async () => {
    receiver.answer((response) => response.destroy())
    expect(await inside(outgoing(receiver.url))).toMatchObject({ status: null, problem: 'unreachable' })
    receiver.close()
    expect(await inside(outgoing(receiver.url))).toMatchObject({ status: null, problem: 'unreachable' })
  })

  it('is cut off when the server closes', async () => {
    const closing = new AbortController()
    receiver.answer(() => closing.abort())
    expect(await inside(outgoing(receiver.url), closing.signal)).toMatchObject({ status: null })
  })
})

describe('F09: a delivery to an address that is not of the internet', () => {
  it.each([
    ['this machine', '127.0.0.1'],
    ['this machine, otherwise written', '2130706433'],
    ['this machine, in hexadecimal', '0x7f.1'],
    ['this machine, in octal', '0177.0.0.1'],
    ['every machine', '0.0.0.0'],
    ['a private network', '10.0.0.1'],
    ['another', '172.16.5.4'],
    ['a third', '192.168.1.1'],
    ['a carrier’s network', '100.64.0.1'],
    ['a link’s own, where clouds keep their secrets', '169.254.169.254'],
    ['a group', '224.0.0.1'],
    ['everybody', '255.255.255.255'],
    ['this machine in IPv6', '[::1]'],
    ['nowhere', '[::]'],
    ['IPv4 in IPv6', '[::ffff:127.0.0.1]'],
    ['a private IPv4 through a gateway', '[64:ff9b::a00:1]'],
    ['a unique local address', '[fd00:ec2::254]'],
    ['a link’s own in IPv6', '[fe80::1]'],
    ['a group in IPv6', '[ff02::1]'],
    ['an address of the internet, but no name', '8.8.8.8'],
    ['a name of this machine', 'localhost'],
    ['another one', 'hooks.localhost'],
    ['a name that only this network knows', 'crm.internal'],
    ['a printer', 'printer.local'],
    ['a name without a dot', 'crm'],
  ])('goes to nobody: %s (%s)', async (_, host) => {
    for (const url of [`https://${host}:${receiver.port}/in`, `https://${host}/in`]) {
      expect(await outside(outgoing(url))).toMatchObject({ status: null, problem: 'not_allowed' })
    }
    expect(receiver.received).toEqual([])
  })

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    '::ffff:127.0.0.1',
    'fd00::1',
    'fe80::1',
  ])('goes to nobody by a name that looks public and means %s, whatever it meant before', async (address) => {
    const meanings = ['93.184.216.34', address]
    const lookup = createPublicLookup((_, __, callback) =>
      callback(null, [{ address: meanings.pop() ?? '', family: address.includes(':') ? 6 : 4 }]),
    )
    const rebound = createDeliver({ clock, allowPrivate: false, patienceMs: 5_000, lookup })
    const url = `https://hooks.example.com:${receiver.port}/in`
    expect(await rebound(outgoing(url))).toMatchObject({ status: null, problem: 'not_allowed' })
    expect(receiver.received).toEqual([])
  })

  it('goes to nobody over http, nor with a password in it', async () => {
    for (const url of [
      'http://example.com/in',
      'https://user:pass@example.com/in',
      'https://user@example.com/',
    ]) {
      expect(await outside(outgoing(url))).toMatchObject({ problem: 'not_allowed' })
    }
  })
})
