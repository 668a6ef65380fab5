import { existsSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterEach, expect, it } from 'vitest'
import { newVisitor, type Actor } from '../contract/actors.ts'
import { call } from '../contract/call.ts'
import { startProduct, type Product } from './product.ts'

const products: Product[] = []
afterEach(async () => {
  for (const product of products.splice(0)) await product.remove()
})

async function start(env: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct({ RATE_LIMITS: 'off', ...env })
  products.push(product)
  return product
}

async function openChat(url: string): Promise<{ visitor: Actor; chatId: string }> {
  const visitor = await newVisitor(url, 'default')
  const { body } = await call(url, 'POST /v2/chats', { body: {}, headers: visitor.headers })
  return { visitor, chatId: String(body['chatId']) }
}

/** A request that has begun and is not finished: the server has its head and half of its body. */
async function begin(url: string, { visitor, chatId }: { visitor: Actor; chatId: string }) {
  const body = JSON.stringify({ chatId, content: 'begun before, finished after' })
  const socket = connect(Number(new URL(url).port), 'localhost')
  let answer = ''
  socket.on('data', (chunk) => (answer += chunk.toString()))
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  const head = [
    'POST /v2/messages HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    `Authorization: Bearer ${visitor.token}`,
    'Expect: 100-continue',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  await expect.poll(() => answer).toContain('100 Continue')
  socket.write(body.slice(0, 10))
  return {
    finish: () => socket.write(body.slice(10)),
    closed,
    answer: () => answer,
    destroy: () => socket.destroy(),
  }
}

it('stops without losing what it has said yes to, answers what had begun, and leaves one file', async () => {
  const product = await start()
  const { url } = product
  const opened = await openChat(url)
  const socket = io(url, {
    transports: ['websocket'],
    reconnection: false,
    auth: { token: opened.visitor.token },
  })
  await new Promise((resolve) => socket.once('welcome', resolve))
  const told = new Promise<{ inMs: number }>((resolve) => socket.once('server:restart', resolve))
  const begun = await begin(url, opened)

  const acknowledged: string[] = []
  let isStopping = false
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; n < 10_000; n += 1) {
      const clientMessageId = `${writer}-${n}`
      const body = { chatId: opened.chatId, content: clientMessageId, clientMessageId }
      const answer = await call(url, 'POST /v2/messages', { body, headers: opened.visitor.headers }).catch(
        () => null,
      )
      if (answer?.status === 201) acknowledged.push(clientMessageId)
      else if (isStopping) return
    }
  })
  await expect.poll(() => acknowledged.length).toBeGreaterThan(50)

  isStopping = true
  const exited = product.kill('SIGTERM')
  expect((await told).inMs).toBeGreaterThan(0)
  begun.finish()
  await begun.closed
  expect(begun.answer()).toContain('HTTP/1.1 201')
  expect(begun.answer().toLowerCase()).toContain('connection: close')
  expect(await exited).toBe(0)
  await Promise.all(writers)
  socket.close()
  const log = join(product.dataDir, 'chat.db-wal')
  expect(existsSync(log) ? statSync(log).size : 0).toBe(0)

  await product.start()
  const stored = new Set<string>()
  for (let after = '0', hasMore = true; hasMore;) {
    const { body } = await call(url, 'GET /v2/messages/chat/:chatId', {
      params: { chatId: opened.chatId },
      query: { after, limit: '100' },
      headers: opened.visitor.headers,
    })
    const messages = body['messages'] as { seq: number; content: string }[]
    for (const { content } of messages) stored.add(content)
    after = String(messages.at(-1)?.seq ?? after)
    hasMore = body['hasMore'] === true
  }
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  expect(stored).toContain('begun before, finished after')
}, 60_000)

it('takes in nothing new while it waits for what had begun, and stops now when told a second time', async () => {
  const product = await start()
  const begun = await begin(product.url, await openChat(product.url))
  const readyz = async () => (await fetch(`${product.url}/readyz`).catch(() => null))?.status
  expect(await readyz()).toBe(200)
  const exited = product.kill('SIGTERM')
  await expect.poll(readyz).not.toBe(200)
  await product.kill('SIGTERM')
  expect(await exited).toBe(1)
  begun.destroy()
})

it('ends and says why, in one line, when something happens that nobody thought of', async () => {
  const poison = "process.once('SIGUSR2', () => setTimeout(() => { throw new Error('poison') }))"
  const product = await start({ NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(poison)}` })
  const exited = product.exited()
  product.signal('SIGUSR2')
  expect(await exited).toBe(1)
  const line = JSON.parse(product.output().split('\n').at(-2) ?? '') as Record<string, unknown>
  expect(line).toMatchObject({ severity: 'error', event: 'crashed' })
  await product.start()
  expect((await fetch(`${product.url}/readyz`)).status).toBe(200)
})
