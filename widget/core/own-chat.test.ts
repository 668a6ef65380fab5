import { describe, expect, it } from 'vitest'
import { createChatClient } from './create-chat-client.ts'
import { answer, type ModelAnswer, type ModelRequest } from './model/model-routes.ts'
import { CHAT, createModelStore, type Person } from './model/model-store.ts'
import { createTestEnvironment } from './model/test-environment.ts'

const vera: Person = { role: 'visitor', id: 'vera' }

/** A visitor's client, and a server that answers at once, save where the test has it refuse. */
async function arrange() {
  const store = createModelStore()
  const asked: string[] = []
  const refusals = new Map<string, ModelAnswer>()
  const environment = createTestEnvironment()
  const client = createChatClient(
    {
      role: 'visitor',
      apiUrl: 'http://model',
      tokens: { get: () => null, set() {} },
      fetch: async (url, init) => {
        const { pathname, searchParams } = new URL(url as string)
        const path = pathname.split('/').slice(1)
        const name = `${init?.method} /v2/${path[1]}`
        asked.push(name)
        const body = JSON.parse((init?.body as string | undefined) ?? '{}') as ModelRequest['body']
        const refusal = refusals.get(name)
        refusals.delete(name)
        const { status, body: told } =
          refusal ?? answer(store, { name, path, query: searchParams, body, person: vera })
        const text = told === undefined ? '' : JSON.stringify(told)
        return { ok: status < 400, status, headers: new Headers(), text: async () => text } as Response
      },
    },
    environment,
  )
  await client.start()
  const say = async (content: string) => {
    client.send({ content })
    await environment.advance(1_000)
  }
  const refuse = (name: string, status: number, code: string) =>
    refusals.set(name, { status, body: { code, message: 'No' } })
  const thread = () =>
    client.state
      .get()
      .chats.get(CHAT)
      ?.thread.map(({ content, delivery }) => `${content} ${delivery}`)
  return { asked, refuse, say, store, thread }
}

describe('a visitor’s message', () => {
  it('begins another session and chat, once, when the session had died', async () => {
    for (const name of ['POST /v2/messages', 'POST /v2/chats']) {
      const { asked, refuse, say, thread } = await arrange()
      if (name === 'POST /v2/messages') await say('hola')
      asked.length = 0
      refuse(name, 401, 'invalid_token')
      await say('¿hay alguien?')
      expect(asked.filter((call) => call === 'POST /v2/visitors').length).toBeGreaterThan(0)
      expect(thread()?.at(-1)).toBe('¿hay alguien? sent')
    }
  })

  it('goes on in the chat that another tab has opened since this one was closed', async () => {
    const { asked, refuse, say, thread } = await arrange()
    await say('hola')
    refuse('POST /v2/messages', 409, 'other_chat_open')
    asked.length = 0
    await say('otra cosa')
    expect(asked).toContain('POST /v2/chats')
    expect(thread()).toEqual(['hola sent', 'otra cosa sent'])
  })

  it('is shown as failed when it is refused, and the next one is sent all the same', async () => {
    const { refuse, say, thread } = await arrange()
    await say('hola')
    refuse('POST /v2/messages', 422, 'invalid')
    await say('mal')
    await say('bien')
    expect(thread()).toEqual(['hola sent', 'bien sent', 'mal failed'])
  })
})
