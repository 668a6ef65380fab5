import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import type { ClientState } from '../core/state.ts'
import { fire } from '../parts/part-events.ts'
import { inside } from '../parts/part.fixture.ts'
import '../chat-widget.ts'
import type { ChatWidget } from '../chat-widget.ts'
import { chatView, createFakeClient, only, site } from './fake-client.fixture.ts'

async function arrange(state: Partial<ClientState> = {}, change: Partial<ChatWidget> = {}, slotted = html``) {
  localStorage.clear()
  const fake = createFakeClient(state)
  const widget = await fixture<ChatWidget>(
    html`<chat-widget locale="en" .client=${fake.client}>${slotted}</chat-widget>`,
  )
  Object.assign(widget, change)
  widget.open = true
  await widget.updateComplete
  const panel = inside(widget, 'chat-panel')
  const composer = () => inside(panel, 'chat-composer')
  await waitUntil(() =>
    panel.shadowRoot?.querySelector('chat-composer')?.shadowRoot?.querySelector('textarea'),
  )
  return { widget, panel, composer, ...fake }
}

const sendsOf = (asked: readonly unknown[][]) =>
  asked.filter(([name]) => name === 'send').map(([, what]) => what)

describe('what a page may set on the widget', () => {
  it('puts its own words in the field, and says anything else as it likes', async () => {
    const { composer, panel, widget } = await arrange({}, { placeholder: 'Which table?' })
    await widget.updateComplete
    expect(inside(composer(), 'textarea', HTMLTextAreaElement).placeholder).to.equal('Which table?')
    widget.strings = { greeting: 'Good evening' }
    await waitUntil(() => panel.shadowRoot?.querySelector('h3')?.textContent === 'Good evening')
    expect(inside(composer(), '.send').ariaLabel).to.equal('Send')
  })

  it('changes a message before it is sent', async () => {
    const { composer, asked, widget } = await arrange()
    widget.beforeSend = ({ content }) => ({ content: content.replace('4111 1111', '····') })
    await widget.updateComplete
    fire(composer(), 'chat-submit', { text: 'my card is 4111 1111' })
    expect(sendsOf(asked)).to.deep.equal([{ content: 'my card is ····' }])
  })

  it('keeps a message, which stays where it was written', async () => {
    const { composer, asked, widget } = await arrange()
    widget.beforeSend = () => false
    await widget.updateComplete
    fire(composer(), 'chat-submit', { text: 'no' })
    expect(sendsOf(asked)).to.deep.equal([])
    expect((composer() as HTMLElement & { value: string }).value).to.equal('no')
  })

  it('says who the visitor is', async () => {
    const { widget, asked } = await arrange()
    widget.user = { name: 'Núria Ferrer' }
    await waitUntil(() => asked.some(([name]) => name === 'describe'))
    expect(asked).to.deep.include(['describe', { name: 'Núria Ferrer' }])
  })

  it('hears an event once, or until it has heard enough', async () => {
    const { widget } = await arrange()
    const heard: string[] = []
    widget.once('close', () => heard.push('once'))
    const stop = widget.on('close', () => heard.push('on'))
    widget.close()
    widget.toggle()
    widget.close()
    stop()
    widget.toggle()
    widget.close()
    expect(heard).to.deep.equal(['once', 'on', 'on'])
  })

  it('is read: how the chat stands', async () => {
    const { widget } = await arrange({ chats: only(chatView()) })
    expect(widget.status).to.equal(widget.get().status)
    expect(widget.status).to.not.equal(null)
    expect((await arrange()).widget.status).to.equal(null)
  })

  it('hears of what the chat cannot put right', async () => {
    const { widget, client, set } = await arrange({ chats: only(chatView()) })
    const heard: unknown[] = []
    widget.on('error', ({ detail }) => heard.push(detail))
    const failure = { code: 'not_found', message: 'No such chat', requestId: 'r1' } as const
    set({ chats: only({ ...chatView(), history: { state: 'failed', failure } }) })
    set({ chats: only({ ...chatView(), history: { state: 'failed', failure } }) })
    expect(client.state.get().chats.size).to.equal(1)
    expect(heard).to.deep.equal([{ code: 'not_found', message: 'No such chat', ref: 'r1' }])
  })

  it('fills the places of the form', async () => {
    const closed = { ...site, online: false, nextOpening: new Date(Date.now() + 86_400_000).toISOString() }
    const { panel } = await arrange(
      { site: closed },
      {},
      html`<p slot="offline">We are at the fair.</p>
        <input slot="prechat-extra" name="order" aria-label="Order" />`,
    )
    await waitUntil(
      () => panel.shadowRoot?.querySelector('chat-start-form')?.shadowRoot?.querySelector('slot'),
      '',
      {
        timeout: 10_000,
      },
    )
    const form = inside(panel, 'chat-start-form')
    const placed = (name: string) =>
      inside(form, `slot[name="${name}"]`, HTMLSlotElement)
        .assignedElements({ flatten: true })
        .map(({ localName }) => localName)
    expect([placed('offline'), placed('prechat-extra')]).to.deep.equal([['p'], ['input']])
  })
})
