import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { Webhook } from '#shared/webhook.ts'
import { ApiError } from '../../core/api-error.ts'
import { emptyDesk } from '../../core/desk.ts'
import type { ClientState } from '../../core/state.ts'
import { chat, fakeClient, inboxOf, marta, sent, viewOf, viewsOf, visitor } from '../console.fixture.ts'
import { allInside, heard, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatConsoleDesk } from './console-desk.ts'
import './console-desk.ts'

const one = chat('1', { visitor: visitor('v1', { name: 'Núria Ferrer' }), assignee: marta })
const two = chat('2', { visitor: visitor('v2', { name: 'Tom Bradley' }), assignee: marta })
const WIDTHS = { wide: 1300, drawer: 900, phone: 390 } as const

interface Arrangement {
  readonly layout?: keyof typeof WIDTHS
  readonly chatId?: string | null
  readonly state?: Partial<ClientState>
}

async function arrange({ layout = 'wide', chatId = null, state = {} }: Arrangement = {}) {
  const fake = fakeClient({
    inbox: inboxOf([one, two]),
    chats: viewsOf(viewOf(one, { thread: [sent('m1', { chatId: one.chatId })] })),
    ...state,
  })
  const desk = await themed<ChatConsoleDesk>(
    html`<chat-console-desk
      .client=${fake.client}
      .commercial=${marta}
      .chatId=${chatId}
      .l10n=${spanish}
      .apiUrl=${'https://chat.olmo.example'}
    ></chat-console-desk>`,
  )
  desk.style.inlineSize = `${WIDTHS[layout]}px`
  desk.style.blockSize = '600px'
  await shape(desk, layout)
  return { fake, desk }
}

/** The browser tells of a size at its next frame. */
async function shape(desk: ChatConsoleDesk, layout: string): Promise<void> {
  while (!inside(desk, '.desk').classList.contains(layout)) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    await desk.updateComplete
  }
}

/** What the keyboard is on, through every shadow. */
function focused(): Element | null {
  let element = document.activeElement
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
  return element
}

const settle = async (desk: ChatConsoleDesk) => {
  await new Promise((resolve) => setTimeout(resolve))
  await desk.updateComplete
}
const rows = (desk: ChatConsoleDesk) => allInside<HTMLButtonElement>(inside(desk, 'chat-list'), '.row')
const header = (desk: ChatConsoleDesk) => inside(inside(desk, 'chat-pane'), 'chat-header')

