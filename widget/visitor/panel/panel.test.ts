import { expect, html, waitUntil } from '@open-wc/testing'
import type { ClientState } from '../../core/state.ts'
import { sent } from '../../parts/message-list/thread.fixture.ts'
import { english, heard, inside, part } from '../../parts/part.fixture.ts'
import { CHAT_ID, chatView, createFakeClient, only, site } from '../fake-client.fixture.ts'
import { fire } from '../../parts/part-events.ts'
import './panel.ts'
import type { ChatPanel } from './panel.ts'

async function arrange(state: Partial<ClientState> = {}) {
  const fake = createFakeClient(state)
  const panel = await part<ChatPanel>(
    html`<chat-panel
      .l10n=${english}
      .client=${fake.client}
      .state=${fake.client.state.get()}
      .isShowing=${true}
    ></chat-panel>`,
  )
  panel.style.blockSize = '600px'
  fake.client.state.subscribe((next) => {
    panel.state = next
  })
  await panel.updateComplete
  return { panel, ...fake }
}

const talk = chatView({ thread: [sent(1, 'Marta'), sent(2, 'v')] })

describe('chat-panel', () => {
  // What one test leaves in the field is kept for the next page.
  beforeEach(() => localStorage.clear())

  it('is accessible before the first message', async () => {
    const { panel } = await arrange()
    await expect(panel).to.be.accessible()
  })

  it('is accessible with messages', async () => {
    const { panel } = await arrange({ chats: only(talk) })
    await expect(panel).to.be.accessible()
  })

  it('greets in the site’s own words, and asks in them for a message', async () => {
    const texts = { greeting: 'Welcome to the workshop', placeholder: 'Which table?' }
    const { panel } = await arrange({ site: { ...site, texts } })
    expect(inside(panel, '.greeting h3').innerText).to.equal('Welcome to the workshop')
    expect(inside(inside(panel, 'chat-composer'), 'textarea').getAttribute('placeholder')).to.equal(
      'Which table?',
    )
  })

  it('says when somebody will answer, only as far as it is known', async () => {
    const says = async (change: Partial<typeof site>) => {
      const { panel } = await arrange({ site: { ...site, ...change } })
      return inside(panel, '.who p').innerText
    }
    expect(await says({})).to.equal('Replies in ~2 min')
    const { expectedReplyMinutes: _, ...unmeasured } = site
    const { panel } = await arrange({ site: unmeasured })
    expect(inside(panel, '.who p').innerText).to.equal('Online')
    expect(await says({ online: false })).to.equal('Away right now')
  })

  it('sends the first message without a chat, and the next ones to it', async () => {
    const { panel, asked, set } = await arrange()
    fire(inside(panel, 'chat-composer'), 'chat-submit', { text: 'hola' })
    set({ chats: only(talk) })
    await panel.updateComplete
    fire(inside(panel, 'chat-composer'), 'chat-submit', { text: 'otra' })
    expect(asked).to.deep.equal([
      ['send', { content: 'hola' }],
      ['send', { chatId: CHAT_ID, content: 'otra' }],
    ])
  })

  it('leaves a text where it was written when the page objects', async () => {
    const { panel, asked } = await arrange()
    panel.addEventListener('chat-send', (event) => event.preventDefault(), { once: true })
    fire(inside(panel, 'chat-composer'), 'chat-submit', { text: 'palabrota' })
    expect(asked).to.deep.equal([])
    expect(panel.shadowRoot?.querySelector('chat-composer')?.value).to.equal('palabrota')
  })

  it('marks as read what is seen, and only while it is showing', async () => {
    const { panel, asked } = await arrange({ chats: only(talk) })
    const marks = () => asked.filter(([name]) => name === 'markAsRead').length
    const before = marks()
    fire(inside(panel, 'chat-message-list'), 'chat-seen', { seq: 2 })
    expect(marks()).to.equal(before + 1)
    panel.isShowing = false
    await panel.updateComplete
    fire(inside(panel, 'chat-message-list'), 'chat-seen', { seq: 3 })
    expect(marks()).to.equal(before + 1)
  })

  it('tries a failed message again', async () => {
    const { panel, asked } = await arrange({ chats: only(talk) })
    fire(inside(panel, 'chat-message-list'), 'chat-retry', { clientMessageId: 'a' })
    expect(asked).to.deep.include(['retry', CHAT_ID, 'a'])
  })

  it('gives a discarded text back to be changed', async () => {
    const { panel } = await arrange({ chats: only(talk) })
    fire(inside(panel, 'chat-message-list'), 'chat-discard', { clientMessageId: 'a' })
    expect(panel.shadowRoot?.querySelector('chat-composer')?.value).to.equal('the text')
  })

  it('offers to load again what did not load', async () => {
    const failure = { code: 'network', message: '' }
    const { panel, asked } = await arrange({
      chats: only(chatView({ history: { state: 'failed', failure } })),
    })
    inside(panel, '.failed .button').click()
    expect(asked).to.deep.include(['reload', CHAT_ID])
  })

  it('shows the end of a chat in the composer’s place, and the composer again when the chat is resumed', async () => {
    const { panel } = await arrange({ chats: only(chatView({ thread: talk.thread }, { status: 'CLOSED' })) })
    await waitUntil(() => panel.shadowRoot?.querySelector('chat-ended')?.shadowRoot)
    expect(inside(panel, '.compose').hidden).to.equal(true)
    await expect(panel).to.be.accessible()
    fire(inside(panel, 'chat-ended'), 'chat-resume', {})
    await panel.updateComplete
    expect(inside(panel, '.compose').hidden).to.equal(false)
    expect(inside(panel, '.closed').innerText).to.contain('Write to resume it')
    expect(panel.shadowRoot?.activeElement?.localName).to.equal('chat-composer')
  })

  it('shows the end once more when a resumed chat ends again', async () => {
    const closed = only(chatView({ thread: talk.thread }, { status: 'CLOSED' }))
    const { panel, set } = await arrange({ chats: closed })
    await waitUntil(() => panel.shadowRoot?.querySelector('chat-ended')?.shadowRoot)
    fire(inside(panel, 'chat-ended'), 'chat-resume', {})
    set({ chats: only(talk) })
    await panel.updateComplete
    set({ chats: closed })
    await panel.updateComplete
    expect(inside(panel, '.compose').hidden).to.equal(true)
  })

  it('asks first where the site does, and lets write afterwards', async () => {
    const preChat = { fields: [{ key: 'name' as const, isRequired: true }], consent: null }
    const { panel, set } = await arrange({ site: { ...site, preChat } })
    await waitUntil(() => panel.shadowRoot?.querySelector('chat-start-form')?.shadowRoot)
    expect(inside(panel, '.compose').hidden).to.equal(true)
    set({ session: { state: 'visitor', visitor: { visitorId: 'v' } as never } })
    fire(inside(panel, 'chat-start-form'), 'chat-started', {})
    await panel.updateComplete
    expect(inside(panel, '.compose').hidden).to.equal(false)
  })

  it('carries what was being written into the form of a site that closes, and back', async () => {
    const { panel, set } = await arrange()
    panel.prefill('Hola, qui')
    set({ site: { ...site, online: false, nextOpening: new Date(Date.now() + 3_600_000).toISOString() } })
    await waitUntil(() => panel.shadowRoot?.querySelector('chat-start-form')?.shadowRoot)
    const form = inside(panel, 'chat-start-form')
    expect(form.draft).to.equal('Hola, qui')
    fire(form, 'chat-draft', { text: 'Hola, quiero' })
    set({ site })
    await panel.updateComplete
    expect(panel.shadowRoot?.querySelector('chat-composer')?.value).to.equal('Hola, quiero')
  })

  it('brings its menu when it is asked for, open', async () => {
    const { panel } = await arrange()
    inside(panel, '.options').click()
    await waitUntil(() =>
      panel.shadowRoot
        ?.querySelector('chat-visitor-menu')
        ?.shadowRoot?.querySelector('chat-menu')
        ?.shadowRoot?.querySelector('[role=menu]'),
    )
  })

  it('announces a lost connection once, whatever the countdown does', async () => {
    const { panel, set } = await arrange()
    set({ connection: { state: 'reconnecting', retryAt: Date.now() + 4_000 } })
    await panel.updateComplete
    const status = inside(panel, '.sr[role=status]')
    const node = status.firstChild
    const text = status.innerText
    set({ connection: { state: 'reconnecting', retryAt: null } })
    await panel.updateComplete
    expect([status.firstChild, status.innerText]).to.deep.equal([node, text])
    expect(text).to.equal('No connection.')
  })

  it('asks to be minimized', async () => {
    const { panel } = await arrange()
    const asked = heard(panel, 'chat-minimize')
    inside(panel, '.minimize').click()
    await asked
  })
})
