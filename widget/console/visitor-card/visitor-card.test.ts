import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { Visitor } from '#shared/person.ts'
import { visitor } from '../console.fixture.ts'
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
    expect(facts.some((fact) => fact.startsWith('Su hora: Madrid · '))).to.equal(true)
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

  it('can be put away only where it lies over the chat', async () => {
    expect(allInside(await arrange(), 'button')).to.deep.equal([])
    const card = await arrange(full, true)
    setTimeout(() => inside(card, 'button').click())
    expect((await heard(card, 'chat-close-details')).type).to.equal('chat-close-details')
  })
})
