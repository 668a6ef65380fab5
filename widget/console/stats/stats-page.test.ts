import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { Stats } from '#shared/stats.ts'
import { ApiError } from '../../core/api-error.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { chat, fakeClient, marta, visitor } from '../console.fixture.ts'
import { allInside, heard, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import { statsOf } from './stats.fixture.ts'
import type { ChatStatsPage } from './stats-page.ts'
import './stats-page.ts'

const ONE_WEEK = 'stats?from=2026-11-02&to=2026-11-15&timeZone=Europe%2FMadrid'

async function arrange(stats: Stats | null = statsOf(), section = ONE_WEEK) {
  const fake = fakeClient()
  if (stats !== null) fake.answer('GET /v2/stats', stats)
  fake.answer('GET /v2/sites', { sites: [] })
  fake.answer('GET /v2/stats/chats', {
    chats: [chat('1', { visitor: visitor('v', { name: 'Núria Ferrer' }) })],
    nextCursor: null,
  })
  const page = await themed<ChatStatsPage>(
    html`<chat-stats-page
      .section=${section}
      .client=${fake.client}
      .commercial=${marta}
      .l10n=${spanish}
    ></chat-stats-page>`,
  )
  await waitUntil(() => allInside(page, '.figures, .notice, .problem').length > 0)
  return { fake, page }
}

const drawerOf = async (page: ChatStatsPage) => {
  await waitUntil(() => allInside(page, 'chat-stats-chats').length > 0)
  const drawer = inside(page, 'chat-stats-chats')
  await waitUntil(() => allInside(drawer, 'li').length > 0)
  return drawer
}
const asked = (fake: ReturnType<typeof fakeClient>) =>
  fake.asked.find(([name]) => name === 'GET /v2/stats/chats')?.[1]

describe('chat-stats-page', () => {
  it('is accessible: with figures, with the conversations of one, empty, and when it fails', async () => {
    const { page } = await arrange()
    await expect(page).to.be.accessible()
    inside(page, '.bars button').click()
    await drawerOf(page)
    await expect(page).to.be.accessible()
    await expect((await arrange(statsOf({ conversations: 0 }))).page).to.be.accessible()
    await expect((await arrange(null)).page).to.be.accessible()
  })

  it('asks for the period of its address, and for the one before', async () => {
    const { fake } = await arrange()
    const periods = fake.asked
      .filter(([name]) => name === 'GET /v2/stats')
      .map(([, call]) => (call as { query: unknown }).query)
    expect(periods).to.deep.include({ from: '2026-11-02', to: '2026-11-15', timeZone: 'Europe/Madrid' })
    expect(periods).to.deep.include({ from: '2026-10-19', to: '2026-11-01', timeZone: 'Europe/Madrid' })
  })

  it('shows figures, each with what it is', async () => {
    const { page } = await arrange()
    const figures = allInside(page, '.figure').map((figure) => textOf(figure))
    expect(figures[1]).to.contain('1 min 24 s').and.to.contain('nueve de cada diez en 6 min 12 s')
    expect(figures[4]).to.contain('6,7')
    const why = inside(page, '.figure .why')
    why.click()
    expect(inside(page, '#what-conversations').matches(':popover-open')).to.equal(true)
  })

  it('writes another period into the address', async () => {
    const { page } = await arrange()
    setTimeout(() => allInside<HTMLInputElement>(page, '.segments input')[3]?.click())
    expect((await heard(page, 'chat-section')).section).to.contain('days=90')
  })

  it('refuses a period that ends before it begins, and asks for nothing', async () => {
    const { page, fake } = await arrange(statsOf(), 'stats?from=2026-11-15&to=2026-11-02')
    expect(textOf(inside(page, '.problem'))).to.contain('primer día')
    expect(fake.asked.some(([name]) => name === 'GET /v2/stats')).to.equal(false)
  })

  it('opens the conversations of a day, and goes to the one that is chosen', async () => {
    const { page, fake } = await arrange()
    allInside(page, '.bars button')[2]?.click()
    const drawer = await drawerOf(page)
    expect(asked(fake)).to.deep.equal({
      query: { from: '2026-11-04', to: '2026-11-04', timeZone: 'Europe/Madrid' },
    })
    expect(textOf(drawer.shadowRoot?.querySelector('li') ?? drawer)).to.contain('Núria Ferrer')
    setTimeout(() => inside(drawer, 'li button').click())
    expect((await heard(page, 'chat-chosen')).chatId).to.equal('1')
  })

  it('opens those of a bar of the distribution, of a person, and of an outcome', async () => {
    for (const [selector, query] of [
      ['.ranges button', { bucket: '0' }],
      ['.team button', { commercialId: 'marta' }],
      ['.legend li:nth-child(2) button', { outcome: 'missed' }],
      ['.scores button:nth-child(4)', { score: '4' }],
    ] as const) {
      const { page, fake } = await arrange()
      inside(page, selector).click()
      await drawerOf(page)
      expect((asked(fake) as { query: object }).query).to.deep.include(query)
    }
  })

  it('has one stop for Tab in the hours of the week; arrows move, Enter opens', async () => {
    const { page, fake } = await arrange()
    const grid = inside(page, 'chat-week-grid')
    expect(allInside(grid, '[tabindex="0"]').length).to.equal(1)
    const first = inside(grid, '[tabindex="0"]')
    first.focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight'])
      press(grid.shadowRoot?.activeElement ?? grid, key)
    await page.updateComplete
    const square = grid.shadowRoot?.activeElement as HTMLElement
    expect(square.ariaLabel).to.contain('jueves').and.to.contain('11:00').and.to.contain('15 conversaciones')
    square.click()
    await drawerOf(page)
    expect(asked(fake)).to.deep.nested.include({ 'query.weekday': '4', 'query.hour': '11' })
  })

  it('says the same in a table', async () => {
    const { page } = await arrange()
    expect(allInside(page, 'details tbody tr').length).to.equal(14)
    expect(textOf(inside(page, 'details tbody tr'))).to.equal('lunes, 2 de noviembre 2 2 0 1 min')
  })

  it('says that it failed and tries again', async () => {
    const { page, fake } = await arrange(null)
    expect(textOf(inside(page, '.notice'))).to.contain('No se han podido cargar las cifras')
    fake.answer('GET /v2/stats', statsOf())
    inside(page, '.notice button').click()
    await waitUntil(() => allInside(page, '.figures').length > 0)
  })

  it('does without the period before where that fails', async () => {
    const { fake, page } = await arrange(null)
    fake.answer('GET /v2/stats', statsOf())
    const { call } = fake.client
    const failing: ChatClient['call'] = (name, ...given) => {
      const [asked] = given as unknown as [{ query?: { from?: string } }?]
      return asked?.query?.from === '2026-10-19'
        ? Promise.reject(new ApiError(503, 'not_ready'))
        : call(name, ...given)
    }
    page.client = { ...fake.client, call: failing }
    await waitUntil(() => allInside(page, '.figures').length > 0)
    expect(allInside(page, '.figure .good, .figure .bad').length).to.equal(0)
  })

  it('downloads the table under the period’s name', async () => {
    const { page, fake } = await arrange()
    fake.answer('GET /v2/stats/chats.csv', '\uFEFFchatId\r\n')
    const links: HTMLAnchorElement[] = []
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function keep() {
      links.push(this)
    }
    try {
      inside(page, '.head > button').click()
      await waitUntil(() => links.length > 0)
    } finally {
      HTMLAnchorElement.prototype.click = click
    }
    expect(links.at(-1)?.download).to.equal('chats-2026-11-02-2026-11-15.csv')
    expect(links.at(-1)?.href).to.match(/^blob:/)
  })
})
