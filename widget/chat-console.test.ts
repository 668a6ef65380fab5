import { expect, fixture } from '@open-wc/testing'
import { html } from 'lit'
import type { ChatConsole } from './chat-console.ts'
import './chat-console.ts'
import type { ChatComposer } from './parts/composer/composer.ts'
import { chat, fakeClient, inboxOf, joan, marta, sent, viewOf, viewsOf } from './console/console.fixture.ts'
import { allInside, heard, inside, textOf } from './console/themed.fixture.ts'
import type { ClientState } from './core/state.ts'

const one = chat('1', { assignee: marta })
const work = {
  inbox: inboxOf([one]),
  chats: viewsOf(viewOf(one, { thread: [sent('m1', { chatId: one.chatId })] })),
}
const signedOut = (reason?: string): Partial<ClientState> => ({
  session: { state: 'signed-out', ...(reason === undefined ? {} : { reason }) },
})

async function arrange(state: Partial<ClientState> = work, change: Partial<ChatConsole> = {}) {
  const fake = fakeClient(state)
  const element = await fixture<ChatConsole>(
    html`<chat-console
      locale=${change.locale ?? 'es'}
      theme="light"
      .client=${fake.client}
      .routeMode=${change.routeMode ?? 'none'}
      .chatId=${change.chatId ?? null}
      .getToken=${change.getToken}
    ></chat-console>`,
  )
  element.style.blockSize = '600px'
  // Its words are on their way.
  while (allInside(element, '.theme').length === 0) await new Promise((resolve) => setTimeout(resolve))
  return { fake, element }
}

const settle = async (element: ChatConsole) => {
  await new Promise((resolve) => setTimeout(resolve))
  await element.updateComplete
}
/** Until the address has changed, and the console has followed. */
const travel = async (element: ChatConsole, go: () => void) => {
  const arrived = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }))
  go()
  await arrived
  await settle(element)
}
const composerOf = (element: ChatConsole): ChatComposer =>
  inside(inside(inside(inside(element, 'chat-console-desk'), 'chat-pane'), 'chat-editor'), 'chat-composer')

