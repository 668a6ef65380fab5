import { describe, expect, it } from 'vitest'
import { createModelStore } from '../model/model-store.ts'
import { settled } from '../model/test-environment.ts'
import { createFakeBrowser, vera } from './model/fake-browser.ts'

const marta = { role: 'commercial', id: 'marta' } as const

/** Tabs of one browser, settled, in front of a server. */
async function arrange(tabs: number, options: Parameters<typeof createFakeBrowser>[1] = {}) {
  const store = createModelStore()
  const browser = createFakeBrowser(store, options)
  for (let count = 0; count < tabs; count += 1) browser.open()
  await browser.calm(2)
  const stored = () => store.messages(vera).map(({ content }) => content)
  const online = () => browser.tabs.filter((tab) => tab.isOnline()).length
  return { store, browser, stored, online }
}

describe('the tabs of one browser', () => {
  it('have one connection, and one that rings', async () => {
    const { browser, online, stored } = await arrange(20)
    browser.tabs[7]?.client.send({ content: 'hola' })
    await browser.calm(2)
    expect(stored()).toEqual(['hola'])
    expect(online()).toBe(1)
    expect(browser.tabs.filter(({ client }) => client.state.get().rings)).toHaveLength(1)
    for (const { client } of browser.tabs) expect(client.state.get().connection.state).toBe('online')
  })

  it('show what was written in one of them in all, each message once', async () => {
    const { browser, store, stored } = await arrange(3)
    const [first, second, third] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(1)
    second?.client.send({ content: 'dos' })
    third?.client.send({ content: 'tres' })
    expect(third?.texts()).toEqual(['uno', 'tres'])
    await browser.calm(1)
    store.append(marta, { content: 'hola', clientMessageId: 'm' })
    await browser.calm(1)
    expect(stored()).toEqual(['uno', 'dos', 'tres', 'hola'])
    for (const tab of browser.tabs) {
      expect(tab.texts()).toEqual(['uno', 'dos', 'tres', 'hola'])
      expect(tab.thread().every(({ delivery }) => delivery === 'sent')).toBe(true)
    }
  })

  it('make one visitor and one chat of two first messages at the same instant', async () => {
    const { browser, stored } = await arrange(2)
    const [first, second] = browser.tabs
    first?.client.send({ content: 'uno' })
    second?.client.send({ content: 'dos' })
    await browser.calm(2)
    expect(stored().toSorted()).toEqual(['dos', 'uno'])
    expect(first?.texts()).toEqual(second?.texts())
  })

  it('go on when the one that leads is closed, with what it had not sent yet', async () => {
    const { browser, online, stored } = await arrange(3)
    const [first, second] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(1)
    first?.client.send({ content: 'dos' })
    await browser.advance(1)
    second?.client.send({ content: 'tres' })
    await settled()
    first?.close()
    await browser.calm(2)
    expect(stored()).toEqual(['uno', 'dos', 'tres'])
    expect(second?.texts()).toEqual(['uno', 'dos', 'tres'])
    expect(online()).toBe(1)
  })

  it('take over from one that does not answer any more, within seconds', async () => {
    const { browser, stored } = await arrange(2)
    const [first, second] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(1)
    // Its page hangs: it holds the lock, and hears nothing.
    first?.hang()
    second?.client.send({ content: 'dos' })
    await browser.advance(1_500)
    await browser.calm(2)
    expect(stored()).toEqual(['uno', 'dos'])
    expect(second?.client.state.get().rings).toBe(true)
  })

  it('keep what they show while another takes over', async () => {
    const { browser } = await arrange(2)
    const [first, second] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(1)
    const shown: (readonly string[])[] = []
    second?.client.state.subscribe(() => shown.push(second.texts()))
    first?.crash()
    await browser.calm(2)
    expect(shown.length).toBeGreaterThan(0)
    expect(new Set(shown.map((texts) => texts.join()))).toEqual(new Set(['uno']))
  })

  it('tell what came between two leaders', async () => {
    const { browser, store } = await arrange(2)
    const [first, second] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(1)
    first?.crash()
    store.append(marta, { content: 'hola', clientMessageId: 'm' })
    await browser.calm(2)
    expect(second?.texts()).toEqual(['uno', 'hola'])
  })

  it('lead on after being frozen, and follow whoever took over', async () => {
    const { browser, stored, online } = await arrange(2)
    const [first, second] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(1)
    first?.freeze()
    await browser.calm(1)
    second?.client.send({ content: 'dos' })
    await browser.calm(1)
    first?.resume()
    await browser.calm(1)
    first?.client.send({ content: 'tres' })
    await browser.calm(1)
    expect(stored()).toEqual(['uno', 'dos', 'tres'])
    expect(first?.texts()).toEqual(['uno', 'dos', 'tres'])
    expect(online()).toBe(1)
  })

  it('know the same of what was read', async () => {
    const { browser, store } = await arrange(2)
    const [first, second] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(1)
    store.append(marta, { content: 'hola', clientMessageId: 'm' })
    await browser.calm(1)
    const unread = () =>
      browser.tabs.map(({ client }) => [...client.state.get().chats.values()].at(-1)?.chat?.unreadCount)
    expect(unread()).toEqual([1, 1])
    const chatId = [...(second?.client.state.get().chats.keys() ?? [])][0]
    if (chatId !== undefined) second?.client.markAsRead(chatId)
    await browser.calm(1)
    expect(unread()).toEqual([0, 0])
    expect(first?.texts()).toEqual(['uno', 'hola'])
  })

  it('all forget what one is told to forget', async () => {
    const { browser } = await arrange(3)
    browser.tabs[1]?.client.send({ content: 'uno' })
    await browser.calm(1)
    browser.tabs[2]?.client.send({ content: 'dos' })
    browser.tabs[2]?.client.visitor.forget()
    await browser.calm(2)
    expect(browser.tokens.get()).toBeNull()
    expect(browser.kept.size).toBe(0)
    for (const tab of browser.tabs) {
      expect(tab.client.state.get().session.state).toBe('signed-out')
      expect(tab.texts()).toEqual([])
    }
  })

  it('are each alone where there are no locks, and still agree', async () => {
    const { browser, stored, online } = await arrange(2, { hasLocks: false })
    const [first, second] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(2)
    expect(stored()).toEqual(['uno'])
    expect(online()).toBe(1)
    expect(second?.client.state.get().rings).toBe(true)
  })
})

