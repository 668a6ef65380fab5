import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { Chat } from '#shared/chat.ts'
import { emptyDesk } from '../../core/desk.ts'
import type { ClientState } from '../../core/state.ts'
import {
  chat,
  fakeClient,
  inboxOf,
  joan,
  marta,
  message,
  site,
  viewOf,
  viewsOf,
  visitor,
  type FakeClient,
} from '../console.fixture.ts'
import { allInside, heard, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatList } from './chat-list.ts'
import './chat-list.ts'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const named = (id: string, name: string, change: Partial<Chat> = {}) =>
  chat(id, { visitor: visitor(`v-${id}`, { name }), ...change })

const nuria = named('1', 'Núria Ferrer', { assignee: marta, unreadCount: 2 })
const tom = named('2', 'Tom Bradley', { waitingSince: minutesAgo(11), unreadCount: 1 })
const adrian = named('3', 'Adrián Ruiz', { assignee: joan, waitingSince: minutesAgo(4) })

async function arrange(state: Partial<ClientState> = { inbox: inboxOf([nuria, tom, adrian]) }) {
  const fake = fakeClient(state)
  const list = await themed<ChatList>(
    html`<chat-list
      .client=${fake.client}
      .l10n=${spanish}
      .viewerId=${marta.commercialId}
      .chatId=${'1'}
    ></chat-list>`,
  )
  return { fake, list }
}

const rows = (list: ChatList) => allInside<HTMLButtonElement>(list, '.row')
const names = (list: ChatList) => allInside(list, '.name').map(textOf)
const show = (fake: FakeClient, list: ChatList, state: Partial<ClientState>) => {
  fake.set(state)
  return list.updateComplete
}

