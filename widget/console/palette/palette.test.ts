import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { Chat } from '#shared/chat.ts'
import type { MacroId } from '#shared/ids.ts'
import type { Macro } from '#shared/macro.ts'
import type { SearchHit } from '#shared/search.ts'
import { chat, fakeClient, inboxOf, joan, marta, visitor } from '../console.fixture.ts'
import { allInside, heard, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import type { PalettePage } from './command.ts'
import type { ChatPalette } from './palette.ts'
import './palette.ts'

const one = chat('1', { tags: ['mesas'], visitor: visitor('v', { name: 'Núria Ferrer' }) })
const hit: SearchHit = {
  messageId: one.lastMessage?.messageId ?? ('m' as SearchHit['messageId']),
  chatId: one.chatId,
  seq: 7,
  senderType: 'visitor',
  senderName: '',
  isInternal: false,
  sentAt: one.createdAt,
  excerpt: { text: '<b>la</b> factura de marzo', highlights: [{ start: 10, end: 17 }] },
  siteId: one.siteId,
  visitor: one.visitor,
  status: 'IN_PROGRESS',
}

const farewell: Macro = {
  macroId: 'f' as MacroId,
  name: 'Despedirse',
  actions: { reply: 'Gracias', addTags: ['resuelto'], snoozeMinutes: 60, assignee: 'me' },
  siteId: null,
  isShared: true,
  ownerId: marta.commercialId,
  updatedAt: '',
}

async function arrange(page: PalettePage = 'all', about: Chat | null = one) {
  const fake = fakeClient()
  fake.answer('GET /v2/tags', {
    tags: [
      { tag: 'garantía', count: 4 },
      { tag: 'mesas', count: 2 },
    ],
  })
  fake.answer('GET /v2/chats', { chats: [one], nextCursor: null, counts: inboxOf([]).counts })
  fake.answer('GET /v2/macros', { macros: [farewell] })
  fake.answer('GET /v2/messages/search', { hits: [hit], nextCursor: null })
  const palette = await themed<ChatPalette>(
    html`<chat-palette
      .client=${fake.client}
      .page=${page}
      .context=${{
        chat: about ?? undefined,
        team: [marta, joan],
        viewerId: marta.commercialId,
        counts: inboxOf([]).counts,
        hasSingleKeys: true,
        l10n: spanish,
      }}
    ></chat-palette>`,
  )
  return { fake, palette }
}

const field = (palette: ChatPalette) => inside(palette, 'input')
const offers = (palette: ChatPalette) => allInside(palette, '.option .label').map(textOf)

async function type(palette: ChatPalette, text: string): Promise<void> {
  field(palette).value = text
  field(palette).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  await palette.updateComplete
}

describe('chat-palette', () => {
  it('is accessible on every page, in light and dark', async () => {
    for (const page of ['all', 'search', 'tags', 'snooze', 'assign', 'macros'] as const) {
      const { palette } = await arrange(page)
      await expect(palette).to.be.accessible()
      palette.parentElement?.setAttribute('data-scheme', 'dark')
      await expect(palette).to.be.accessible()
    }
  })

  it('offers macros, and says what each does', async () => {
    const { palette } = await arrange('macros')
    await waitUntil(() => offers(palette).length === 1)
    expect(textOf(inside(palette, '.option'))).to.equal(
      'Despedirse contesta · +resuelto · asigna · pospone 60 min',
    )
    setTimeout(() => press(field(palette), 'Enter'))
    const { command } = await heard(palette, 'chat-command')
    expect(command).to.deep.equal({ kind: 'act', action: { kind: 'macro', macroId: 'f' } })
  })

  it('narrows down to what was written, whatever the accents, and does it with Enter', async () => {
    const { palette } = await arrange()
    await type(palette, 'asignar a jo')
    expect(offers(palette)).to.deep.equal(['Asignar a Joan Olmo'])
    setTimeout(() => press(field(palette), 'Enter'))
    expect((await heard(palette, 'chat-command')).command).to.deep.equal({
      kind: 'act',
      action: { kind: 'assign', to: 'joan' },
    })
  })

  it('does nothing by the Enter that confirms a word, and stays by the Escape that takes it back, also in Safari', async () => {
    const { palette } = await arrange()
    await type(palette, 'asignar a jo')
    const told: string[] = []
    for (const name of ['chat-command', 'chat-palette-close'])
      palette.addEventListener(name, () => told.push(name))
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
      press(field(palette), 'Enter', init)
      press(field(palette), 'Escape', init)
    }
    expect(told).to.deep.equal([])
  })

  it('goes round with the arrows, and says which offer is marked', async () => {
    const { palette } = await arrange('snooze')
    press(field(palette), 'ArrowUp')
    await palette.updateComplete
    const last = allInside(palette, '.option').at(-1)
    expect(last?.ariaSelected).to.equal('true')
    expect(field(palette).getAttribute('aria-activedescendant')).to.equal(last?.id)
  })

  it('finds people and messages, with what was found marked as text', async () => {
    const { fake, palette } = await arrange('search')
    await type(palette, 'factura')
    await waitUntil(() => offers(palette).length === 2)
    expect(fake.asked).to.deep.include([
      'GET /v2/messages/search',
      { query: { keyword: 'factura', limit: '12' } },
    ])
    expect(offers(palette)).to.deep.equal(['Núria Ferrer', 'Núria Ferrer: <b>la</b> factura de marzo'])
    expect(allInside(palette, 'mark').map(textOf)).to.deep.equal(['factura'])
    expect(allInside(palette, '.option b')).to.deep.equal([])
    press(field(palette), 'ArrowDown')
    setTimeout(() => press(field(palette), 'Enter'))
    expect((await heard(palette, 'chat-command')).command).to.deep.equal({
      kind: 'chat',
      chatId: '1',
      seq: 7,
    })
  })

  it('puts tags on and takes them off without leaving, and makes new ones', async () => {
    const { palette } = await arrange('tags')
    await waitUntil(() => offers(palette).length === 2)
    expect(offers(palette)).to.deep.equal(['mesas', 'garantía'])
    await type(palette, 'Garantia')
    expect(offers(palette)).to.deep.equal(['garantía', 'Etiqueta nueva “garantia”'])
    setTimeout(() => press(field(palette), 'Enter'))
    expect((await heard(palette, 'chat-command')).command).to.deep.equal({
      kind: 'act',
      action: { kind: 'tag', tags: ['mesas', 'garantía'] },
    })
    expect(inside(palette, 'dialog').open).to.equal(true)
    await palette.updateComplete
    setTimeout(() => press(field(palette), 'Enter'))
    expect((await heard(palette, 'chat-command')).command).to.deep.equal({
      kind: 'act',
      action: { kind: 'tag', tags: [] },
    })
  })

  it('brings a chat that was put off back first of all', async () => {
    const { palette } = await arrange('snooze', { ...one, snoozedUntil: '2027-01-01T09:00:00.000Z' })
    setTimeout(() => press(field(palette), 'Enter'))
    expect((await heard(palette, 'chat-command')).command).to.deep.equal({
      kind: 'act',
      action: { kind: 'snooze', until: null },
    })
  })

  it('says when nothing is found, once the answer is there', async () => {
    const { fake, palette } = await arrange('search')
    fake.answer('GET /v2/chats', { chats: [], nextCursor: null, counts: inboxOf([]).counts })
    fake.answer('GET /v2/messages/search', { hits: [], nextCursor: null })
    await type(palette, 'xyzzy')
    await waitUntil(() => allInside(palette, '.none').length === 1)
    expect(textOf(inside(palette, '.none'))).to.equal('No se ha encontrado nada.')
  })

  it('offers nothing about a chat where there is none', async () => {
    const { palette } = await arrange('all', null)
    expect(offers(palette)).to.include('Buscar en todo')
    expect(offers(palette)).not.to.include('Posponer')
  })

  it('ends with its dialog', async () => {
    const { palette } = await arrange()
    setTimeout(() => inside(palette, 'dialog').close())
    expect((await heard(palette, 'chat-palette-close')).type).to.equal('chat-palette-close')
  })
})