describe('the outbox', () => {
  it('sends what a page left unsent when it died, once, at the next visit', async () => {
    const { browser, stored } = await arrange(1)
    const [first] = browser.tabs
    first?.client.send({ content: 'uno' })
    first?.client.send({ content: 'dos' })
    await settled()
    first?.crash()
    expect(browser.kept.size).toBe(2)
    const next = browser.open()
    await browser.calm(3)
    expect(stored()).toEqual(['uno', 'dos'])
    expect(next.texts()).toEqual(['uno', 'dos'])
    expect(browser.kept.size).toBe(0)
  })

  it('leaves what another visitor of this computer wrote', async () => {
    const { browser, stored } = await arrange(1)
    const [first] = browser.tabs
    first?.client.send({ content: 'uno' })
    await browser.calm(1)
    first?.client.send({ content: 'secreto' })
    await settled()
    first?.crash()
    expect([...browser.kept.values()].map(({ content }) => content)).toEqual(['secreto'])
    // The shop signs its customer out by clearing the storage.
    browser.tokens.set(null)
    const next = browser.open()
    await browser.calm(2)
    expect(stored()).toEqual(['uno'])
    expect(next.texts()).toEqual([])
    expect(browser.kept.size).toBe(0)
  })

  it('loses nothing to a browser that keeps nothing, as long as a page is there', async () => {
    const { browser, stored } = await arrange(2, { isForgetful: true })
    const [first, second] = browser.tabs
    second?.client.send({ content: 'uno' })
    await settled()
    first?.crash()
    await browser.calm(3)
    expect(stored()).toEqual(['uno'])
  })
})