describe('chat-list', () => {
  it('is accessible, full, loading, failed and empty', async () => {
    const { fake, list } = await arrange()
    await expect(list).to.be.accessible()
    await show(fake, list, { inbox: inboxOf([], { load: { state: 'loading' } }) })
    await expect(list).to.be.accessible()
    await show(fake, list, {
      inbox: inboxOf([], { load: { state: 'failed', failure: { code: 'network', message: '' } } }),
    })
    await expect(list).to.be.accessible()
    await show(fake, list, { inbox: inboxOf([]) })
    await expect(list).to.be.accessible()
  })

  it('tells of each chat who it is, what was said, whose it is, how long they wait and what is unread', async () => {
    const { list } = await arrange()
    const [first, second, third] = rows(list).map(textOf)
    expect(first).to.contain('Núria Ferrer').and.to.contain('Tú').and.to.contain('2 mensajes sin leer')
    expect(second).to.contain('sin respuesta 11 min').and.to.contain('1 mensaje sin leer')
    expect(third).to.contain('Joan Olmo').and.to.contain('espera 4 min')
    expect(allInside(list, '.chip.bad').map(textOf)).to.deep.equal(['sin respuesta 11 min'])
    expect(allInside(list, '.chip.warm').map(textOf)).to.deep.equal(['espera 4 min'])
  })

  it('shows what somebody has marked as unread, without a number', async () => {
    const { list } = await arrange({ inbox: inboxOf([adrian, { ...adrian, isMarkedUnread: true }]) })
    const [plain, marked] = rows(list)
    expect([plain, marked].map((row) => row?.classList.contains('unread'))).to.deep.equal([false, true])
    expect(rows(list).map(textOf)[1]).to.contain('Marcada como no leída')
    await expect(list).to.be.accessible()
  })

  it('marks the chat on screen', async () => {
    const { list } = await arrange()
    expect(rows(list).map((row) => row.getAttribute('aria-current'))).to.deep.equal(['true', null, null])
  })

  it('says that a visitor is writing, and that the last word was a note', async () => {
    const noted = named('4', 'Pau', { lastMessage: message('m', { isInternal: true, content: 'Ojo' }) })
    const typists = [{ userId: 'v-1', userType: 'visitor', userName: '' } as const]
    const { list } = await arrange({
      inbox: inboxOf([nuria, noted]),
      chats: viewsOf(viewOf(nuria, { typists })),
    })
    expect(textOf(rows(list)[0] ?? list)).to.contain('Escribiendo…')
    expect(textOf(rows(list)[1] ?? list)).to.contain('Nota.')
  })

  it('shows hostile names and texts as text', async () => {
    const hostile = named('x', '<img src=x onerror=alert(1)>', {
      lastMessage: message('m', { content: '<b>hola</b>' }),
    })
    const { list } = await arrange({ inbox: inboxOf([hostile]) })
    expect(names(list)).to.deep.equal(['<img src=x onerror=alert(1)>'])
    expect(allInside(list, 'img, .line b')).to.deep.equal([])
  })

  it('has a tab for each list, with its count, and shows another at a press or an arrow', async () => {
    const { fake, list } = await arrange()
    const tabs = allInside<HTMLButtonElement>(list, '[role="tab"]')
    expect(tabs.map(textOf)).to.deep.equal([
      'Mías 3',
      'Sin asignar 3',
      'Todas 18',
      'Pospuestas 0',
      'Cerradas 12',
    ])
    expect(tabs.map((tab) => tab.ariaSelected)).to.deep.equal(['true', 'false', 'false', 'false', 'false'])
    tabs[2]?.click()
    press(tabs[0] ?? list, 'ArrowRight')
    expect(fake.asked).to.deep.equal([
      ['showList', 'all'],
      ['showList', 'unassigned'],
    ])
    expect(list.shadowRoot?.activeElement?.id).to.equal('tab-unassigned')
  })

  it('opens a chat at a press', async () => {
    const { list } = await arrange()
    setTimeout(() => rows(list)[1]?.click())
    expect((await heard(list, 'chat-select')).chatId).to.equal('2')
  })

  it('is one stop for Tab, and moves between rows with the keyboard', async () => {
    const { list } = await arrange()
    expect(rows(list).map((row) => row.tabIndex)).to.deep.equal([0, -1, -1])
    rows(list)[0]?.focus()
    press(inside(list, '.row:focus'), 'j')
    await list.updateComplete
    expect(list.shadowRoot?.activeElement).to.equal(rows(list)[1])
    expect(rows(list).map((row) => row.tabIndex)).to.deep.equal([-1, 0, -1])
    press(inside(list, '.row:focus'), 'ArrowDown')
    press(inside(list, '.row:focus'), 'k')
    expect(list.shadowRoot?.activeElement).to.equal(rows(list)[1])
  })

  it('keeps the keyboard on the chat where it was when that chat moves', async () => {
    const { fake, list } = await arrange()
    rows(list)[2]?.focus()
    await show(fake, list, { inbox: inboxOf([adrian, nuria, tom]) })
    expect(list.shadowRoot?.activeElement).to.equal(rows(list)[0])
  })

  it('stands still while a row is pressed: the chat that was there is the one that opens', async () => {
    const { fake, list } = await arrange({ inbox: inboxOf([nuria, tom]) })
    rows(list)[0]?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
    await show(fake, list, { inbox: inboxOf([adrian, tom, nuria]) })
    expect(names(list)).to.deep.equal(['Núria Ferrer', 'Tom Bradley'])
    const opened = heard(list, 'chat-select')
    rows(list)[0]?.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }))
    rows(list)[0]?.click()
    expect((await opened).chatId).to.equal('1')
    await new Promise((resolve) => setTimeout(resolve))
    await list.updateComplete
    expect(names(list)).to.deep.equal(['Adrián Ruiz', 'Tom Bradley', 'Núria Ferrer'])
  })

  it('says that it failed, why, under which reference, and tries again', async () => {
    const failure = { code: 'not_ready', message: 'Inténtalo en un momento.', requestId: 'req-7' }
    const { fake, list } = await arrange({ inbox: inboxOf([], { load: { state: 'failed', failure } }) })
    const alert = inside(list, '[role="alert"]')
    expect(textOf(alert)).to.contain('Inténtalo en un momento.').and.to.contain('Ref. req-7')
    inside(list, '[role="alert"] button').click()
    expect(fake.asked).to.deep.equal([['showList', 'mine']])
  })

  it('says that all is answered, and leads to what nobody has taken', async () => {
    const { fake, list } = await arrange({ inbox: inboxOf([]) })
    inside(list, '.notice button').click()
    expect(fake.asked).to.deep.equal([['showList', 'unassigned']])
    await show(fake, list, {
      inbox: inboxOf([], { list: 'all', counts: { mine: 0, unassigned: 0, all: 0, closed: 4, snoozed: 0 } }),
    })
    expect(textOf(inside(list, '.notice h2'))).to.equal('Todo contestado')
  })

  it('leaves room for a first-run guide until the first chat has come', async () => {
    const { fake, list } = await arrange({
      inbox: inboxOf([], { counts: { mine: 0, unassigned: 0, all: 0, closed: 0, snoozed: 0 } }),
    })
    expect(allInside(list, 'slot[name="first-run"]').length).to.equal(1)
    await show(fake, list, { inbox: inboxOf([nuria]) })
    expect(allInside(list, 'slot[name="first-run"]').length).to.equal(0)
  })

  it('asks for the next page when there is one', async () => {
    const { fake, list } = await arrange({
      inbox: inboxOf([nuria], { hasMore: true, more: { state: 'loading' } }),
    })
    expect(fake.asked).to.deep.equal([])
    await show(fake, list, {
      inbox: inboxOf([nuria], {
        hasMore: true,
        more: { state: 'failed', failure: { code: 'network', message: '' } },
      }),
    })
    inside(inside(list, 'chat-load-more'), 'button').click()
    expect(fake.asked).to.deep.equal([['loadMore']])
  })

  it('says what the list is narrowed by, and takes each away by itself', async () => {
    const filter = { tag: 'mesas', assignee: joan.commercialId, status: 'PENDING', order: 'waiting' } as const
    const { fake, list } = await arrange({ inbox: inboxOf([nuria], { list: 'all', filter }) })
    await expect(list).to.be.accessible()
    expect(allInside(list, '.chips .chip').map(textOf)).to.deep.equal(['mesas', 'Joan Olmo', 'En espera'])
    const drop = inside(list, '.chips .chip button')
    expect(drop.ariaLabel).to.equal('Quitar el filtro “mesas”')
    drop.click()
    const { tag: _, ...rest } = filter
    expect(fake.asked).to.deep.include(['showList', 'all', rest])
    // Of one's own, who has them is no question.
    await show(fake, list, { inbox: inboxOf([nuria], { filter: { assignee: joan.commercialId } }) })
    expect(allInside(list, '.chips')).to.deep.equal([])
  })

  it('measures waiting against what the chat’s own site allows', async () => {
    const slow = {
      ...site('site-1'),
      routing: { mode: 'manual', maxChats: null, targetMinutes: 60 },
    } as const
    const { list } = await arrange({ inbox: inboxOf([tom]), desk: { ...emptyDesk, sites: [slow] } })
    expect(textOf(inside(list, '.flags .chip'))).to.equal('espera 11 min')
    expect(allInside(list, '.flags .bad, .flags .warm')).to.deep.equal([])
  })

  it('shows which visitors are there, and which colleagues look at a chat', async () => {
    const desk = {
      ...emptyDesk,
      present: new Set([tom.visitor.visitorId]),
      viewers: new Map([[tom.chatId, [marta, joan]]]),
    }
    const { list } = await arrange({ inbox: inboxOf([nuria, tom]), desk })
    await expect(list).to.be.accessible()
    expect(names(list)).to.deep.equal(['Núria Ferrer', 'Tom Bradley, En línea'])
    expect(allInside(list, '.viewers').map(textOf)).to.deep.equal(['También aquí: \u2068Joan Olmo\u2069JO'])
  })

  it('picks by a long press of a finger, then by taps, and opens nothing meanwhile', async () => {
    const { list } = await arrange()
    const touch = (index: number, name: string) =>
      rows(list)[index]?.dispatchEvent(
        new PointerEvent(name, {
          pointerType: 'touch',
          isPrimary: true,
          bubbles: true,
          composed: true,
          detail: 1,
        }),
      )
    const tap = (index: number) => ['pointerdown', 'pointerup', 'click'].map((name) => touch(index, name))
    const opened: string[] = []
    list.addEventListener('chat-select', ({ chatId }) => opened.push(chatId))
    const picked = () => list.picked.map(({ chatId }) => chatId)
    tap(0)
    touch(1, 'pointerdown')
    await waitUntil(() => picked().length > 0)
    await list.updateComplete
    // Not under the finger that is still down.
    expect(allInside(list, 'chat-bulk-bar')).to.deep.equal([])
    for (const name of ['pointerup', 'click']) touch(1, name)
    expect([opened, picked()]).to.deep.equal([['1'], ['2']])
    await waitUntil(() => allInside(list, 'chat-bulk-bar').length > 0)
    tap(2)
    tap(1)
    await list.updateComplete
    expect([opened, picked()]).to.deep.equal([['1'], ['3']])
    expect(textOf(inside(list, '[role="status"]'))).to.equal('1 elegida')
    tap(2)
    tap(0)
    expect(opened).to.deep.equal(['1', '1'])
  })

  it('takes a finger that moves on for scrolling', async () => {
    const { list } = await arrange()
    const row = rows(list)[0]
    const press = { pointerType: 'touch', isPrimary: true, bubbles: true, composed: true }
    row?.dispatchEvent(new PointerEvent('pointerdown', press))
    row?.dispatchEvent(new PointerEvent('pointermove', { ...press, clientY: 40 }))
    rows(list)[1]?.dispatchEvent(new PointerEvent('pointerdown', press))
    await waitUntil(() => list.picked.length > 0)
    expect(list.picked.map(({ chatId }) => chatId)).to.deep.equal(['2'])
  })

  it('picks rows by their boxes, and a range with Shift, and does one thing with all of them', async () => {
    const { fake, list } = await arrange()
    const boxes = () => allInside<HTMLInputElement>(list, '.pick input')
    boxes()[0]?.click()
    await list.updateComplete
    rows(list)[2]?.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }))
    await list.updateComplete
    expect(list.picked.map(({ chatId }) => chatId)).to.deep.equal(['1', '2', '3'])
    await expect(list).to.be.accessible()
    const bar = inside(list, 'chat-bulk-bar')
    expect(textOf(inside(bar, '.words'))).to.equal('3 elegidas')
    setTimeout(() => inside(bar, '[aria-label="Cerrar"]').click())
    expect((await heard(list, 'chat-bulk')).action).to.deep.equal({ kind: 'close' })
    // What has left the list is picked no more.
    await show(fake, list, { inbox: inboxOf([tom]) })
    expect(list.picked.map(({ chatId }) => chatId)).to.deep.equal(['2'])
    boxes()[0]?.click()
    await list.updateComplete
    expect(allInside(list, 'chat-bulk-bar')).to.deep.equal([])
  })
})
