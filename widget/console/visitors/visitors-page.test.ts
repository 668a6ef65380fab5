import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { ChatId } from '#shared/ids.ts'
import { emptyDesk } from '../../core/desk.ts'
import { chat, fakeClient, marta, site, visitor } from '../console.fixture.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { BoardVisitor } from './board-reader.ts'
import type { ChatVisitorsPage } from './visitors-page.ts'
import './visitors-page.ts'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const looking: BoardVisitor = {
  ...visitor('looking', {
    timeZone: 'America/Bogota',
    page: { url: 'https://olmo.example/mesas', title: 'Mesas' },
  }),
  isOnline: true,
  isOnlooker: true,
  onlineSince: minutesAgo(5),
}
const talking: BoardVisitor = {
  ...visitor('talking', { name: '<b>Núria</b>', isVerified: true }),
  isOnline: true,
  isOnlooker: false,
  onlineSince: minutesAgo(12),
  openChatId: 'chat-1' as ChatId,
}

async function arrange(
  visitors: BoardVisitor[] = [looking, talking],
  desk = { ...emptyDesk, sites: [site('a')] },
) {
  const fake = fakeClient({ desk })
  fake.answer('GET /v2/visitors', { visitors, nextCursor: null })
  fake.answer('GET /v2/visitors/:visitorId', { ...talking, trail: [], chats: [] })
  const page = await themed<ChatVisitorsPage>(
    html`<chat-visitors-page
      .client=${fake.client}
      .commercial=${marta}
      .l10n=${spanish}
    ></chat-visitors-page>`,
  )
  page.style.blockSize = '600px'
  await waitUntil(() => allInside(page, 'li, .notice').length > 0)
  const asked = () => fake.asked.filter(([name]) => name === 'GET /v2/visitors').map(([, given]) => given)
  return { fake, page, asked }
}

const rows = (page: ChatVisitorsPage) => allInside(page, 'li')

describe('chat-visitors-page', () => {
  it('is accessible, full, with a card, and empty', async () => {
    const { page } = await arrange()
    await expect(page).to.be.accessible()
    allInside(page, '.who')[1]?.click()
    await page.updateComplete
    await expect(page).to.be.accessible()
    await expect((await arrange([])).page).to.be.accessible()
  })

  it('tells of each who they are, where they are, since when and from which country', async () => {
    const { page } = await arrange()
    const [first, second] = rows(page).map(textOf)
    expect(first).to.contain('Mesas').and.to.contain('lleva 5 min').and.to.contain('Colombia · ')
    expect(second).to.contain('<b>Núria</b>').and.to.contain('Identidad verificada')
    expect(textOf(inside(page, '.count'))).to.equal('2')
  })

  it('opens the chat of whoever has one, and writes first to who has none', async () => {
    const { fake, page } = await arrange()
    setTimeout(() => inside(page, '[title="Abrir la conversación con <b>Núria</b>"]').click())
    expect((await heard(page, 'chat-chosen')).chatId).to.equal('chat-1')
    allInside(page, 'li .primary')[0]?.click()
    await waitUntil(() => allInside(page, 'chat-start-dialog').length === 1)
    const dialog = inside(page, 'chat-start-dialog')
    await waitUntil(() => allInside(dialog, 'textarea').length === 1)
    await expect(page).to.be.accessible()
    fake.answer('POST /v2/chats', chat('begun'))
    inside(dialog, 'textarea').value = ' ¿Te ayudo? '
    setTimeout(() => inside(dialog, '.primary').click())
    expect((await heard(page, 'chat-chosen')).chatId).to.equal('begun')
    const [, given] = fake.asked.find(([name]) => name === 'POST /v2/chats') ?? []
    expect(given).to.have.nested.property('body.visitorId', 'looking')
    expect(given).to.have.nested.property('body.message.content', '¿Te ayudo?')
  })

  it('says who has not written yet, and to whom it is too late to write', async () => {
    const { fake, page } = await arrange()
    const [first, second] = rows(page).map(textOf)
    expect(first).to.contain('Aún no ha escrito')
    expect(second).not.to.contain('Aún no ha escrito')
    allInside(page, 'li .primary')[0]?.click()
    await waitUntil(() => allInside(page, 'chat-start-dialog').length === 1)
    const dialog = inside(page, 'chat-start-dialog')
    await waitUntil(() => allInside(dialog, 'textarea').length === 1)
    expect(textOf(inside(dialog, '.explained'))).to.contain('en unos segundos')
    fake.answer('GET /v2/visitors', { visitors: [talking], nextCursor: null })
    fake.set({ desk: { ...emptyDesk, present: new Set(['talking']) } })
    await waitUntil(() => textOf(inside(dialog, '[role="alert"]')) !== '')
    expect(textOf(inside(dialog, '[role="alert"]'))).to.contain('Ya se ha ido')
    expect(inside(dialog, '.primary', HTMLButtonElement).disabled).to.equal(true)
  })

  it('asks for those who are there now, for everybody, and for one site', async () => {
    const desk = { ...emptyDesk, sites: [site('a', { name: 'Tienda' }), site('b', { name: 'Taller' })] }
    const { page, asked } = await arrange(undefined, desk)
    expect(asked().at(-1)).to.deep.equal({ query: { limit: '100', online: 'true' } })
    allInside(page, '.segments button')[1]?.click()
    await page.updateComplete
    const select = inside(page, 'select')
    select.value = 'b'
    select.dispatchEvent(new Event('change'))
    await page.updateComplete
    expect(asked().at(-1)).to.deep.equal({ query: { limit: '100', siteId: 'b' } })
  })

  it('follows who comes and goes, and which page they turn to', async () => {
    const { fake, page, asked } = await arrange()
    const turned = { ...visitor('looking'), page: { url: 'https://olmo.example/sillas', title: 'Sillas' } }
    fake.set({ desk: { ...emptyDesk, heardVisitor: turned } })
    await page.updateComplete
    expect(textOf(rows(page)[0] ?? page)).to.contain('Sillas')
    const before = asked().length
    fake.answer('GET /v2/visitors', { visitors: [talking], nextCursor: null })
    fake.set({ desk: { ...emptyDesk, present: new Set(['talking']) } })
    await waitUntil(() => rows(page).length === 1)
    expect(asked().length).to.equal(before + 1)
  })

  it('says that some sites show nobody before they write', async () => {
    const hidden = site('a')
    const features = { ...hidden.features, presenceBoard: false }
    const { page } = await arrange([], { ...emptyDesk, sites: [{ ...hidden, features }] })
    expect(textOf(inside(page, '.hint'))).to.contain('solo se ve a quien ha escrito')
  })

  it('says that they could not be read, and tries again', async () => {
    const fake = fakeClient()
    const page = await themed<ChatVisitorsPage>(
      html`<chat-visitors-page
        .client=${fake.client}
        .commercial=${marta}
        .l10n=${spanish}
      ></chat-visitors-page>`,
    )
    await waitUntil(() => allInside(page, '[role="alert"] button').length === 1)
    fake.answer('GET /v2/visitors', { visitors: [looking], nextCursor: null })
    inside(page, '[role="alert"] button').click()
    await waitUntil(() => rows(page).length === 1)
  })
})
