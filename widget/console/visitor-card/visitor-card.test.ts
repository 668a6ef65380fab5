import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { Visitor } from '#shared/person.ts'
import type { VisitorDetails } from '#shared/visitor.ts'
import { formatTime } from '../../i18n/format.ts'
import { chat, fakeClient, visitor } from '../console.fixture.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatVisitorCard } from './visitor-card.ts'
import './visitor-card.ts'

const full: Partial<Visitor> = {
  name: 'Núria Ferrer',
  email: 'nuria@ferrer.es',
  phone: '+34 600 123 218',
  locale: 'ca',
  timeZone: 'Europe/Madrid',
  page: { url: 'https://olmo.example/mesas', title: 'Mesas' },
  attributes: { Cesta: 'Albufera nogal', vip: true },
}
const arrange = (change: Partial<Visitor> = full, canClose = false) =>
  themed<ChatVisitorCard>(
    html`<chat-visitor-card
      .visitor=${visitor('0199-3f2a', change)}
      .l10n=${spanish}
      .canClose=${canClose}
    ></chat-visitor-card>`,
  )

const today = (minute: number, second: number) => {
  const at = new Date()
  at.setHours(9, minute, second, 0)
  return at.toISOString()
}
const trail: VisitorDetails['trail'] = [
  {
    kind: 'page',
    at: today(43, 40),
    url: 'https://olmo.example/mesas/albufera',
    title: 'Mesa Albufera',
  },
  { kind: 'event', at: today(43, 0), name: 'cesta', props: { total: 1480 } },
  {
    kind: 'page',
    at: today(42, 0),
    url: 'https://olmo.example/envios',
    title: 'Envíos',
    referrer: 'https://buscador.example/?q=mesa',
  },
]

async function arrangeDetails(change: Partial<Visitor> = full) {
  const fake = fakeClient()
  const nuria = visitor('0199-3f2a', change)
  const before = chat('before', { visitor: nuria, status: 'CLOSED', rating: { score: 5, ratedAt: '' } })
  const now = chat('now', { visitor: nuria, tags: ['mesas', 'presupuesto'] })
  fake.answer('GET /v2/visitors/:visitorId', {
    ...nuria,
    isOnline: true,
    isOnlooker: false,
    trail,
    chats: [now, before],
  })
  const card = await themed<ChatVisitorCard>(
    html`<chat-visitor-card
      .client=${fake.client}
      .visitor=${nuria}
      .chat=${now}
      .isPresent=${true}
      .l10n=${spanish}
    ></chat-visitor-card>`,
  )
  await waitUntil(() => allInside(card, '.trail li').length > 0)
  return { fake, card, nuria }
}

describe('chat-visitor-card, of somebody whose past is known', () => {
  it('is accessible', async () => {
    await expect((await arrangeDetails()).card).to.be.accessible()
    await expect(
      (await arrangeDetails({ ...full, blockedAt: '2026-11-25T09:00:00.000Z' })).card,
    ).to.be.accessible()
  })

  it('shows where they are, for how long they were elsewhere, from where they came and what they did', async () => {
    const { card } = await arrangeDetails()
    expect(allInside(card, '.trail li').map(textOf)).to.deep.equal([
      'Mesa Albufera ahora',
      `cestatotal: 1480 ${formatTime(spanish, today(43, 0))}`,
      'Envíos← buscador.example 1 min 40 s',
    ])
  })

  it('shows tags, and what was talked about before, to be opened', async () => {
    const { card } = await arrangeDetails()
    expect(allInside(card, '.chips .chip').slice(0, 2).map(textOf)).to.deep.equal(['mesas', 'presupuesto'])
    const past = allInside(card, '.past button')
    expect(past.map(textOf)[0]).to.contain('★ 5')
    setTimeout(() => past[0]?.click())
    expect((await heard(card, 'chat-command')).command).to.deep.equal({ kind: 'chat', chatId: 'before' })
  })

  it('blocks, and lets write again', async () => {
    const { fake, card } = await arrangeDetails()
    fake.answer('PATCH /v2/visitors/:visitorId', visitor('0199-3f2a'))
    const press = (at: ChatVisitorCard) => action(at, /Bloquear|Dejar que escriba/).click()
    press(card)
    const params = { visitorId: '0199-3f2a' }
    await waitUntil(() => fake.asked.some(([name]) => name === 'PATCH /v2/visitors/:visitorId'))
    expect(fake.asked).to.deep.include([
      'PATCH /v2/visitors/:visitorId',
      { params, body: { isBlocked: true } },
    ])
    const blocked = await arrangeDetails({ ...full, blockedAt: '2026-11-25T09:00:00.000Z' })
    press(blocked.card)
    expect(blocked.fake.asked).to.deep.include([
      'PATCH /v2/visitors/:visitorId',
      { params, body: { isBlocked: false } },
    ])
  })

  it('says what could not be done', async () => {
    const { card } = await arrangeDetails()
    action(card, /Bloquear/).click()
    await waitUntil(() => textOf(inside(card, '.problem')) !== '')
  })

  it('asks for the dialogs that change, merge and erase', async () => {
    const { card } = await arrangeDetails()
    for (const [name, mode] of [
      [/Cambiar/, 'edit'],
      [/Fusionar/, 'merge'],
      [/Borrar/, 'erase'],
    ] as const) {
      setTimeout(() => action(card, name).click())
      expect((await heard(card, 'chat-wanted-dialog')).mode).to.equal(mode)
    }
  })
})