describe('chat-console-desk', () => {
  for (const layout of ['wide', 'drawer', 'phone'] as const) {
    it(`is accessible (${layout})`, async () => {
      await expect((await arrange({ layout, chatId: '1' })).desk).to.be.accessible()
      await expect((await arrange({ layout })).desk).to.be.accessible()
    })
  }

  it('says which webhook was stopped, until that is put away', async () => {
    const stoppedWebhook = { webhookId: 'w1', url: 'https://crm.example/in' } as Webhook
    const { fake, desk } = await arrange()
    fake.set({ desk: { ...emptyDesk, stoppedWebhook } })
    await settle(desk)
    expect(textOf(inside(desk, '.strip'))).to.contain('https://crm.example/in')
    inside(desk, '.strip button').click()
    await settle(desk)
    expect(allInside(desk, '.strip')).to.deep.equal([])
  })

  it('opens the chosen chat, and goes to where one writes', async () => {
    const { desk } = await arrange()
    const navigated = heard(desk, 'chat-navigate')
    rows(desk)[0]?.click()
    expect((await navigated).chatId).to.equal('1')
    await settle(desk)
    expect(focused()?.localName).to.equal('textarea')
    expect(allInside(desk, 'chat-visitor-card').length).to.equal(1)
  })

  it('goes to the name on a phone, so that no keyboard covers the chat', async () => {
    const { desk } = await arrange({ layout: 'phone' })
    rows(desk)[0]?.click()
    await settle(desk)
    expect(focused()?.localName).to.equal('h2')
  })

  it('steps back to the row it came from', async () => {
    const { desk } = await arrange({ layout: 'phone', chatId: '1' })
    const navigated = heard(desk, 'chat-navigate')
    inside(header(desk), '.back').click()
    expect((await navigated).chatId).to.equal(null)
    await settle(desk)
    expect(focused()).to.equal(rows(desk)[0])
  })

  it('goes from the chat to the list at Escape, and keeps the chat on screen where there is room', async () => {
    const { desk } = await arrange({ chatId: '1' })
    press(inside(desk, 'chat-pane'), 'Escape')
    await settle(desk)
    expect(focused()).to.equal(rows(desk)[0])
    expect(desk.chatId).to.equal('1')
  })

  it('shows the details in a drawer, and puts them away with the focus where it was', async () => {
    const { desk } = await arrange({ layout: 'drawer', chatId: '1' })
    expect(allInside(desk, 'chat-visitor-card')).to.deep.equal([])
    const toggle = inside(header(desk), '.details')
    toggle.click()
    await settle(desk)
    expect(toggle.ariaExpanded).to.equal('true')
    press(inside(desk, 'chat-visitor-card'), 'Escape')
    await settle(desk)
    expect(allInside(desk, 'chat-visitor-card')).to.deep.equal([])
    expect(focused()).to.equal(toggle)
  })

  it('says that the connection is lost, in words once and not every second', async () => {
    const { fake, desk } = await arrange({
      state: { connection: { state: 'reconnecting', retryAt: Date.now() + 60_000 } },
    })
    expect(textOf(inside(desk, '.work > [role="status"]'))).to.equal('Sin conexión.')
    inside(desk, '.banner button').click()
    expect(fake.asked).to.deep.include(['connectNow'])
  })

  it('guides whoever has had no chat yet', async () => {
    const inbox = inboxOf([], { counts: { mine: 0, unassigned: 0, all: 0, closed: 0, snoozed: 0 } })
    expect(allInside((await arrange({ state: { inbox } })).desk, 'chat-first-run').length).to.equal(1)
    const phone = await arrange({ layout: 'phone', state: { inbox } })
    expect(inside(phone.desk, 'chat-first-run[slot="first-run"]').checkVisibility()).to.equal(true)
  })

  it('passes on what is not about the screen', async () => {
    const { desk } = await arrange()
    const menu = allInside(inside(desk, 'chat-console-rail'), 'chat-menu')[1]
    if (menu === undefined) throw new Error('No account menu')
    inside(menu, 'button').click()
    await settle(desk)
    setTimeout(() => inside(menu, '[data-label="Cerrar sesión"]').click())
    expect((await heard(desk, 'chat-rail')).choice).to.deep.equal({ kind: 'sign-out' })
  })

  it('acts on the chat that the keyboard is on with single keys, and only from the list', async () => {
    const { fake, desk } = await arrange({ chatId: '1' })
    rows(desk)[1]?.focus()
    press(rows(desk)[1] ?? desk, 'e')
    await settle(desk)
    expect(fake.asked).to.deep.include(['closeChat', '2'])
    press(inside(desk, 'chat-pane'), 'e')
    await settle(desk)
    expect(fake.asked.filter(([method]) => method === 'closeChat')).to.have.length(1)
  })

  it('hears no single keys once they are turned off', async () => {
    const { fake, desk } = await arrange()
    desk.hasSingleKeys = false
    rows(desk)[0]?.focus()
    press(rows(desk)[0] ?? desk, 'e')
    await settle(desk)
    expect(fake.asked.filter(([method]) => method === 'closeChat')).to.deep.equal([])
  })

  it('opens the palette with Ctrl+K, for the chat on screen, and does what is chosen there', async () => {
    const { fake, desk } = await arrange({ chatId: '1' })
    press(inside(desk, 'chat-pane'), 'k', { ctrlKey: true })
    await waitUntil(() => allInside(desk, 'chat-palette').length === 1)
    const palette = inside(desk, 'chat-palette')
    await palette.updateComplete
    const field = inside(palette, 'input')
    field.value = 'cerrar la'
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    await palette.updateComplete
    press(field, 'Enter')
    await waitUntil(() => allInside(desk, 'chat-palette').length === 0)
    expect(fake.asked).to.deep.include(['closeChat', '1'])
  })

  it('loses no key that comes right after Escape has closed the palette', async () => {
    const { desk } = await arrange()
    rows(desk)[0]?.focus()
    press(rows(desk)[0] ?? desk, 'l')
    await waitUntil(() => allInside(desk, 'chat-palette').length === 1)
    const tags = inside(desk, 'chat-palette')
    await tags.updateComplete
    press(inside(tags, 'input'), 'Escape')
    await desk.updateComplete
    expect(focused()).to.equal(rows(desk)[0])
    press(rows(desk)[0] ?? desk, 'z')
    await settle(desk)
    await settle(desk)
    const palette = inside(desk, 'chat-palette')
    expect(palette).not.to.equal(tags)
    expect(palette.page).to.equal('snooze')
  })

  it('loses no key that comes right after Escape has closed a dialog, either', async () => {
    const { desk } = await arrange()
    rows(desk)[0]?.focus()
    press(rows(desk)[0] ?? desk, 't')
    await waitUntil(() => allInside(desk, 'chat-hand-over').length === 1)
    const handOver = inside(desk, 'chat-hand-over')
    await handOver.updateComplete
    press(inside(handOver, 'select'), 'Escape')
    expect(focused()).to.equal(rows(desk)[0])
    press(rows(desk)[0] ?? desk, 't')
    await waitUntil(() => allInside(desk, 'chat-hand-over').some((dialog) => dialog !== handOver))
    const next = inside(desk, 'chat-hand-over')
    await next.updateComplete
    expect(inside(next, 'dialog').open).to.equal(true)
  })

  it('picks with X and does one thing with all that are picked, which can be undone', async () => {
    const { fake, desk } = await arrange()
    rows(desk)[0]?.focus()
    press(rows(desk)[0] ?? desk, 'x')
    press(rows(desk)[0] ?? desk, 'j')
    press(rows(desk)[1] ?? desk, 'x')
    await settle(desk)
    press(rows(desk)[1] ?? desk, 'e')
    await waitUntil(() => textOf(inside(desk, '.toasts')).includes('2 conversaciones cerradas'))
    expect(fake.asked.filter(([method]) => method === 'closeChat')).to.deep.equal([
      ['closeChat', '1'],
      ['closeChat', '2'],
    ])
    expect(allInside(inside(desk, 'chat-list'), 'chat-bulk-bar')).to.deep.equal([])
    inside(desk, '.toast button').click()
    await waitUntil(() => textOf(inside(desk, '.toasts')).includes('Deshecho en 2 conversaciones'))
    expect(fake.asked.filter(([method]) => method === 'reopenChat').length).to.equal(2)
  })

  it('asks for a tag for all that are picked, and drops the picks at Escape', async () => {
    const { fake, desk } = await arrange()
    rows(desk)[0]?.focus()
    press(rows(desk)[0] ?? desk, 'x')
    await settle(desk)
    press(rows(desk)[0] ?? desk, 'l')
    await waitUntil(() => allInside(desk, 'chat-tag-dialog').length === 1)
    const dialog = inside(desk, 'chat-tag-dialog')
    await waitUntil(() => allInside(dialog, '#tag').length === 1)
    inside(dialog, '#tag', HTMLInputElement).value = ' Mesas  Grandes '
    inside(dialog, '.primary').click()
    await waitUntil(() => fake.asked.some(([method]) => method === 'setTags'))
    expect(fake.asked).to.deep.include(['setTags', '1', ['mesas grandes']])
    press(rows(desk)[1] ?? desk, 'x')
    rows(desk)[1]?.focus()
    press(rows(desk)[1] ?? desk, 'x')
    await settle(desk)
    press(rows(desk)[1] ?? desk, 'Escape')
    await settle(desk)
    expect(allInside(inside(desk, 'chat-list'), 'chat-bulk-bar')).to.deep.equal([])
  })

  it('says what could not be done', async () => {
    const { fake, desk } = await arrange()
    fake.refuse('closeChat', new ApiError(404, 'chat_not_found', { message: 'Ya no existe' }))
    rows(desk)[0]?.focus()
    press(rows(desk)[0] ?? desk, 'e')
    await waitUntil(() => textOf(inside(desk, '[role="alert"]')).includes('Ya no existe'))
  })
})
