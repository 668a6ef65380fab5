import { expect, html, waitUntil } from '@open-wc/testing'
import type { Visitor } from '#shared/person.ts'
import type { ClientState } from '../../core/state.ts'
import { english, inside, part } from '../../parts/part.fixture.ts'
import { createFakeClient, site } from '../fake-client.fixture.ts'
import '../panel/panel.ts'
import type { ChatPanel } from '../panel/panel.ts'

const KEY = 'sobremesa:test:draft'

async function arrange(features: Partial<typeof site.features> = {}, state: Partial<ClientState> = {}) {
  const fake = createFakeClient({ site: { ...site, features: { ...site.features, ...features } }, ...state })
  const panel = await part<ChatPanel>(
    html`<chat-panel
      .l10n=${english}
      .client=${fake.client}
      .state=${fake.client.state.get()}
      .draftKey=${KEY}
      .isShowing=${true}
    ></chat-panel>`,
  )
  fake.client.state.subscribe((next) => {
    panel.state = next
  })
  await waitUntil(() => panel.shadowRoot?.querySelector('.held'))
  const composer = inside(panel, 'chat-composer')
  const field = inside(composer, 'textarea', HTMLTextAreaElement)
  const write = async (text: string) => {
    field.value = text
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await panel.updateComplete
  }
  const press = async (key: string) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    await panel.updateComplete
  }
  const sent = () =>
    fake.asked
      .filter(([name]) => name === 'send')
      .map(([, message]) => (message as { content: string }).content)
  const bar = () => inside(panel, '.held')
  return { panel, composer, write, press, sent, bar, ...fake }
}

const kept = () => localStorage.getItem(KEY)

describe('what is written and not sent', () => {
  beforeEach(() => localStorage.clear())
  afterEach(() => localStorage.clear())

  it('is there again on the next page', async () => {
    const { write } = await arrange()
    await write('sobre la me')
    expect(kept()).to.equal('sobre la me')
    expect((await arrange()).composer.value).to.equal('sobre la me')
  })

  it('is not kept once it was sent', async () => {
    const { write, press, sent } = await arrange()
    await write('hola')
    await press('Enter')
    expect(sent()).to.deep.equal(['hola'])
    expect(kept()).to.equal(null)
  })

  it('is not kept where the site does not want it', async () => {
    const { write } = await arrange({ drafts: false, undoSendSeconds: 5 })
    await write('hola')
    expect(kept()).to.equal(null)
  })

  it('follows another tab, unless something else is written here', async () => {
    const { composer, write } = await arrange()
    const tell = (oldValue: string | null, newValue: string | null) =>
      window.dispatchEvent(new StorageEvent('storage', { key: KEY, oldValue, newValue }))
    tell(null, 'ho')
    expect(composer.value).to.equal('ho')
    tell('ho', null)
    expect(composer.value).to.equal('')
    await write('mine')
    tell('x', 'xy')
    expect(composer.value).to.equal('mine')
  })

  it('stays out of the way of whoever writes here, and is there once they come back', async () => {
    const { composer } = await arrange()
    const hasFocus = Object.assign(document, { hasFocus: () => true })
    composer.focus()
    localStorage.setItem(KEY, 'elsewhere')
    window.dispatchEvent(new StorageEvent('storage', { key: KEY, oldValue: null, newValue: 'elsewhere' }))
    expect(composer.value).to.equal('')
    window.dispatchEvent(new FocusEvent('focus'))
    expect(composer.value).to.equal('elsewhere')
    Reflect.deleteProperty(hasFocus, 'hasFocus')
  })

  it('is not taken up from elsewhere in the place of what is written here', async () => {
    const { composer, write } = await arrange()
    await write('mine')
    localStorage.setItem(KEY, 'elsewhere')
    window.dispatchEvent(new FocusEvent('focus'))
    expect(composer.value).to.equal('mine')
  })

  it('is gone when its author logs out, and stays when only their session has ended', async () => {
    const session = { state: 'visitor', visitor: { visitorId: 'v' } as Visitor } as const
    const { composer, write, set, panel } = await arrange({}, { session })
    await write('secret')
    set({ session: { state: 'signed-out', reason: 'invalid_token' } })
    await panel.updateComplete
    expect(composer.value).to.equal('secret')
    set({ session })
    await panel.updateComplete
    set({ session: { state: 'signed-out' } })
    await panel.updateComplete
    expect(composer.value).to.equal('')
    expect(kept()).to.equal(null)
  })

  it('works without storage', async () => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    try {
      const { write, press, sent } = await arrange({ undoSendSeconds: 5 })
      await write('hola')
      await press('Enter')
      expect(sent()).to.deep.equal([])
      // What cannot be kept is not left behind.
      window.dispatchEvent(new PageTransitionEvent('pagehide'))
      expect(sent()).to.deep.equal(['hola'])
    } finally {
      Storage.prototype.setItem = setItem
    }
  })
})

describe('a message that can be taken back', () => {
  beforeEach(() => localStorage.clear())
  afterEach(() => localStorage.clear())

  it('goes when its time is over', async () => {
    const { write, press, sent, bar } = await arrange({ undoSendSeconds: 1 })
    await write('hola')
    await press('Enter')
    expect(bar().innerText).to.match(/Sending… hola\s+Undo/)
    expect(sent()).to.deep.equal([])
    expect(kept()).to.equal('hola')
    await waitUntil(() => sent().length > 0, 'sent', { timeout: 3_000 })
    expect(kept()).to.equal(null)
  })

  it('comes back to where it was written, before what has been written since', async () => {
    const { composer, write, press, sent, bar, panel } = await arrange({ undoSendSeconds: 5 })
    await write('hola')
    await press('Enter')
    await write('y otra')
    bar().querySelector('button')?.click()
    await panel.updateComplete
    expect(composer.value).to.equal('hola\ny otra')
    expect(bar().innerText).to.equal('')
    expect(sent()).to.deep.equal([])
    expect(kept()).to.equal('hola\ny otra')
  })

  it('goes at once when the next one is sent', async () => {
    const { write, press, sent } = await arrange({ undoSendSeconds: 5 })
    await write('uno')
    await press('Enter')
    await write('dos')
    await press('Enter')
    expect(sent()).to.deep.equal(['uno'])
  })

  it('is a draft when the page is closed in time', async () => {
    const { write, press, sent } = await arrange({ undoSendSeconds: 5 })
    await write('hola')
    await press('Enter')
    window.dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(sent()).to.deep.equal([])
    expect(kept()).to.equal('hola')
  })

  it('is accessible', async () => {
    const { panel, write, press } = await arrange({ undoSendSeconds: 5 })
    await write('hola')
    await press('Enter')
    await expect(panel).to.be.accessible()
  })
})
