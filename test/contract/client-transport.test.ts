import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { addCommercial, startServer, type TestServer } from '../server.ts'
import { closeClients, commercialClient, ownView, says, until, visitorClient } from './clients.ts'

let running: TestServer
let proxy: Server
let url: string
let upgrades = 0

/** An office's proxy: it passes requests, and hangs up on whoever wants a WebSocket. */
beforeAll(async () => {
  running = await startServer()
  proxy = createServer(forward)
  proxy.on('upgrade', (_, socket) => {
    upgrades += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  url = `http://localhost:${(proxy.address() as AddressInfo).port}`
})
afterEach(closeClients)
afterAll(async () => {
  proxy.closeAllConnections()
  await new Promise((resolve) => proxy.close(resolve))
  await running.close()
})

function forward(asked: IncomingMessage, answer: ServerResponse): void {
  const { method = 'GET', headers } = asked
  const passed = request(running.url + asked.url, { method, headers }, (response) => {
    answer.writeHead(response.statusCode ?? 502, response.headers)
    response.pipe(answer)
  })
  passed.on('error', () => answer.destroy())
  answer.on('close', () => passed.destroy())
  asked.pipe(passed)
}

it('talks by polling, both ways, where WebSocket is blocked', async () => {
  const siteIds = [running.server.started.site.siteId]
  const marta = await addCommercial(running.server, { name: 'Marta', siteIds })
  const visitor = visitorClient(url)
  visitor.send({ content: 'hola' })
  const { chatId } = await until(visitor, ownView)
  const commercial = await commercialClient(url, marta)
  commercial.watch(chatId)
  for (const client of [visitor, commercial]) {
    await until(client, ({ connection }) => connection.state === 'online')
  }
  commercial.send({ chatId, content: 'buenas' })
  await until(visitor, says(chatId, ['hola', 'buenas']))
  visitor.send({ content: 'gracias' })
  await until(commercial, says(chatId, ['hola', 'buenas', 'gracias']))
  expect(upgrades).toBeGreaterThan(0)
})
