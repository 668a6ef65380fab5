import { Agent, request } from 'node:http'
import type { FuzzedRequest } from './requests.ts'

export interface RawAnswer {
  readonly status: number
  readonly text: string
}

/** Sends requests that `fetch` would straighten or refuse, many over few connections. */
export interface Sender {
  send(fuzzed: FuzzedRequest, headers?: Readonly<Record<string, string>>): Promise<RawAnswer>
  close(): void
}

export function createSender(url: string): Sender {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return {
    send: ({ method, path, headers, body }, own = {}) =>
      new Promise((resolve, reject) => {
        const length = Buffer.byteLength(body)
        const sent = { ...headers, ...own, ...(length > 0 && { 'content-length': String(length) }) }
        const asked = request({ agent, hostname, port, method, path, headers: sent }, (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          )
        })
        asked.on('error', reject)
        asked.end(body)
      }),
    close: () => agent.destroy(),
  }
}
