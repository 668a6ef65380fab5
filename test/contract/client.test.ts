import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../widget/core/chat-client.ts'
import { NEW_CHAT } from '../../widget/core/state.ts'
import { addCommercial, startServer, type TestServer } from '../server.ts'
import {
  closeClients,
  commercialClient,
  memoryTokens,
  ownView,
  says,
  texts,
  until,
  view,
  visitorClient,
} from './clients.ts'

let running: TestServer
let marta: { email: string; password: string }
let olga: { email: string; password: string }

beforeAll(async () => {
  running = await startServer()
  const siteIds = [running.server.started.site.siteId]
  marta = await addCommercial(running.server, { name: 'Marta', siteIds })
  olga = await addCommercial(running.server, { name: 'Olga', siteIds })
})
afterEach(closeClients)
afterAll(() => running.close())

/** A visitor who has written, and whose chat is in step. */
async function visitorWithChat(...messages: string[]): Promise<{ visitor: ChatClient; chatId: ChatId }> {
  const visitor = visitorClient(running.url)
  await visitor.start()
  for (const content of messages) visitor.send({ content })
  const { chatId } = await until(visitor, (state) => state.connection.state === 'online' && ownView(state))
  await until(visitor, says(chatId, messages))
  return { visitor, chatId }
}

describe('a visitor', () => {
  it('makes no session and no connection by looking at the site', async () => {
    const visitor = visitorClient(running.url)
    await visitor.start()
    const { site, session, connection } = visitor.state.get()
    expect(site?.name).toBe('Sobremesa')
    expect(session).toEqual({ state: 'signed-out' })
    expect(connection).toEqual({ state: 'idle' })
  })

  it('shows a first message at once, and sends impatient ones after it into the same chat', async () => {
    const visitor = visitorClient(running.url)
    for (const content of ['uno', 'dos', 'tres']) visitor.send({ content })
    expect(texts(visitor.state.get().chats.get(NEW_CHAT))).toEqual([
      'uno (sending)',
      'dos (sending)',
      'tres (sending)',
    ])
    const { chatId } = await until(visitor, ownView)
    const { thread } = await until(visitor, says(chatId, ['uno', 'dos', 'tres']))
    expect(thread.map((message) => message.delivery === 'sent' && message.seq)).toEqual([1, 2, 3])
    expect([...visitor.state.get().chats.keys()]).toEqual([chatId])
  })

  it('calls any endpoint as the visitor, who exists from then on', async () => {
    const visitor = visitorClient(running.url)
    await expect(visitor.call('GET /v2/chats')).rejects.toMatchObject({ code: 'unauthenticated' })
    await visitor.visitor.openSession()
    expect(await visitor.call('GET /v2/chats')).toMatchObject({ chats: [] })
    expect(visitor.state.get().session.state).toBe('visitor')
  })

  it('comes back to the open chat with the kept token', async () => {
    const tokens = memoryTokens()
    const before = visitorClient(running.url, { tokens })
    before.send({ content: 'hola' })
    const { chatId } = await until(before, ownView)
    before.close()
    const after = visitorClient(running.url, { tokens })
    await after.start()
    expect((await until(after, says(chatId, ['hola']))).chat?.chatId).toBe(chatId)
  })

  it('comes back to the chat that was closed meanwhile, without a connection until they write', async () => {
    const tokens = memoryTokens()
    const before = visitorClient(running.url, { tokens })
    before.send({ content: 'hola' })
    const { chatId } = await until(before, ownView)
    before.close()
    const commercial = await commercialClient(running.url, marta)
    commercial.watch(chatId)
    await until(commercial, says(chatId, ['hola']))
    await commercial.commercial.closeChat(chatId)
    const after = visitorClient(running.url, { tokens })
    await after.start()
    const { chat } = await until(after, says(chatId, ['hola']))
    expect(chat?.status).toBe('CLOSED')
    expect(after.state.get().connection.state).toBe('idle')
    after.send({ content: 'otra cosa' })
    await until(after, says(chatId, ['hola', 'otra cosa']))
    await until(after, ({ connection }) => connection.state === 'online')
  })

  it('begins anew, once, when the kept token is worth nothing', async () => {
    const tokens = memoryTokens('made-up')
    const visitor = visitorClient(running.url, { tokens })
    await visitor.start()
    expect(tokens.token).toBeNull()
    visitor.send({ content: 'hola' })
    const { chatId } = await until(visitor, ownView)
    await until(visitor, says(chatId, ['hola']))
    expect(tokens.token).not.toBeNull()
  })
})