describe('chat-console', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search))

  it('is accessible: opening, at the door, at work, and with the session over', async () => {
    await expect((await arrange({ session: { state: 'unknown' } })).element).to.be.accessible()
    await expect((await arrange(signedOut())).element).to.be.accessible()
    const { fake, element } = await arrange()
    await expect(element).to.be.accessible()
    fake.set(signedOut('token_expired'))
    await settle(element)
    await expect(element).to.be.accessible()
  })

  it('finds out who is there as soon as it is on the page', async () => {
    const { fake } = await arrange({ session: { state: 'unknown' } })
    expect(fake.asked).to.deep.equal([['start']])
  })

  it('has a door no wider than its place', async () => {
    const { element } = await arrange(signedOut())
    element.style.inlineSize = '300px'
    const entrance = inside(element, 'chat-console-entrance')
    await settle(element)
    expect(entrance.getBoundingClientRect().right).to.be.at.most(element.getBoundingClientRect().right)
  })

  it('asks at the door, lets in, and tells the page', async () => {
    const { fake, element } = await arrange(signedOut())
    expect(allInside(element, 'chat-console-entrance').length).to.equal(1)
    const login = heard(element, 'console-login')
    fake.set({ session: { state: 'commercial', commercial: marta }, ...work })
    expect((await login).detail.commercial).to.equal(marta)
    await settle(element)
    expect(allInside(element, 'chat-console-desk').length).to.equal(1)
  })

  it('asks for the password over the work when a session ends, and loses nothing of it', async () => {
    const { fake, element } = await arrange(work, { chatId: one.chatId })
    const field = inside(composerOf(element), 'textarea')
    field.value = 'a medias'
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    const logout = heard(element, 'console-logout')
    fake.set(signedOut('token_expired'))
    expect((await logout).detail).to.deep.equal({ reason: 'token_expired' })
    await settle(element)
    expect(inside(element, 'dialog').matches(':modal')).to.equal(true)
    fake.set({ session: { state: 'commercial', commercial: marta } })
    await settle(element)
    expect(allInside(element, 'dialog')).to.deep.equal([])
    expect(composerOf(element).value).to.equal('a medias')
    expect(element.chatId).to.equal('1')
  })

  it('clears the desk for somebody else, and after whoever signs out', async () => {
    const { fake, element } = await arrange(work, { chatId: one.chatId })
    fake.set(signedOut('token_expired'))
    fake.set({ session: { state: 'commercial', commercial: joan } })
    await settle(element)
    expect(element.chatId).to.equal(null)
    const logout = heard(element, 'console-logout')
    fake.set(signedOut())
    expect((await logout).detail).to.deep.equal({})
    await settle(element)
    expect(allInside(element, 'chat-console-desk')).to.deep.equal([])
  })

  it('tells the page how many chats wait, and whenever that changes', async () => {
    const { fake, element } = await arrange()
    const unread = heard(element, 'console-unread')
    fake.set({ inbox: inboxOf([chat('2', { assignee: marta, unreadCount: 5 })]) })
    expect((await unread).detail).to.deep.equal({ count: 1 + 3 })
  })

  it('leaves the address and the title of a page that holds it alone', async () => {
    history.replaceState(null, '', '#chat=1')
    document.title = 'Back office'
    const { fake, element } = await arrange()
    fake.set({ inbox: inboxOf([chat('2', { assignee: marta, unreadCount: 5 })]) })
    await settle(element)
    expect(element.chatId).to.equal(null)
    expect(document.title).to.equal('Back office')
  })

  it('opens the chat that the address of its own page names, and follows it', async () => {
    history.replaceState(null, '', '#chat=1')
    const { element } = await arrange(work, { routeMode: 'hash' })
    expect(element.chatId).to.equal('1')
    const navigated = heard(element, 'console-navigate')
    location.hash = '#chat=2'
    expect((await navigated).detail.chatId).to.equal('2')
  })

  it('keeps the address on the chat, and "back" on the list', async () => {
    const { element } = await arrange(work, { routeMode: 'hash' })
    element.chatId = one.chatId
    await element.updateComplete
    expect(location.hash).to.equal('#chat=1')
    const navigated = heard(element, 'console-navigate')
    history.back()
    expect((await navigated).detail.chatId).to.equal(null)
  })

  it('leads to a message of the chat that is on screen already', async () => {
    history.replaceState(null, '', '#chat=1')
    const thread = [sent('m50', { chatId: one.chatId, seq: 50 })]
    const { fake, element } = await arrange(
      { ...work, chats: viewsOf(viewOf(one, { thread, hasOlder: true })) },
      { routeMode: 'hash' },
    )
    const readings = () => fake.asked.filter(([method]) => method === 'loadOlder').length
    for (const seq of [2, 1]) {
      const before = readings()
      await travel(element, () => void (location.hash = `#chat=1&seq=${seq}`))
      expect(readings()).to.be.greaterThan(before)
    }
  })

  it('shows the list that an address names which is typed, followed or gone back to', async () => {
    const { fake, element } = await arrange(work, { routeMode: 'hash' })
    const lists = () => fake.asked.filter(([method]) => method === 'showList').map(([, ...given]) => given)
    await travel(element, () => void (location.hash = '#list=closed&tag=mesas'))
    expect(lists()).to.deep.equal([['closed', { tag: 'mesas' }]])
    fake.set({ inbox: inboxOf([], { list: 'closed', filter: { tag: 'mesas' } }) })
    await travel(element, () => history.back())
    expect(lists().at(-1)).to.deep.equal(['mine', {}])
  })

  it('leaves the list alone where an address names a chat and no list, and where the console goes back by itself', async () => {
    const { fake, element } = await arrange(work, { routeMode: 'hash' })
    const wide = inboxOf([one], { list: 'all' })
    fake.set({ inbox: wide })
    await travel(element, () => void (location.hash = '#chat=1'))
    expect([element.chatId, location.hash]).to.deep.equal(['1', '#chat=1&list=all'])
    element.chatId = null
    await settle(element)
    element.chatId = one.chatId
    await element.updateComplete
    fake.set({ inbox: { ...wide, list: 'closed' } })
    await travel(element, () => void (element.chatId = null))
    expect(location.hash).to.equal('#list=closed')
    expect(fake.asked.some(([method]) => method === 'showList')).to.equal(false)
  })

  it('speaks the reader’s language on its own page, and the page’s on another', async () => {
    const { lang } = document.documentElement
    document.documentElement.lang = 'es'
    const guest = await arrange(signedOut(), { locale: '' })
    const own = await arrange(signedOut(), { locale: '', routeMode: 'hash' })
    await settle(own.element)
    const titleOf = ({ element }: { element: ChatConsole }) =>
      textOf(inside(inside(inside(element, 'chat-console-entrance'), 'chat-login-form'), 'h1'))
    expect(titleOf(guest)).to.equal('Hola de nuevo')
    expect(titleOf(own)).to.equal(navigator.language.startsWith('es') ? 'Hola de nuevo' : 'Welcome back')
    document.documentElement.lang = lang
  })

  it('counts in the title of its own page', async () => {
    document.title = 'Sobremesa'
    const { fake, element } = await arrange(work, { routeMode: 'hash' })
    fake.set({ inbox: inboxOf([chat('2', { assignee: marta, unreadCount: 5 })]) })
    expect(document.title).to.equal('(4) Sobremesa')
    element.remove()
    await settle(element)
    expect(document.title).to.equal('Sobremesa')
  })

  it('makes the first account from the link, and takes its token out of the address', async () => {
    history.replaceState(null, '', '#setup=k7Qm-2Xvd')
    const { element } = await arrange(signedOut(), { routeMode: 'hash' })
    const entrance = inside(element, 'chat-console-entrance')
    expect(allInside(entrance, 'chat-setup-form').length).to.equal(1)
    entrance.dispatchEvent(new Event('chat-entered'))
    expect(location.hash).to.equal('')
  })

  it('asks for no password where the back office brings the tokens', async () => {
    const { fake, element } = await arrange(signedOut('unauthenticated'), { getToken: async () => null })
    expect(allInside(element, 'chat-console-entrance')).to.deep.equal([])
    expect(textOf(inside(element, '.notice'))).to.contain('Entra otra vez en la página')
    inside(element, '.notice button').click()
    expect(fake.asked.filter(([method]) => method === 'start').length).to.equal(2)
  })

  it('lives on when it is moved within the page, and leaves a client that it was given to its giver', async () => {
    const { fake, element } = await arrange()
    const elsewhere = document.createElement('div')
    document.body.append(elsewhere)
    elsewhere.append(element)
    await settle(element)
    elsewhere.remove()
    await settle(element)
    expect(fake.asked.map(([method]) => method)).not.to.include('close')
  })
})