/** What can be done with the visitor, by its name. */
function action(card: ChatVisitorCard, name: RegExp): HTMLElement {
  const found = allInside(card, '.actions button').find((button) => name.test(textOf(button)))
  if (found === undefined) throw new Error(`No action ${String(name)}`)
  return found
}

describe('chat-visitor-card', () => {
  it('is accessible, full and nearly empty', async () => {
    await expect(await arrange(full, true)).to.be.accessible()
    await expect(await arrange({})).to.be.accessible()
  })

  it('tells what is known', async () => {
    const card = await arrange()
    const facts = allInside(card, '.facts li').map(textOf)
    expect(facts).to.include('Correo: nuria@ferrer.es')
    expect(facts).to.include('Idioma: Catalán')
    expect(facts.some((fact) => fact.startsWith('Su hora: Madrid, España · '))).to.equal(true)
    expect(allInside(card, 'dt, dd').map(textOf)).to.deep.equal(['Cesta', 'Albufera nogal', 'vip', 'sí'])
  })

  it('says whether anybody has vouched for it, and nothing when there is nothing to doubt', async () => {
    expect(textOf(inside(await arrange({ ...full, isVerified: true }), '.chip'))).to.equal(
      'Identidad verificada',
    )
    const unverified = await arrange()
    expect(textOf(inside(unverified, '.chip'))).to.equal('Sin verificar')
    expect(allInside(unverified, 'h3').map(textOf)).to.include('Datos de tu web, sin verificar')
    expect(allInside(await arrange({}), '.chip')).to.deep.equal([])
  })

  it('calls a nameless visitor by the end of their id', async () => {
    expect(textOf(inside(await arrange({}), 'h2'))).to.equal('Visitante 3F2A')
  })

  it('takes hostile details for text, and follows no address that is not one', async () => {
    const card = await arrange({
      name: '<img src=x onerror=alert(1)>',
      email: 'a@b.es?bcc=c@d.es',
      phone: 'javascript:alert(1)',
      page: { url: 'javascript:alert(1)', title: '<script>' },
      attributes: { '<b>k</b>': '<img src=x>' },
    })
    expect(allInside(card, 'img, script, b')).to.deep.equal([])
    expect(allInside<HTMLAnchorElement>(card, 'a').map(({ href }) => href)).to.deep.equal([
      'mailto:a%40b.es%3Fbcc%3Dc%40d.es',
    ])
  })

  it('of somebody who has only looked says so, and offers nothing to change or erase', async () => {
    const fake = fakeClient()
    const card = await themed<ChatVisitorCard>(
      html`<chat-visitor-card
        .client=${fake.client}
        .visitor=${visitor('0199-3f2a')}
        .isOnlooker=${true}
        .l10n=${spanish}
      ></chat-visitor-card>`,
    )
    await expect(card).to.be.accessible()
    expect(textOf(inside(card, '.chip'))).to.equal('Aún no ha escrito')
    expect(allInside(card, '.actions')).to.deep.equal([])
  })

  it('can be put away only where it lies over the chat', async () => {
    expect(allInside(await arrange(), 'button')).to.deep.equal([])
    const card = await arrange(full, true)
    setTimeout(() => inside(card, 'button').click())
    expect((await heard(card, 'chat-close-details')).type).to.equal('chat-close-details')
  })
})
