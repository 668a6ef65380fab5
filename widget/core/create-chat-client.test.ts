import { describe, expect, it } from 'vitest'
import { NEW_CHAT } from './state.ts'
import { CHAT, createModelStore, type Person } from './model/model-store.ts'
import { participate } from './model/participant.ts'
import { settled } from './model/test-environment.ts'

const vera: Person = { role: 'visitor', id: 'vera' }
const marta: Person = { role: 'commercial', id: 'marta' }

/** A commercial who watches a chat of so many messages, all of them unread. */
async function arrange(messages = 3) {
  const store = createModelStore()
  for (let index = 0; index < messages; index += 1) {
    store.append(vera, { content: `${index + 1}`, clientMessageId: `old-${index}` })
  }
  const participant = participate(store, marta)
  const { client } = participant
  void client.start()
  await participant.calm(2)
  const view = () => client.state.get().chats.get(CHAT)
  return { ...participant, store, view }
}

describe('a client', () => {
  it('keeps a chat for as long as anybody watches it', async () => {
    const { client, calm, view } = await arrange()
    client.watch(CHAT)
    client.watch(CHAT)
    await calm(1)
    client.unwatch(CHAT)
    expect(view()?.thread).toHaveLength(3)
    client.unwatch(CHAT)
    expect(view()).toBeUndefined()
    client.unwatch(CHAT)
    client.watch(CHAT)
    await calm(1)
    expect(view()?.thread).toHaveLength(3)
  })

  it('may be asked to watch before it knows who is asking', async () => {
    const store = createModelStore()
    store.append(vera, { content: 'hola', clientMessageId: 'old' })
    const { client, calm, thread } = participate(store, marta)
    client.watch(CHAT)
    void client.start()
    await calm(3)
    expect(thread().map(({ content }) => content)).toEqual(['hola'])
  })

  it('leaves the divider where reading had stopped, for as long as the chat is on screen', async () => {
    const { client, store, calm, view } = await arrange()
    store.setUnread(2)
    client.commercial.showList('mine')
    await calm(1)
    client.watch(CHAT)
    await calm(1)
    expect(view()?.dividerSeq).toBe(1)
    client.markAsRead(CHAT)
    await calm(1)
    expect(view()).toMatchObject({ dividerSeq: 1, chat: { unreadCount: 0, readSeq: 3 } })
    expect(client.state.get().inbox?.chats[0]).toMatchObject({ unreadCount: 0, readSeq: 3 })
  })

  it('tells how far was read even if the page is left at once', async () => {
    const { client, calm, inFlight } = await arrange()
    client.watch(CHAT)
    await calm(1)
    client.markAsRead(CHAT)
    expect(inFlight.ready()).toEqual([])
    client.close()
    await settled()
    expect(inFlight.ready().map(({ what }) => what)).toEqual(['request'])
  })

  it('goes on from what another knew, and reads only what came since', async () => {
    const store = createModelStore()
    const first = participate(store, vera)
    first.client.send({ content: 'uno' })
    await first.calm(3)
    const held = first.client.state.get()
    first.client.close()
    store.append(marta, { content: 'dos', clientMessageId: 'two' })
    const next = participate(store, vera, { held, tokens: { get: () => 'vera', set() {} } })
    expect(next.thread().map(({ content }) => content)).toEqual(['uno'])
    const seen: number[] = []
    next.client.state.subscribe(() => seen.push(next.thread().length))
    void next.client.start()
    await next.calm(3)
    expect(next.thread().map(({ content }) => content)).toEqual(['uno', 'dos'])
    expect(Math.min(...seen)).toBe(1)
    expect(next.client.state.get().connection.state).toBe('online')
  })

  it('shows a draft again when its chat comes back on screen before it is sent', async () => {
    const { client, calm, view, inFlight } = await arrange()
    client.watch(CHAT)
    await calm(1)
    client.send({ chatId: CHAT, content: 'un momento' })
    client.unwatch(CHAT)
    client.watch(CHAT)
    expect(view()?.thread.map(({ content }) => content)).toEqual(['un momento'])
    expect(inFlight.ready().length).toBeGreaterThan(0)
    await calm(1)
    expect(view()?.thread.at(-1)).toMatchObject({ content: 'un momento', delivery: 'sent' })
  })

  it('calls a visitor’s chat by its new name and by the old one', async () => {
    const { client, calm } = participate(createModelStore(), vera)
    client.watch(NEW_CHAT)
    client.send({ content: 'hola' })
    await calm(3)
    expect([...client.state.get().chats.keys()]).toEqual([CHAT])
    client.send({ chatId: NEW_CHAT, content: '¿hay alguien?' })
    await calm(1)
    expect(
      client.state
        .get()
        .chats.get(CHAT)
        ?.thread.map(({ content }) => content),
    ).toEqual(['hola', '¿hay alguien?'])
    client.unwatch(NEW_CHAT)
    expect(client.state.get().chats.has(CHAT)).toBe(true)
  })

  it('forgets everything a visitor said when they wish so', async () => {
    const { client, calm } = participate(createModelStore(), vera)
    client.send({ content: 'hola' })
    await calm(3)
    client.visitor.forget()
    expect(client.state.get()).toMatchObject({
      session: { state: 'signed-out' },
      connection: { state: 'idle' },
    })
    expect([...client.state.get().chats.values()].flatMap(({ thread }) => thread)).toEqual([])
    client.send({ content: 'adiós' })
    client.visitor.forget()
    expect([...client.state.get().chats.values()].flatMap(({ thread }) => thread)).toEqual([])
  })

  it('shows nothing of one commercial to the next who signs in', async () => {
    const { client, calm } = await arrange()
    client.watch(CHAT)
    await calm(1)
    const leaving = client.commercial.signOut()
    await calm(1)
    await leaving
    expect(client.state.get()).toMatchObject({
      session: { state: 'signed-out' },
      team: [],
      inbox: { chats: [] },
    })
    expect(client.state.get().chats.size).toBe(0)
  })

  it('has one listener for each event, however often the connection drops', async () => {
    const { client, calm, socket, thread, store } = await arrange()
    client.watch(CHAT)
    for (let drops = 0; drops < 4; drops += 1) {
      socket.cut()
      await calm(4)
    }
    expect(socket.listeners('message:new')).toBe(1)
    store.append(vera, { content: '4', clientMessageId: 'new' })
    await calm(1)
    expect(thread().map(({ content }) => content)).toEqual(['1', '2', '3', '4'])
  })

  it('leaves nothing running once it is closed: no timer, no connection, no change of state', async () => {
    const { client, calm, environment, socket, inFlight, store } = await arrange()
    client.watch(CHAT)
    await calm(1)
    client.send({ chatId: CHAT, content: 'a medias' })
    client.setTyping(CHAT, true)
    client.markAsRead(CHAT)
    client.close()
    await settled()
    expect(environment.timers()).toBe(0)
    const after = client.state.get()
    store.append(vera, { content: 'más', clientMessageId: 'more' })
    while (inFlight.ready().length > 0) inFlight.advance(0)
    socket.cut()
    await environment.advance(120_000)
    expect(client.state.get()).toBe(after)
    expect(inFlight.ready()).toEqual([])
  })

  it('says so when it is asked for what the other side does', async () => {
    const { client } = await arrange()
    expect(() => client.visitor.forget()).toThrow('forget is for visitors')
    expect(() => client.send({ content: 'hola' })).toThrow('which chat')
  })
})
