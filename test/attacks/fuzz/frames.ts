import { connect } from 'node:net'
import * as fc from 'fast-check'
import { clientEvents } from '#shared/events.ts'
import { junkText, junkValue } from './junk.ts'

/** What one connection says: how it knocks, and then frame after frame; at last it goes, politely or not. */
export interface FuzzedConnection {
  /** Of the handshake. */
  readonly query: string
  readonly frames: readonly Buffer[]
  readonly goes: 'away' | 'with a reset'
}

/** The same connections for the same seed. `token`: of somebody who may do something. */
export function fuzzedConnections({
  seed,
  count,
  token,
  chatId,
}: {
  seed: number
  count: number
  token: string
  chatId: string
}): FuzzedConnection[] {
  return fc.sample(connectionOf(token, chatId), { seed, numRuns: count })
}

function connectionOf(token: string, chatId: string): fc.Arbitrary<FuzzedConnection> {
  // Most say who they are first: what follows then gets past the door.
  const hello = fc
    .constantFrom(`40${JSON.stringify({ token })}`, '40{}', '40', '')
    .map((text) => webSocketFrame(1, text))
  return fc
    .tuple(query, hello, fc.array(frame(chatId), { minLength: 1, maxLength: 6 }), fc.boolean())
    .map(([search, first, rest, isRude]) => ({
      query: search,
      frames: [first, ...rest],
      goes: isRude ? 'with a reset' : 'away',
    }))
}

const query = fc.oneof(
  { weight: 8, arbitrary: fc.constant('EIO=4&transport=websocket') },
  fc.constantFrom(
    'EIO=3&transport=websocket',
    'transport=websocket',
    'EIO=9&transport=websocket',
    'EIO=4&transport=polling',
    'EIO=4&transport=webtransport',
    'EIO=4&transport=__proto__',
    'EIO=4&transport=websocket&sid=__proto__',
    'EIO=4&transport=websocket&sid=constructor',
    'EIO=4&transport=websocket&sid=unknown',
    'EIO=4&EIO=4&transport=websocket&transport=polling',
    'EIO=4&transport=websocket&b64=1&j=0',
    '',
  ),
)

function frame(chatId: string): fc.Arbitrary<Buffer> {
  const text = fc.oneof(
    { weight: 5, arbitrary: packet(chatId) },
    junkText,
    fc.constantFrom('1', '2', '3', '2probe', '5', '6', '7'),
  )
  const opcode = fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, fc.constantFrom(0, 2, 3, 8, 9, 10, 15))
  const whole = fc.tuple(opcode, text).map(([code, said]) => webSocketFrame(code, said.slice(0, 60_000)))
  return fc.oneof(
    { weight: 8, arbitrary: whole },
    fc.constantFrom(...brokenFrames()),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  )
}

/** A packet of Socket.IO: right, nearly right, or not at all. */
function packet(chatId: string): fc.Arbitrary<string> {
  const name = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...Object.keys(clientEvents)) },
    fc.constantFrom('error', 'disconnect', 'connect', 'newListener', '__proto__', 'message:new'),
    junkText,
  )
  const address = fc.oneof(
    fc.constantFrom(chatId, `chat:${chatId}`, `${chatId}:commercial`, `chat:${chatId}:commercial`),
    junkValue,
  )
  const payload = fc.oneof(
    address.map((said) => ({ chatId: said, isInternal: true, message: said, token: said })),
    junkValue,
  )
  const args = fc
    .tuple(name, fc.array(payload, { maxLength: 3 }))
    .map(([event, rest]) => JSON.stringify([event, ...rest]))
  const id = fc.constantFrom('', '0', '7', '999999999999999999999', '-1', '00')
  const head = fc.oneof(
    { weight: 6, arbitrary: fc.constant('42') },
    fc.constantFrom(
      '43',
      '44',
      '41',
      '450-',
      '451-',
      '459999999-',
      '46',
      '49',
      '42/admin,',
      '42/__proto__,',
      '4',
      '40/x,',
    ),
  )
  return fc
    .tuple(head, id, args, fc.nat(12))
    .map(([start, number, data, cut]) => start + number + data.slice(0, data.length - (cut > 9 ? cut : 0)))
}

/** A frame as a browser masks it. */
export function webSocketFrame(opcode: number, text: string, isLast = true): Buffer {
  const payload = Buffer.from(text)
  const first = (isLast ? 0x80 : 0) | opcode
  if (payload.length < 126)
    return Buffer.concat([Buffer.from([first, 0x80 | payload.length, 0, 0, 0, 0]), payload])
  const head = Buffer.from([first, 0x80 | 126, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0])
  return Buffer.concat([head, payload])
}

function brokenFrames(): Buffer[] {
  return [
    // Unmasked, which only a server may.
    Buffer.from([0x81, 0x02, 0x34, 0x30]),
    // Reserved bits.
    Buffer.from([0xf1, 0x80, 0, 0, 0, 0]),
    // Claims more than anybody may send: 2^63 bytes, and 2 GiB.
    Buffer.from([0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
    Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0]),
    // A ping that is too long, and a close with half a code.
    webSocketFrame(9, 'x'.repeat(200)),
    webSocketFrame(8, 'x'),
    // Text that is not UTF-8.
    Buffer.concat([Buffer.from([0x81, 0x84, 0, 0, 0, 0]), Buffer.from([0x34, 0x32, 0xff, 0xfe])]),
    // Two thousand fragments of one byte that never end.
    Buffer.concat(
      Array.from({ length: 2_000 }, (_, index) => webSocketFrame(index === 0 ? 1 : 0, 'x', false)),
    ),
  ]
}

/** Plays one; resolves when the connection is gone. */
export function playConnection(
  url: string,
  { query: search, frames, goes }: FuzzedConnection,
): Promise<void> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    socket.setTimeout(2_000, () => socket.destroy())
    socket.on('error', () => undefined)
    socket.on('close', () => resolve())
    socket.write(
      [
        `GET /socket.io/?${search} HTTP/1.1`,
        'Host: localhost',
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${Buffer.alloc(16, 7).toString('base64')}`,
        '\r\n',
      ].join('\r\n'),
    )
    socket.once('data', () => {
      for (const frame of frames) socket.write(frame)
      socket.write(webSocketFrame(9, 'still there?'), () =>
        goes === 'away' ? socket.end() : socket.resetAndDestroy(),
      )
    })
    // Whatever else comes is not of interest, but must be read.
    socket.resume()
  })
}
