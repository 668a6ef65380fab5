import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import { createServer, type ChatServer } from '../../server/compose.ts'
import { readConfig } from '../../server/config.ts'
import type { ChatClient } from '../../widget/core/chat-client.ts'
import { createChatClient } from '../../widget/core/create-chat-client.ts'
import { realEnvironment } from '../../widget/core/environment.ts'
import { addCommercial } from '../server.ts'
import {
  closeClients,
  commercialClient,
  cookieFetch,
  ownView,
  says,
  until,
  visitorClient,
  visitorEnvironment,
} from './clients.ts'
import { createSwitchboard } from './switchboard.ts'

const MINUTE_MS = 60_000

let dataDir: string
let server: ChatServer
let port: number
let url: string
let marta: { email: string; password: string }
/** How far the server's clock is ahead. */
let ahead: number

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'sobremesa-'))
  ahead = 0
  port = 0
  await startServer()
  marta = await addCommercial(server, { name: 'Marta', siteIds: [server.started.site.siteId] })
})
afterEach(async () => {
  closeClients()
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The same server again: the same port, the same store. */
async function startServer(): Promise<void> {
  const config = readConfig({
    PORT: String(port),
    DATA_DIR: dataDir,
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'silent',
  })
  server = await createServer(config, { clock: { now: () => Date.now() + ahead } })
  await server.listen()
  const address = server.http.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  url = `http://localhost:${port}`
}

async function talk(): Promise<{ visitor: ChatClient; commercial: ChatClient; chatId: ChatId }> {
  const visitor = visitorClient(url)
  visitor.send({ content: 'hola' })
  const { chatId } = await until(visitor, ownView)
  const commercial = await commercialClient(url, marta)
  commercial.watch(chatId)
  for (const client of [visitor, commercial]) {
    await until(client, (state) => state.connection.state === 'online' && says(chatId, ['hola'])(state))
  }
  return { visitor, commercial, chatId }
}

async function untilLost(client: ChatClient): Promise<number> {
  return until(
    client,
    ({ connection }) => connection.state === 'reconnecting' && (connection.retryAt ?? undefined),
  )
}

describe('while the server is away', () => {
  it('keeps what is written, says when it tries again, and sends it once and in order', async () => {
    const { visitor, commercial, chatId } = await talk()
    await server.close()
    expect(await untilLost(visitor)).toBeGreaterThan(Date.now() - 1_000)
    for (const content of ['uno', 'dos']) visitor.send({ content })
    const held = await until(visitor, says(chatId, ['hola', 'uno (sending)', 'dos (sending)']))
    await until(visitor, (state) =>
      state.chats
        .get(chatId)
        ?.thread.some((message) => message.delivery === 'sending' && message.failure?.code === 'network'),
    )
    expect(held.history).toEqual({ state: 'ready' })
    await startServer()
    for (const client of [visitor, commercial]) {
      client.connectNow()
      await until(client, says(chatId, ['hola', 'uno', 'dos']))
      await until(client, ({ connection }) => connection.state === 'online')
    }
  })

  it('opens a first chat later, once, however impatient the visitor was', async () => {
    const visitor = visitorClient(url)
    await visitor.start()
    await server.close()
    for (const content of ['uno', 'dos', 'tres']) visitor.send({ content })
    await startServer()
    visitor.connectNow()
    const { chatId } = await until(visitor, ownView)
    await until(visitor, says(chatId, ['uno', 'dos', 'tres']))
  })

  it('finds out who is asking as soon as somebody answers', async () => {
    await server.close()
    const visitor = visitorClient(url)
    const started = visitor.start()
    await untilLost(visitor)
    await startServer()
    visitor.connectNow()
    await started
    expect(visitor.state.get()).toMatchObject({ site: { name: 'Sobremesa' }, connection: { state: 'idle' } })
  })
})

describe('while one is off the line', () => {
  it('others write, change and delete: coming back, one has it all', async () => {
    const switchboard = createSwitchboard(visitorEnvironment)
    const visitor = visitorClient(url, { environment: switchboard.environment })
    visitor.send({ content: 'hola' })
    const { chatId } = await until(visitor, ownView)
    const commercial = await commercialClient(url, marta)
    commercial.watch(chatId)
    for (const content of ['un momento', 'esto sobra']) commercial.send({ chatId, content })
    const { thread } = await until(visitor, says(chatId, ['hola', 'un momento', 'esto sobra']))
    const [, moment, superfluous] = thread.map((message) =>
      message.delivery === 'sent' ? message.messageId : '',
    )
    switchboard.cut()
    expect(visitor.state.get().connection).toEqual({ state: 'offline' })
    await commercial.edit(moment ?? '', 'un minuto')
    await commercial.remove(superfluous ?? '')
    commercial.send({ chatId, content: 'nota', isInternal: true })
    commercial.send({ chatId, content: 'aquí está' })
    await until(commercial, says(chatId, ['hola', 'un minuto', '', 'nota', 'aquí está']))
    await commercial.commercial.closeChat(chatId)
    expect(visitor.state.get().chats.get(chatId)?.thread).toEqual(thread)
    switchboard.restore()
    await until(visitor, says(chatId, ['hola', 'un minuto', '', 'aquí está']))
    await until(visitor, (state) => state.chats.get(chatId)?.chat?.status === 'CLOSED')
  })
})

describe('a commercial who was off the line', () => {
  it('finds every list as it is now: chats gone, closed and new, and what colleagues wrote', async () => {
    const olga = await addCommercial(server, { name: 'Olga', siteIds: [server.started.site.siteId] })
    const chats: ChatId[] = []
    for (const content of ['uno', 'dos', 'tres']) chats.push(await openChat(content))
    const [first, second, third] = chats as [ChatId, ChatId, ChatId]
    const switchboard = createSwitchboard(realEnvironment)
    const here = await commercialClient(url, marta, { environment: switchboard.environment })
    const colleague = await commercialClient(url, olga)
    here.commercial.showList('unassigned')
    for (const chatId of chats) here.watch(chatId)
    await until(here, ({ inbox }) => inbox?.chats.length === 3)
    for (const [index, chatId] of chats.entries())
      await until(here, says(chatId, [['uno', 'dos', 'tres'][index] ?? '']))
    await until(here, ({ connection }) => connection.state === 'online')
    switchboard.cut()
    colleague.send({ chatId: first, content: 'ya voy' })
    colleague.watch(first)
    await until(colleague, says(first, ['uno', 'ya voy']))
    await colleague.commercial.assign(second, 'me')
    await colleague.commercial.closeChat(third)
    const fourth = await openChat('cuatro')
    expect(here.state.get().inbox?.chats).toHaveLength(3)
    switchboard.restore()
    await until(here, says(first, ['uno', 'ya voy']))
    await until(here, ({ inbox }) => inbox?.chats.map(({ chatId }) => chatId).join() === fourth)
    await until(
      here,
      ({ inbox }) =>
        JSON.stringify(inbox?.counts) === '{"mine":0,"unassigned":1,"all":3,"closed":1,"snoozed":0}',
    )
    await until(here, (state) => state.chats.get(third)?.chat?.status === 'CLOSED')
    expect(here.state.get().chats.get(second)?.chat?.assignee?.name).toBe('Olga')
  })
})

async function openChat(content: string): Promise<ChatId> {
  const visitor = visitorClient(url)
  visitor.send({ content })
  const { chatId } = await until(visitor, ownView)
  return chatId
}

describe('an access token that runs out', () => {
  it('is renewed without anybody noticing', async () => {
    const { visitor, commercial, chatId } = await talk()
    ahead = 16 * MINUTE_MS
    commercial.send({ chatId, content: 'sigo aquí' })
    await until(visitor, says(chatId, ['hola', 'sigo aquí']))
    visitor.send({ content: 'y yo' })
    await until(commercial, says(chatId, ['hola', 'sigo aquí', 'y yo']))
    expect(commercial.state.get().session.state).toBe('commercial')
  })

  it('ends in the login, with everything kept, when the session was ended elsewhere', async () => {
    const { chatId } = await talk()
    const jar = cookieFetch()
    const here = await commercialClient(url, marta, { fetch: jar })
    here.watch(chatId)
    await until(here, (state) => state.connection.state === 'online' && says(chatId, ['hola'])(state))
    const elsewhere = createChatClient({ role: 'commercial', apiUrl: url, fetch: jar })
    await elsewhere.start()
    expect(elsewhere.state.get().session.state).toBe('commercial')
    await elsewhere.commercial.signOut()
    elsewhere.close()
    const { session } = await until(here, (state) => state.session.state === 'signed-out' && state)
    expect(session).toMatchObject({ reason: expect.any(String) })
    await until(here, ({ connection }) => connection.state === 'idle')
    here.send({ chatId, content: 'a medias' })
    await until(here, says(chatId, ['hola', 'a medias (failed)']))
    await here.commercial.signIn(marta)
    const draft = here.state.get().chats.get(chatId)?.thread.at(-1)
    here.retry(chatId, draft?.clientMessageId ?? '')
    await until(here, says(chatId, ['hola', 'a medias']))
  })
})

describe('many drops', () => {
  it('leave every message there once', async () => {
    const { visitor, commercial, chatId } = await talk()
    const said = ['hola']
    for (const content of ['uno', 'dos', 'tres', 'cuatro', 'cinco']) {
      server.http.closeAllConnections()
      ;(content.length % 2 === 0 ? visitor : commercial).send({ chatId, content })
      said.push(content)
      for (const client of [visitor, commercial]) {
        client.connectNow()
        await until(client, says(chatId, said))
      }
    }
  })
})
