import { request } from 'node:http'
import type { Experiment, Setting } from '../experiment.ts'
import { call } from '../../contract/call.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { openSocket } from '../harness/raw-socket.ts'
import { ADMIN, startServer, type ServerProcess } from '../harness/server-process.ts'
import { readStored } from '../harness/stored.ts'
import type { MutantName } from '../inside/mutants.ts'

const GOOD = 'https://shop.example'

const EVIL = [
  'https://evil.example',
  'null',
  'https://shop.example.evil.example',
  'https://evilshop.example',
  'http://shop.example',
  'https://shop.example:8443',
  'https://SHOP.example',
  'https://shop.example/',
  'https://user@shop.example',
  'http://localhost.evil.example:3000',
  'file://',
  'https://shop.example,https://evil.example',
]

interface Cookies {
  readonly visitor: string
  readonly console: string
  readonly chatId: string
}

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant, env: { SITE_ORIGINS: GOOD } })
  const faults = new Faults()
  const cookies = await newCookies(server.url)
  const before = readStored(server.dataFile).messages.length
  let tried = 0
  for (const origin of EVIL) {
    for (const attack of attacks(cookies)) {
      tried += 1
      const status = await send(server, { ...attack, headers: { ...attack.headers, origin } })
      faults.expect(status >= 400, 'leak', `${attack.what} from ${origin}: ${status}`)
    }
    tried += await tryTransports(setting, { server, origin, cookies, faults })
    await checkCors(server, origin, faults)
  }
  // No `Origin`, but a browser says that another page asks.
  for (const attack of attacks(cookies)) {
    tried += 1
    const status = await send(server, {
      ...attack,
      headers: { ...attack.headers, 'sec-fetch-site': 'cross-site' },
    })
    faults.expect(status >= 400, 'leak', `${attack.what} with Sec-Fetch-Site: cross-site: ${status}`)
  }
  const stored = readStored(server.dataFile).messages.length
  faults.expect(stored === before, 'leak', `${stored - before} messages stored for other pages`)
  await checkGood(setting, { server, cookies, faults })
  return {
    figures: `${tried} requests and handshakes from ${EVIL.length} origins, ${stored - before} changes`,
    faults: faults.list(),
  }
}

async function newCookies(url: string): Promise<Cookies> {
  const session = await call(url, 'POST /v2/visitors/session', { body: {} })
  const visitor = cookieOf(session.headers)
  const opened = await call(url, 'POST /v2/chats', {
    body: { message: { content: 'hola' } },
    headers: { authorization: `Bearer ${String(session.body['token'])}` },
  })
  const login = await call(url, 'POST /v2/auth/login', { body: ADMIN })
  return { visitor, console: cookieOf(login.headers), chatId: String(opened.body['chatId']) }
}

function cookieOf(headers: Headers): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

interface Attack {
  readonly what: string
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}

/** What a page of somebody else can make a browser send, cookies and all: without a preflight, and with one. */
function attacks({ visitor, console, chatId }: Cookies): Attack[] {
  const message = JSON.stringify({ chatId, content: 'forged' })
  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded']
  const form = `--x\r\ncontent-disposition: form-data; name="chatId"\r\n\r\n${chatId}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nforged\r\n--x--\r\n`
  const posts = [visitor, console].flatMap((cookie) => [
    ...types.map((type) => ({
      what: `a message as ${type}`,
      method: 'POST',
      path: '/v2/messages',
      headers: { cookie, 'content-type': type },
      body: message,
    })),
    {
      what: 'an upload',
      method: 'POST',
      path: '/v2/files/upload',
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
      body: form,
    },
  ])
  return [
    ...posts,
    {
      what: 'closing a chat',
      method: 'PUT',
      path: `/v2/chats/${chatId}/close`,
      headers: { cookie: console, 'content-type': 'text/plain' },
    },
    {
      what: 'a message to //host',
      method: 'POST',
      path: '//evil.example/v2/messages',
      headers: { cookie: visitor, 'content-type': 'application/json' },
      body: message,
    },
    {
      what: 'a method override',
      method: 'GET',
      path: `/v2/chats/${chatId}/close?_method=PUT`,
      headers: { cookie: console, 'x-http-method-override': 'PUT' },
    },
  ]
}

/** Not `fetch`, which decides about some of these headers and paths itself. */
function send({ port }: ServerProcess, { method, path, headers, body }: Attack): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

interface Trial {
  readonly server: ServerProcess
  readonly origin: string
  readonly cookies: Cookies
  readonly faults: Faults
}

/** A WebSocket or long polling that rides on somebody's cookie. */
async function tryTransports(setting: Setting, { server, origin, cookies, faults }: Trial): Promise<number> {
  const headers = { cookie: cookies.console, origin }
  const isIn = await openSocket(setting, server.url, { headers }).then(
    () => true,
    () => false,
  )
  faults.expect(!isIn, 'leak', `a WebSocket from ${origin} was let in`)
  const polling = { what: 'polling', method: 'GET', path: '/socket.io/?EIO=4&transport=polling', headers }
  const status = await send(server, polling)
  faults.expect(status >= 400, 'leak', `polling from ${origin}: ${status}`)
  return 2
}

async function checkCors({ url }: ServerProcess, origin: string, faults: Faults): Promise<void> {
  for (const method of ['OPTIONS', 'GET']) {
    const response = await fetch(`${url}/v2/chats`, {
      method,
      headers: { origin, 'access-control-request-method': 'GET' },
    })
    const allowed = response.headers.get('access-control-allow-origin')
    faults.expect(allowed === null, 'leak', `CORS allows ${allowed} to ${origin}`)
  }
}

/** The page that may, may: else nothing was tried here at all. */
async function checkGood(
  setting: Setting,
  { server, cookies, faults }: Omit<Trial, 'origin'>,
): Promise<void> {
  const headers = { cookie: cookies.visitor, origin: GOOD, 'content-type': 'application/json' }
  const body = JSON.stringify({ chatId: cookies.chatId, content: 'from the shop' })
  const status = await send(server, { what: 'good', method: 'POST', path: '/v2/messages', headers, body })
  faults.expect(status === 201, 'answer', `a message from the site's own page: ${status}`)
  await openSocket(setting, server.url, { headers: { cookie: cookies.visitor, origin: GOOD } }).catch(
    (cause: unknown) => faults.add('answer', `the site's own page got no socket: ${String(cause)}`),
  )
}

export const originAndCsrf: Experiment = {
  id: 'T29',
  name: 'origin/CSRF',
  pass: 'D01–D04: simple and preflighted requests, uploads, WebSocket and polling with somebody’s cookie from 12 foreign origins: 0 state changes',
  isQuick: true,
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that trusts every page',
      mustFind: 'leak',
      run: (setting) => run(setting, 'trusts every page'),
    },
  ],
}
