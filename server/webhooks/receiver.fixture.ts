import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** How the next request is answered: with a status, or by hand. */
export type Answering =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | ((response: ServerResponse) => void)

/** Another system that is told things: takes all of it unless told to answer otherwise. */
export async function openReceiver() {
  const received: Received[] = []
  const answers: Answering[] = []
  let usual: Answering = { status: 204 }
  const waiting: (() => void)[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      received.push({ path: request.url ?? '', headers: request.headers, body })
      const answering = answers.shift() ?? usual
      if (typeof answering === 'function') answering(response)
      else response.writeHead(answering.status, answering.headers).end(answering.body)
      for (const resolve of waiting.splice(0)) resolve()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/in`,
    port,
    received,
    /** What was told, in the order in which it came. */
    told: () => received.map(({ body }) => (JSON.parse(body) as { type: string }).type),
    answer: (...next: Answering[]) => void answers.push(...next),
    answerAlways: (answering: Answering) => void (usual = answering),
    async count(wanted: number): Promise<void> {
      while (received.length < wanted) await new Promise<void>((resolve) => waiting.push(resolve))
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** As the page about webhooks tells receivers to: written for itself, so that it can disagree with what signs. */
export function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.split('_')[1] ?? '', 'base64')
  const said = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.')
  const expected = createHmac('sha256', key).update(said).digest()
  const given = String(headers['webhook-signature']).split(' ')
  return given.some((one) => {
    const [version, signature = ''] = one.split(',')
    const bytes = Buffer.from(signature, 'base64')
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected)
  })
}
