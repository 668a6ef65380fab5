import { connect } from 'node:net'

const host = 'Host: localhost'
const json = 'Content-Type: application/json'

/** Requests that no library would write: what a parser, a proxy or a URL may read in two ways. */
export const rawRequests: Readonly<Record<string, string>> = {
  'nothing at all': '\r\n\r\n',
  'no request line': 'hello there\r\n\r\n',
  'TLS on a plain port': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'HTTP/2 preface': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'HTTP/0.9': 'GET /healthz\r\n\r\n',
  'an unknown version': `GET /healthz HTTP/9.9\r\n${host}\r\n\r\n`,
  'no host': 'GET /healthz HTTP/1.1\r\n\r\n',
  'two hosts': `GET /healthz HTTP/1.1\r\n${host}\r\nHost: evil.example\r\n\r\n`,
  'a host that is no host': 'GET /healthz HTTP/1.1\r\nHost: a b<>"\r\n\r\n',
  'a host with a path': 'GET /healthz HTTP/1.1\r\nHost: x/../y\r\n\r\n',
  'an empty host': 'GET /v2/chats HTTP/1.1\r\nHost:\r\n\r\n',
  'an absolute address': `GET http://evil.example/v2/chats HTTP/1.1\r\n${host}\r\n\r\n`,
  'an address without a scheme': `GET //evil.example/v2/chats HTTP/1.1\r\n${host}\r\n\r\n`,
  'a scheme of its own': `GET javascript:alert(1) HTTP/1.1\r\n${host}\r\n\r\n`,
  'no slash': `GET v2/chats HTTP/1.1\r\n${host}\r\n\r\n`,
  'only slashes': `GET ///// HTTP/1.1\r\n${host}\r\n\r\n`,
  'a broken escape': `GET /v2/chats/%zz HTTP/1.1\r\n${host}\r\n\r\n`,
  'an escaped NUL': `GET /v2/chats/%00 HTTP/1.1\r\n${host}\r\n\r\n`,
  'an ill-formed escape': `GET /v2/chats/%ff%fe HTTP/1.1\r\n${host}\r\n\r\n`,
  'bytes above ASCII': `GET /v2/chats/\xff\xfe HTTP/1.1\r\n${host}\r\n\r\n`,
  'a broken IPv6 host': 'GET /v2/chats HTTP/1.1\r\nHost: [::1\r\n\r\n',
  'a port that is none': 'GET /v2/chats HTTP/1.1\r\nHost: localhost:99999\r\n\r\n',
  'a socket with a broken query': `GET /socket.io/?EIO=4&transport=polling&sid=%ff HTTP/1.1\r\n${host}\r\n\r\n`,
  'a socket without a query': `GET /socket.io/ HTTP/1.1\r\n${host}\r\n\r\n`,
  'the server as a whole': `OPTIONS * HTTP/1.1\r\n${host}\r\n\r\n`,
  'a tunnel': 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n',
  'an upgrade elsewhere': `GET /v2/chats HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n`,
  'an upgrade with a bad key': `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n`,
  'an upgrade to something else': `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
  'a trace': `TRACE /v2/chats HTTP/1.1\r\n${host}\r\n\r\n`,
  'an expectation': `POST /v2/messages HTTP/1.1\r\n${host}\r\nExpect: the-unexpected\r\nContent-Length: 2\r\n\r\n{}`,
  'a negative length': `POST /v2/messages HTTP/1.1\r\n${host}\r\n${json}\r\nContent-Length: -1\r\n\r\n{}`,
  'a huge length': `POST /v2/auth/login HTTP/1.1\r\n${host}\r\n${json}\r\nContent-Length: 99999999999999999999\r\n\r\n{}`,
  'two lengths': `POST /v2/auth/login HTTP/1.1\r\n${host}\r\n${json}\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}`,
  'a length and chunks': `POST /v2/auth/login HTTP/1.1\r\n${host}\r\n${json}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v2/chats HTTP/1.1\r\n${host}\r\n\r\n`,
  'a chunk of no size': `POST /v2/auth/login HTTP/1.1\r\n${host}\r\n${json}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
  'a chunk of every size': `POST /v2/auth/login HTTP/1.1\r\n${host}\r\n${json}\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}\r\n`,
  'an unknown coding': `POST /v2/auth/login HTTP/1.1\r\n${host}\r\n${json}\r\nTransfer-Encoding: gzip\r\n\r\n{}`,
  'folded headers': `GET /healthz HTTP/1.1\r\n${host}\r\nX-A: 1\r\n 2\r\n\r\n`,
  'a space before the colon': `GET /healthz HTTP/1.1\r\nHost : localhost\r\n\r\n`,
  'bare line feeds': 'GET /healthz HTTP/1.1\nHost: localhost\n\n',
  'NUL in a header': `GET /healthz HTTP/1.1\r\n${host}\r\nX-A: a\0b\r\n\r\n`,
  'headers of 64 KiB': `GET /healthz HTTP/1.1\r\n${host}\r\nX-A: ${'a'.repeat(65_536)}\r\n\r\n`,
  'three thousand headers': `GET /healthz HTTP/1.1\r\n${host}\r\n${'X: y\r\n'.repeat(3_000)}\r\n`,
  'a body on a GET': `GET /v2/chats HTTP/1.1\r\n${host}\r\n${json}\r\nContent-Length: 2\r\n\r\n{}`,
  'requests in one breath': `GET /healthz HTTP/1.1\r\n${host}\r\n\r\n`.repeat(50),
}

/** Says it and hangs up when the server has answered or closed, or says nothing for a while; returns what came back. */
export function sayRaw(url: string, text: string, silenceMs = 300): Promise<string> {
  const { port, hostname } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let said = ''
    socket.setTimeout(silenceMs, () => socket.destroy())
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(said))
    socket.write(Buffer.from(text, 'latin1'))
  })
}
