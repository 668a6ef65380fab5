import { expect, fixture } from '@open-wc/testing'
import { html, type TemplateResult } from 'lit'
import type { ChatWidget } from '../chat-widget.ts'
import '../chat-widget.ts'
import type { ChatClient } from '../core/chat-client.ts'
import { emptyState } from '../core/state.ts'
import { createStore } from '../core/store.ts'

/** A client to whom nothing has happened yet: all that a widget asks of it before the first message. */
function quietClient(): ChatClient {
  return {
    state: createStore(emptyState('visitor')),
    start: () => Promise.resolve(),
  } as unknown as ChatClient
}

async function arrange(content?: TemplateResult): Promise<{ widget: ChatWidget; panel: HTMLElement }> {
  const place = await fixture(
    html`<div>
      <chat-widget inline locale="en" .client=${quietClient()}>${content}</chat-widget>
    </div>`,
  )
  const widget = place.querySelector('chat-widget')
  if (widget === null) throw new Error('Nothing was rendered.')
  widget.style.blockSize = '400px'
  await widget.updateComplete
  const panel = widget.shadowRoot?.querySelector<HTMLElement>('[part=panel]')
  if (!panel) throw new Error('There is no panel.')
  return { widget, panel }
}

function words(widget: ChatWidget): string {
  return widget.shadowRoot?.querySelector('chat-panel')?.shadowRoot?.textContent ?? ''
}

describe('a widget in the page’s flow', () => {
  it('is accessible', async () => {
    await expect((await arrange()).widget).to.be.accessible()
  })

  it('fills its element', async () => {
    const { widget, panel } = await arrange()
    const { height, width } = widget.getBoundingClientRect()
    expect(panel.getBoundingClientRect()).to.include({ height, width })
    expect(height).to.equal(400)
  })

  it('is open, and stays open', async () => {
    const { widget, panel } = await arrange()
    widget.close()
    panel.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }))
    await widget.updateComplete
    expect(widget.open).to.equal(true)
    expect(panel.getBoundingClientRect().height).to.equal(400)
  })

  it('has no launcher, and nothing to minimize', async () => {
    const { widget } = await arrange()
    const panel = widget.shadowRoot?.querySelector('chat-panel')
    expect(panel?.shadowRoot?.querySelector('.minimize')).to.equal(null)
    const launcher = widget.shadowRoot?.querySelector<HTMLElement>('.launcher')
    expect(launcher?.offsetHeight ?? 0).to.equal(0)
  })
})

describe('the slots of a widget', () => {
  it('show what the panel says by itself while the page puts nothing in them', async () => {
    const { widget } = await arrange()
    const greeting = widget.shadowRoot?.querySelector('chat-panel')?.shadowRoot?.querySelector('h3')
    expect(greeting?.offsetHeight).to.be.greaterThan(0)
    expect(words(widget)).to.contain('Powered by')
  })

  it('show what the page puts in them instead', async () => {
    const { widget } = await arrange(html`<p slot="empty">Write something.</p>`)
    const own = widget.querySelector('p')
    const greeting = widget.shadowRoot?.querySelector('chat-panel')?.shadowRoot?.querySelector('h3')
    expect(own?.offsetHeight).to.be.greaterThan(0)
    expect(greeting?.offsetHeight).to.equal(0)
  })
})
