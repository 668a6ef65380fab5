import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { emptyDesk } from '../../core/desk.ts'
import type { ChatView, ClientState } from '../../core/state.ts'
import {
  chat,
  fakeClient,
  inboxOf,
  joan,
  marta,
  sent,
  viewOf,
  viewsOf,
  visitor,
  type FakeClient,
} from '../console.fixture.ts'
import { ChatActionEvent, type WorkAction } from '../chat-header/chat-action.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatPane } from './chat-pane.ts'
import './chat-pane.ts'

const one = chat('1', { visitor: visitor('v1', { name: 'Núria Ferrer' }), assignee: marta })
const thread = [
  sent('m1', { chatId: one.chatId, seq: 1, content: 'Hola' }),
  sent('m2', {
    chatId: one.chatId,
    seq: 2,
    content: 'Ojo',
    isInternal: true,
    senderType: 'commercial',
    senderId: joan.commercialId,
    senderName: joan.name,
  }),
]

async function arrange(change: Partial<ChatView> = {}, state: Partial<ClientState> = {}) {
  const fake = fakeClient({ chats: viewsOf(viewOf(one, { thread, ...change })), ...state })
  const pane = await themed<ChatPane>(
    html`<chat-pane
      .client=${fake.client}
      .chatId=${one.chatId}
      .viewerId=${marta.commercialId}
      .l10n=${spanish}
    ></chat-pane>`,
  )
  fake.asked.length = 0
  return { fake, pane }
}

const list = (pane: ChatPane) => inside(pane, 'chat-message-list')

/** All but what the list asks for by being looked at. */
const askedOf = ({ asked }: FakeClient) => asked.filter(([method]) => method !== 'markAsRead')

/** The answer to a promise that has been asked for arrives within a few microtasks; the pane renders after it. */
async function act(pane: ChatPane, action: WorkAction): Promise<void> {
  inside(pane, 'chat-header').dispatchEvent(new ChatActionEvent(action))
  await new Promise((resolve) => setTimeout(resolve))
  await pane.updateComplete
}

function change(fake: FakeClient, next: Partial<Chat>): void {
  fake.set({ chats: viewsOf(viewOf({ ...one, ...next }, { thread })) })
}

describe('a chat that is marked as unread', () => {
  const marks = ({ asked }: FakeClient) => asked.filter(([method]) => method === 'markUnread')
  const marked: Chat = { ...one, isMarkedUnread: true }

  it('is not any more once it is opened, also where it becomes known only then', async () => {
    const fake = fakeClient({ chats: viewsOf(viewOf(one, { chat: null })) })
    const pane = await themed<ChatPane>(
      html`<chat-pane .client=${fake.client} .chatId=${one.chatId} .l10n=${spanish}></chat-pane>`,
    )
    expect(marks(fake)).to.deep.equal([])
    fake.set({ chats: viewsOf(viewOf(marked, { thread })) })
    await pane.updateComplete
    expect(marks(fake)).to.deep.equal([['markUnread', '1', false]])
  })

  it('stays so while it is on screen, until it is chosen once more', async () => {
    const { fake, pane } = await arrange()
    await act(pane, { kind: 'mark-unread' })
    change(fake, { isMarkedUnread: true })
    await pane.updateComplete
    expect(marks(fake)).to.deep.equal([['markUnread', '1', true]])
    pane.opened()
    await pane.updateComplete
    expect(marks(fake).at(-1)).to.deep.equal(['markUnread', '1', false])
  })
})

