import { once } from 'node:events'
import { createServer, request, type ClientRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { limitSlowBodies } from './limit-slow-bodies.ts'

/** A server that answers when it has the whole body. */
async function start(ms: number): Promise<(path: string) => ClientRequest> {
  const server = createServer((asked, response) => {
    // One that is cut off never comes to its end.
    asked.on('error', () => {})
    asked.on('end', () => response.end('done')).resume()
  })
  limitSlowBodies(server, { ms })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return (path) => request({ host: '127.0.0.1', port, path, method: 'POST' })
}

it('F05, G06: cuts off a body that does not come to an end', async () => {
  const post = await start(30)
  const asked = post('/v2/messages')
  asked.write('{')
  await expect(once(asked, 'response')).rejects.toThrow(/socket hang up|ECONNRESET/)
})

it('lets an upload take its time, and touches nothing that came in whole', async () => {
  const post = await start(30)
  const slow = post('/v2/files/upload')
  slow.write('-')
  const cut = post('/v2/messages')
  cut.write('{')
  const quick = post('/v2/messages')
  quick.end('{}')
  await once(quick, 'response')
  // By now the limit has passed for both.
  await once(cut, 'error')
  slow.end('-')
  const [response] = (await once(slow, 'response')) as [{ statusCode: number }]
  expect(response.statusCode).toBe(200)
})
