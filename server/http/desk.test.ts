import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let visitor: Person
let marta: Person
let admin: Person

beforeEach(async () => {
  app = await openTestApp()
  visitor = await app.visitor()
  marta = await app.commercial('Marta')
  admin = await app.admin()
})

const check = (row: Row) => expectRow(app, row)
const post = (as: Person, path: string, body: object) => ({ method: 'POST', path: `/v2/${path}`, body, as })
const greeting = { shortcut: '/Hola', title: 'Saludo', content: 'Hola {{visitor.name|amigo}}' }

describe('canned replies', () => {
  it('are kept, listed, changed and thrown away', async () => {
    const { body } = await check({
      asked: post(marta, 'canned-replies', greeting),
      status: 201,
      contains: { shortcut: 'hola', title: 'Saludo', siteId: null, isShared: false, ownerId: marta.id },
    })
    const path = `/v2/canned-replies/${String(body['replyId'])}`
    await check({
      asked: { path: '/v2/canned-replies', as: marta },
      status: 200,
      contains: { replies: [body] },
    })
    await check({
      asked: { path: '/v2/canned-replies', as: admin },
      status: 200,
      contains: { replies: [] },
      lacks: ['Saludo'],
    })
    await check({
      asked: { method: 'PATCH', path, body: { title: 'Otro' }, as: marta },
      status: 200,
      contains: { title: 'Otro', shortcut: 'hola' },
    })
    await check({ asked: { method: 'DELETE', path, as: marta }, status: 204 })
    await check({
      asked: { method: 'DELETE', path, as: marta },
      status: 404,
      contains: { code: 'reply_not_found' },
    })
  })

  it('do not share a shortcut', async () => {
    await app.ask(post(marta, 'canned-replies', greeting))
    await check({
      asked: post(marta, 'canned-replies', { ...greeting, shortcut: 'HOLA' }),
      status: 409,
      contains: { code: 'shortcut_taken' },
    })
  })

  it.each([
    [{ shortcut: 'two words' }, 'shortcut'],
    [{ shortcut: '/' }, 'shortcut'],
    [{ title: ' ' }, 'title'],
    [{ content: ' ' }, 'content'],
    [{ content: '{{visitor.nme}}' }, 'content'],
    [{ content: 'x'.repeat(8_001) }, 'content'],
  ])('refuse %j', async (wrong, path) => {
    await check({
      asked: post(marta, 'canned-replies', { ...greeting, ...wrong }),
      status: 422,
      contains: { code: 'invalid', issues: [{ path }] },
    })
  })

  it('are shared by admins alone', async () => {
    await check({
      asked: post(marta, 'canned-replies', { ...greeting, isShared: true }),
      status: 403,
      contains: { code: 'forbidden' },
    })
  })
})

describe('macros', () => {
  const farewell = {
    name: 'Despedida',
    actions: { reply: 'Adiós', addTags: ['VIP'], assignee: 'me', close: true },
  }

  it('do all they do, and tell it as if each had been done by hand', async () => {
    const { chatId } = await app.chatOf(visitor)
    const { body } = await check({
      asked: post(marta, 'macros', farewell),
      status: 201,
      contains: { name: 'Despedida', actions: { addTags: ['vip'] } },
    })
    await check({
      asked: post(marta, `chats/${chatId}/macros/${String(body['macroId'])}`, {}),
      status: 200,
      contains: {
        message: { content: 'Adiós', senderId: marta.id },
        chat: { status: 'CLOSED', tags: ['vip'], assignee: { commercialId: marta.id } },
      },
      tells: { MessageSent: 1, ChatStatusChanged: 2, ChatAssigned: 1, MessagesRead: 1, ChatChanged: 2 },
    })
    await check({
      asked: post(marta, `chats/${chatId}/macros/${String(body['macroId'])}`, {}),
      status: 409,
      contains: { code: 'chat_closed' },
    })
  })

  it('show what was not seen, instead of answering', async () => {
    const { chatId } = await app.chatOf(visitor)
    const { body } = await app.ask(post(marta, 'macros', farewell))
    await check({
      asked: post(marta, `chats/${chatId}/macros/${String(body['macroId'])}`, { seenSeq: 0 }),
      status: 409,
      contains: { code: 'stale_reply', unseen: [{ content: 'hola' }] },
    })
  })

  it.each([
    [{}, ''],
    [{ isInternal: true }, ''],
    [{ addTags: [] }, ''],
    [{ close: true, snoozeMinutes: 5 }, ''],
    [{ reply: '{{x}}' }, '.reply'],
    [{ snoozeMinutes: 0 }, '.snoozeMinutes'],
    [{ close: 'yes' }, '.close'],
  ])('refuse to be %j', async (actions, path) => {
    await check({
      asked: post(marta, 'macros', { name: 'M', actions }),
      status: 422,
      contains: { code: 'invalid', issues: [{ path: `actions${path}` }] },
    })
  })

  it('are nothing for visitors', async () => {
    const { chatId } = await app.chatOf(visitor)
    const { body } = await app.ask(post(marta, 'macros', farewell))
    await check({
      asked: post(visitor, `chats/${chatId}/macros/${String(body['macroId'])}`, {}),
      status: 403,
    })
    for (const path of ['/v2/macros', '/v2/canned-replies']) {
      const { status } = await app.ask({ path, as: visitor })
      expect(status).toBe(403)
    }
  })
})
