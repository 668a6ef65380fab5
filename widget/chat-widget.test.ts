import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing'
import type { ClientState } from './core/state.ts'
import { sent } from './parts/message-list/thread.fixture.ts'
import { heard, inside } from './parts/part.fixture.ts'
import { CHAT_ID, chatView, createFakeClient, only } from './visitor/fake-client.fixture.ts'
import { paintLauncher } from './visitor/launcher/paint-launcher.ts'
import './chat-widget.ts'
import type { ChatWidget } from './chat-widget.ts'

async function arrange(
  state: Partial<ClientState> = {},
  template?: (client: unknown) => ReturnType<typeof html>,
) {
  const fake = createFakeClient(state)
  const make = template ?? ((client) => html`<chat-widget locale="en" .client=${client}></chat-widget>`)
  const widget = await fixture<ChatWidget>(make(fake.client))
  await waitUntil(() => widget.shadowRoot?.querySelector('.launcher'), 'the launcher')
  const launcher = inside(widget, '.launcher')
  const panel = inside(widget, '.panel')
  const isShown = () => panel.matches(':popover-open')
  const click = async () => {
    launcher.click()
    await widget.updateComplete
    await inside(
      widget,
      'chat-panel',
      customElements.get('chat-panel') as typeof HTMLElement & (new () => Panel),
    ).updateComplete
  }
  return { widget, launcher, panel, isShown, click, ...fake }
}

type Panel = HTMLElement & { readonly updateComplete: Promise<boolean> }

const escape = () =>
  new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true })

describe('chat-widget', () => {
  it('is accessible, closed and open', async () => {
    const { widget, click } = await arrange({
      chats: only(chatView({ thread: [sent(1, 'Marta'), sent(2, 'v')] })),
    })
    await expect(widget).to.be.accessible()
    await click()
    await expect(widget).to.be.accessible()
  })

  it('opens in the top layer, and says so on the launcher', async () => {
    const { widget, launcher, isShown, click } = await arrange()
    expect([isShown(), launcher.ariaExpanded]).to.deep.equal([false, 'false'])
    await click()
    expect([isShown(), launcher.ariaExpanded, widget.open]).to.deep.equal([true, 'true', true])
  })

  it('puts its user where one writes, and back on the launcher with Escape', async () => {
    const { widget, launcher, panel, click } = await arrange()
    launcher.focus()
    await click()
    await waitUntil(() => widget.shadowRoot?.activeElement?.localName === 'chat-panel')
    panel.dispatchEvent(escape())
    await widget.updateComplete
    expect(widget.open).to.equal(false)
    expect(widget.shadowRoot?.activeElement).to.equal(launcher)
  })

  it('counts what waits in the digits of the region, and no further than 99', async () => {
    const { launcher, set } = await arrange(
      {},
      (client) => html`<chat-widget locale="ar-EG" .client=${client}></chat-widget>`,
    )
    const badge = async (unreadCount: number) => {
      set({ chats: only(chatView({}, { unreadCount })) })
      await aTimeout(0)
      return launcher.querySelector('.badge')?.textContent
    }
    expect([await badge(3), await badge(100)]).to.deep.equal(['٣', '٩٩+'])
  })

  it('keeps its Escape from the page', async () => {
    const { panel, click } = await arrange()
    await click()
    let isHeard = false
    const listen = () => {
      isHeard = true
    }
    window.addEventListener('keydown', listen)
    panel.dispatchEvent(escape())
    window.removeEventListener('keydown', listen)
    expect(isHeard).to.equal(false)
  })

  it('moves no focus when the page opens it', async () => {
    const { widget, isShown } = await arrange()
    const before = document.activeElement
    widget.open = true
    await widget.updateComplete
    expect(isShown()).to.equal(true)
    expect(document.activeElement).to.equal(before)
  })

  it('stays closed when the page objects', async () => {
    const { widget, click } = await arrange()
    widget.on('open', (event) => event.preventDefault())
    await click()
    expect(widget.open).to.equal(false)
  })

  it('tells what happens, across shadow roots', async () => {
    const { widget, set, click } = await arrange({ chats: only(chatView({ thread: [sent(1, 'Marta')] })) })
    const opened = heard(document.body, 'chat-open')
    await click()
    expect((await opened).detail).to.deep.equal({ trigger: 'user' })
    const message = heard(document.body, 'chat-message')
    set({ chats: only(chatView({ thread: [sent(1, 'Marta'), sent(2, 'Marta')] })) })
    expect((await message).detail.direction).to.equal('in')
    const status = heard(widget, 'chat-status')
    set({ chats: only(chatView({}, { status: 'CLOSED' })) })
    expect((await status).detail).to.deep.equal({ chatId: CHAT_ID, status: 'CLOSED' })
  })

  it('counts what waits on the launcher', async () => {
    const { widget, launcher, set } = await arrange()
    const told = heard(widget, 'chat-unread')
    set({ chats: only(chatView({}, { unreadCount: 2 })) })
    expect((await told).detail.count).to.equal(2)
    expect(launcher.ariaLabel).to.equal('Open the chat, 2 unread messages')
    expect(widget.getAttribute('unread')).to.equal('2')
  })

  it('watches the chat only while it is open', async () => {
    const { asked, click, launcher, widget } = await arrange({ chats: only(chatView()) })
    expect(asked).to.deep.equal([])
    await click()
    expect(asked).to.deep.equal([['watch', CHAT_ID]])
    launcher.click()
    await widget.updateComplete
    expect(asked.at(-1)).to.deep.equal(['unwatch', CHAT_ID])
  })

  it('prefills what the page suggests, and does not send it', async () => {
    const { widget, asked } = await arrange()
    await widget.openWith({ text: 'Hola, ' })
    const composer = inside(widget, 'chat-panel').shadowRoot?.querySelector('chat-composer')
    expect(composer?.value).to.equal('Hola, ')
    expect(asked).to.deep.equal([])
  })

  it('takes over the launcher that the script tag has painted', async () => {
    const widget = document.createElement('chat-widget')
    const painted = paintLauncher(widget.attachShadow({ mode: 'open' }))
    Object.assign(widget, { locale: 'en', client: createFakeClient().client })
    document.body.append(widget)
    painted.focus()
    await widget.updateComplete
    expect(inside(widget, '.launcher')).to.equal(painted)
    expect(widget.shadowRoot?.activeElement).to.equal(painted)
    expect(getComputedStyle(painted).position).to.equal('fixed')
    painted.click()
    expect(widget.open).to.equal(true)
    widget.stop()
  })

  it('keeps its draft and stays open when it is moved in the page', async () => {
    const { widget, isShown, click } = await arrange()
    await click()
    await widget.openWith({ text: 'abc' })
    const place = document.createElement('div')
    document.body.append(place)
    place.append(widget)
    await widget.updateComplete
    expect(isShown()).to.equal(true)
    place.remove()
  })

  it('puts itself back after the page’s body was swapped, if the script tag made it', async () => {
    const { widget } = await arrange(
      {},
      (client) => html`<chat-widget persistent locale="en" .client=${client}></chat-widget>`,
    )
    widget.remove()
    await waitUntil(() => widget.isConnected)
    widget.stop()
    expect(widget.isConnected).to.equal(false)
  })

  it('leaves the copy of itself that a router brings back', async () => {
    const { widget } = await arrange(
      {},
      (client) => html`<chat-widget persistent locale="en" .client=${client}></chat-widget>`,
    )
    const copy = widget.cloneNode(true) as ChatWidget
    document.body.append(copy)
    expect([widget.isConnected, copy.isConnected]).to.deep.equal([true, false])
    widget.stop()
  })
})