describe('a visitor and a commercial', () => {
  it('hear each other, with unread counts and read receipts', async () => {
    const { visitor, chatId } = await visitorWithChat('hola')
    const commercial = await commercialClient(running.url, marta)
    commercial.commercial.showList('all')
    const row = await until(commercial, ({ inbox }) => inbox?.chats.find((chat) => chat.chatId === chatId))
    expect(row.unreadCount).toBe(1)
    commercial.watch(chatId)
    const { dividerSeq } = await until(commercial, says(chatId, ['hola']))
    expect(dividerSeq).toBe(0)
    commercial.markAsRead(chatId)
    await until(visitor, (state) => state.chats.get(chatId)?.chat?.otherReadSeq === 1)
    expect(commercial.state.get().inbox?.chats.find((chat) => chat.chatId === chatId)?.unreadCount).toBe(0)
    commercial.send({ chatId, content: 'buenas' })
    await until(visitor, says(chatId, ['hola', 'buenas']))
    await until(commercial, says(chatId, ['hola', 'buenas']))
    const unread = await until(
      visitor,
      (state) => state.chats.get(chatId)?.chat?.unreadCount === 1 && state.chats.get(chatId),
    )
    expect(unread.chat?.assignee?.name).toBe('Marta')
    expect(unread.chat?.status).toBe('IN_PROGRESS')
    visitor.markAsRead(chatId)
    await until(commercial, (state) => state.chats.get(chatId)?.chat?.otherReadSeq === 2)
    expect(visitor.state.get().chats.get(chatId)?.chat?.unreadCount).toBe(0)
  })

  it('see each other type, and stop', async () => {
    const { visitor, chatId } = await visitorWithChat('hola')
    const commercial = await commercialClient(running.url, marta)
    commercial.watch(chatId)
    await until(commercial, says(chatId, ['hola']))
    await until(commercial, (state) => state.connection.state === 'online')
    visitor.setTyping(chatId, true)
    const typing = await until(commercial, (state) => state.chats.get(chatId)?.typists[0])
    expect(typing.userType).toBe('visitor')
    visitor.send({ content: 'una cosa' })
    await until(commercial, (state) => state.chats.get(chatId)?.typists.length === 0)
    commercial.setTyping(chatId, true)
    expect((await until(visitor, (state) => state.chats.get(chatId)?.typists[0])).userName).toBe('Marta')
  })

  it('keep notes among commercials', async () => {
    const { visitor, chatId } = await visitorWithChat('hola')
    const commercial = await commercialClient(running.url, marta)
    commercial.watch(chatId)
    await until(commercial, says(chatId, ['hola']))
    commercial.send({ chatId, content: 'parece amable', isInternal: true })
    commercial.send({ chatId, content: 'buenas' })
    await until(commercial, says(chatId, ['hola', 'parece amable', 'buenas']))
    const shown = await until(visitor, says(chatId, ['hola', 'buenas']))
    expect(shown.chat?.lastSeq).toBe(2)
  })
})

describe('two commercials', () => {
  it('see a chat leave a list that it no longer belongs to', async () => {
    const { chatId } = await visitorWithChat('hola')
    const first = await commercialClient(running.url, marta)
    const second = await commercialClient(running.url, olga)
    second.commercial.showList('unassigned')
    const has = () => (state: ReturnType<ChatClient['state']['get']>) =>
      state.connection.state === 'online' && state.inbox?.chats.some((chat) => chat.chatId === chatId)
    await until(second, has())
    const { unassigned } = second.state.get().inbox?.counts ?? { unassigned: 0 }
    await first.commercial.assign(chatId, 'me', { ifUnassigned: true })
    await until(second, ({ inbox }) => inbox?.chats.every((chat) => chat.chatId !== chatId))
    await until(second, ({ inbox }) => inbox?.counts.unassigned === unassigned - 1)
    await expect(second.commercial.assign(chatId, 'me', { ifUnassigned: true })).rejects.toMatchObject({
      code: 'already_assigned',
    })
  })

  it('learn of each other’s replies before answering over them', async () => {
    const { chatId } = await visitorWithChat('hola')
    const first = await commercialClient(running.url, marta)
    const second = await commercialClient(running.url, olga)
    for (const client of [first, second]) {
      client.watch(chatId)
      await until(client, says(chatId, ['hola']))
    }
    first.send({ chatId, content: 'buenas' })
    const key = second.send({ chatId, content: 'buenos días' })
    const stale = await until(second, (state) =>
      view(chatId)(state)?.thread.find((message) => message.delivery === 'failed'),
    )
    expect(stale).toMatchObject({ failure: { code: 'stale_reply', unseen: [{ content: 'buenas' }] } })
    second.retry(chatId, key)
    await until(first, says(chatId, ['hola', 'buenas', 'buenos días']))
  })
})
