import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Chat, ChatList } from '#shared/chat.ts'
import { seed } from '../../demo/seed.ts'
import { createCall, type Call } from '../../demo/seed/call.ts'
import { startServer, type TestServer } from '../server.ts'

const marta = { email: 'marta@olmoehijas.example', password: 'a long enough password' }

describe('the demo’s conversations', () => {
  let server: TestServer
  let call: Call
  let token: string

  beforeAll(async () => {
    server = await startServer({
      RATE_LIMITS: 'on',
      ADMIN_EMAIL: marta.email,
      ADMIN_PASSWORD: marta.password,
    })
    await seed(server.url, marta)
    call = createCall(server.url)
    token = (await call('POST /v2/auth/login', { body: marta })).accessToken
  })
  afterAll(() => server.close())

  function list(query: { readonly assignee?: string; readonly status?: string } = {}): Promise<ChatList> {
    return call('GET /v2/chats', { token, query })
  }

  it('fill every list of the inbox', async () => {
    const { counts } = await list()
    expect(counts).toEqual({ mine: 3, unassigned: 3, all: 8, closed: 2, snoozed: 0 })
  })

  it('stand in the order in which a busy morning would leave them', async () => {
    const { chats } = await list({ assignee: 'me', status: 'PENDING,IN_PROGRESS' })
    expect(chats.map(nameOf)).toEqual(['Núria Ferrer', 'Tom Bradley', 'Carmen Soler'])
  })

  it('are shared among the team, with something left for Marta to answer', async () => {
    const { chats } = await list()
    const assignees = new Set(chats.map(({ assignee }) => assignee?.name))
    expect(assignees).toContain('Joan Olmo')
    expect(assignees).toContain('Lucía Pons')
    const unread = chats.filter(({ unreadCount }) => unreadCount > 0).map(nameOf)
    expect(unread).toEqual(['Núria Ferrer', 'Tom Bradley', 'Visitante de Lyon', 'Laura Martí', '林 美咲'])
  })

  it('mark every visitor as made up', async () => {
    const { chats } = await list()
    expect(chats.every(({ visitor }) => visitor.attributes['demo'] === true)).toBe(true)
  })

  it('keep a colleague’s note from the visitor', async () => {
    const { chats } = await list({ assignee: 'me' })
    const nuria = chats.find((chat) => nameOf(chat) === 'Núria Ferrer')
    const params = { chatId: nuria?.chatId ?? '' }
    const { messages } = await call('GET /v2/messages/chat/:chatId', { token, params })
    expect(messages.filter(({ isInternal }) => isInternal).map(({ senderName }) => senderName)).toEqual([
      'Joan Olmo',
    ])
  })

  it('are not told twice when the demo starts again', async () => {
    const before = await list()
    await seed(server.url, marta)
    expect(await list()).toEqual(before)
  })
})

function nameOf({ visitor }: Chat): string | undefined {
  return visitor.name
}