describe('chat-pane', () => {
  it('is accessible, with messages, loading, and failed', async () => {
    await expect((await arrange()).pane).to.be.accessible()
    await expect((await arrange({ thread: [], history: { state: 'loading' } })).pane).to.be.accessible()
    const failure = { code: 'network', message: '' }
    await expect(
      (await arrange({ thread: [], history: { state: 'failed', failure } })).pane,
    ).to.be.accessible()
  })

  it('watches the chat on screen for as long as it is there', async () => {
    const { fake, pane } = await arrange()
    pane.chatId = '2' as ChatId
    await pane.updateComplete
    const home = pane.parentElement
    pane.remove()
    home?.append(pane)
    await pane.updateComplete
    expect(fake.asked.filter(([method]) => method.endsWith('watch'))).to.deep.equal([
      ['unwatch', '1'],
      ['watch', '2'],
      ['unwatch', '2'],
      ['watch', '2'],
    ])
  })

  it('tells the team which chat is looked at, and none once it is off the screen', async () => {
    const { fake, pane } = await arrange()
    const looks = () => fake.asked.filter(([method]) => method === 'look').map(([, chatId]) => chatId)
    pane.chatId = '2' as ChatId
    await pane.updateComplete
    expect(looks()).to.deep.equal(['2'])
    pane.remove()
    expect(looks()).to.deep.equal(['2', null])
  })

  it('shows which colleagues look at the chat, and says when one is answering it', async () => {
    const viewers = new Map([[one.chatId, [marta, joan]]])
    const { fake, pane } = await arrange({}, { desk: { ...emptyDesk, viewers } })
    expect(textOf(inside(pane, '.company'))).to.contain('También aquí: \u2068Joan Olmo\u2069')
    await expect(pane).to.be.accessible()
    const typist = { userId: joan.commercialId, userType: 'commercial', userName: joan.name } as const
    fake.set({ chats: viewsOf(viewOf(one, { thread, typists: [typist] })) })
    await pane.updateComplete
    expect(textOf(inside(pane, '.company.writing'))).to.contain('Contestando ahora: \u2068Joan Olmo\u2069')
    // Said once: the thread's own three dots are the visitor's.
    expect(allInside(list(pane), '.typing')).to.deep.equal([])
  })

  it('shows what was said, and a note as a note', async () => {
    const { pane } = await arrange()
    expect(textOf(inside(list(pane), '.bubble'))).to.equal('Hola')
    expect(textOf(inside(inside(list(pane), 'chat-internal-note'), '.text'))).to.equal('Ojo')
  })

  it('knows from the list who it is with before the chat has been read', async () => {
    const { pane } = await arrange({}, { chats: new Map(), inbox: inboxOf([one]) })
    expect(textOf(inside(inside(pane, 'chat-header'), 'h2'))).to.contain('Núria Ferrer')
    expect(inside(pane, '.loading').getAttribute('aria-busy')).to.equal('true')
  })

  it('says that the history failed, and tries again', async () => {
    const failure = { code: 'not_ready', message: 'Inténtalo en un momento.' }
    const { fake, pane } = await arrange({ thread: [], history: { state: 'failed', failure } })
    inside(pane, '[role="alert"] button').click()
    expect(fake.asked).to.deep.include(['reload', '1'])
  })

  it('says that a chat is not there, and leads back', async () => {
    const failure = { code: 'chat_not_found', message: 'No' }
    const { pane } = await arrange({ thread: [], history: { state: 'failed', failure } })
    setTimeout(() => inside(pane, '.notice button').click())
    expect((await heard(pane, 'chat-action')).action.kind).to.equal('back')
  })

  it('marks as read what has been before a person’s eyes', async () => {
    const { fake, pane } = await arrange()
    list(pane).dispatchEvent(new Event('chat-seen'))
    expect(fake.asked).to.deep.include(['markAsRead', '1'])
  })

  it('marks nothing as read while the window merely shows, and what it showed once somebody is there', async () => {
    Object.defineProperty(document, 'hasFocus', { configurable: true, value: () => false })
    try {
      const { fake, pane } = await arrange()
      const marks = () => fake.asked.filter(([method]) => method === 'markAsRead')
      list(pane).dispatchEvent(new Event('chat-seen'))
      expect(marks()).to.deep.equal([])
      dispatchEvent(new WheelEvent('wheel'))
      expect(marks()).to.deep.equal([['markAsRead', '1']])
    } finally {
      Reflect.deleteProperty(document, 'hasFocus')
    }
  })

  it('assigns, closes and reopens', async () => {
    const { fake, pane } = await arrange()
    await act(pane, { kind: 'assign', to: 'joan' })
    await act(pane, { kind: 'close' })
    await act(pane, { kind: 'reopen' })
    expect(askedOf(fake)).to.deep.equal([
      ['assign', '1', 'joan'],
      ['closeChat', '1'],
      ['reopenChat', '1'],
    ])
  })

  it('claims only what nobody has taken, and goes on to the answer', async () => {
    const { fake, pane } = await arrange()
    await act(pane, { kind: 'claim' })
    expect(askedOf(fake)).to.deep.equal([['assign', '1', 'me', { ifUnassigned: true }]])
    expect(pane.shadowRoot?.activeElement?.localName).to.equal('chat-editor')
  })

  it('says who was first when somebody else took it', async () => {
    const { fake, pane } = await arrange()
    fake.refuse('assign', {
      code: 'already_assigned',
      message: 'No',
      body: { assignee: { name: 'Joan Olmo' } },
    })
    await act(pane, { kind: 'claim' })
    expect(textOf(inside(pane, '.strip'))).to.equal('\u2068Joan Olmo\u2069 la ha cogido antes.')
    inside(pane, '.strip button').click()
    await pane.updateComplete
    expect(allInside(pane, '.strip')).to.deep.equal([])
  })

  it('learns who was first from the news, where the answer did not say', async () => {
    const { fake, pane } = await arrange()
    change(fake, { assignee: null })
    fake.refuse('assign', { code: 'already_assigned', message: 'No' })
    await act(pane, { kind: 'claim' })
    expect(textOf(inside(pane, '.strip'))).to.equal('Alguien la ha cogido antes.')
    change(fake, { assignee: joan })
    await pane.updateComplete
    expect(textOf(inside(pane, '.strip'))).to.contain('Joan Olmo')
  })

  it('says that nothing came of it when the server does not answer', async () => {
    const { fake, pane } = await arrange()
    fake.refuse('closeChat', { code: 'network', message: '' })
    await act(pane, { kind: 'close' })
    expect(textOf(inside(pane, '.strip'))).to.contain('El servidor no ha contestado.')
  })

  it('puts a message that is given up back where it was written', async () => {
    const draft = {
      delivery: 'failed',
      clientMessageId: 'k1',
      chatId: one.chatId,
      senderId: marta.commercialId,
      senderType: 'commercial',
      senderName: marta.name,
      content: 'una nota',
      type: 'text',
      isInternal: true,
      sentAt: one.createdAt,
    } as const
    const { fake, pane } = await arrange({ thread: [...thread, draft] })
    list(pane).dispatchEvent(Object.assign(new Event('chat-discard'), { clientMessageId: 'k1' }))
    expect(fake.asked).to.deep.include(['discard', '1', 'k1'])
    expect(pane.drafts.modeOf(one.chatId)).to.equal('note')
    expect(pane.drafts.textOf(one.chatId, 'note')).to.equal('una nota')
  })

  it('asks for older messages and tries failed ones again', async () => {
    const { fake, pane } = await arrange()
    list(pane).dispatchEvent(new Event('chat-load-older'))
    list(pane).dispatchEvent(Object.assign(new Event('chat-retry'), { clientMessageId: 'k1' }))
    expect(fake.asked).to.deep.include(['loadOlder', '1']).and.to.deep.include(['retry', '1', 'k1'])
  })
})
