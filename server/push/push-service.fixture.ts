import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A push service of our own, and a browser that is subscribed to it. */
export async function openPushService() {
  const received: Received[] = []
  const answers: { status: number; headers?: Record<string, string> }[] = []
  const waiting: (() => void)[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks) })
      const { status, headers = {} } = answers.shift() ?? { status: 201 }
      response.writeHead(status, headers).end()
      waiting.splice(0).forEach((resolve) => resolve())
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    received,
    /** The next requests are answered so; then 201. */
    answer: (...next: typeof answers) => void answers.push(...next),
    async count(wanted: number): Promise<void> {
      while (received.length < wanted) await new Promise<void>((resolve) => waiting.push(resolve))
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export function createTestBrowser() {
  const key = createECDH('prime256v1')
  const p256dh = key.generateKeys('base64url')
  const auth = Buffer.alloc(16, 7).toString('base64url')
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  return {
    p256dh,
    auth,
    /** As a browser does. */
    open(message: Buffer): string {
      const [salt, sender] = [message.subarray(0, 16), message.subarray(21, 86)]
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), bytes(p256dh), sender])
      const material = Buffer.from(hkdfSync('sha256', key.computeSecret(sender), bytes(auth), info, 32))
      const derive = (what: string, length: number) =>
        Buffer.from(hkdfSync('sha256', material, salt, `Content-Encoding: ${what}\0`, length))
      const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
      cipher.setAuthTag(message.subarray(-16))
      const padded = Buffer.concat([cipher.update(message.subarray(86, -16)), cipher.final()])
      return padded.subarray(0, -1).toString()
    },
  }
}
