import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { Site, UpdateSite } from '#shared/site.ts'
import { ApiError } from '../../core/api-error.ts'
import { commercial, fakeClient, site } from '../console.fixture.ts'
import { allInside, fieldInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatConsoleSettings } from './console-settings.ts'
import './console-settings.ts'

const admin = commercial('marta', { name: 'Marta Olmo', role: 'admin' })
const SHOP = site('shop', {
  revision: 'r1',
  origins: ['https://olmo.example'],
  texts: { es: { greeting: 'Hola' } },
  officeHours: {
    timeZone: 'Europe/Madrid',
    week: {
      mon: [{ from: '09:00', to: '24:00' }],
      tue: [],
      wed: [],
      thu: [],
      fri: [],
      sat: [],
      sun: [],
    },
    holidays: [{ date: '2026-12-25', name: 'Navidad', hours: [] }],
  },
  preChat: {
    fields: [{ key: 'topic', isRequired: true, options: ['Pedido', 'Otra cosa'] }],
    consent: { version: '1', text: { es: 'Acepto' } },
  },
  teasers: [{ url: '/mesas/*', delaySeconds: 20, scrollPercent: 0, exitIntent: false, once: true }],
})
const CHECK = {
  since: '2026-11-25T08:00:00.000Z',
  now: '2026-11-25T09:42:00.000Z',
  sightings: [
    { origin: 'https://olmo.example', isAllowed: true, tagAt: '2026-11-25T09:40:00.000Z' },
    { origin: 'https://evil.example', isAllowed: false, openedAt: '2026-11-25T09:41:00.000Z' },
  ],
}

async function arrange(section = 'settings/routing', sites: Site[] = [SHOP]) {
  const fake = fakeClient()
  fake.answer('GET /v2/sites', { sites })
  fake.answer('GET /v2/sites/:siteId/check', CHECK)
  const patches: UpdateSite[] = []
  const { call } = fake.client
  let refusal: ApiError | null = null
  const client = {
    ...fake.client,
    call: ((name: string, given: { body: UpdateSite }) => {
      if (name !== 'PATCH /v2/sites/:siteId') return (call as (...all: unknown[]) => unknown)(name, given)
      patches.push(given.body)
      const { texts: _, ...change } = given.body
      return refusal === null
        ? Promise.resolve({ ...SHOP, ...(change as Partial<Site>), revision: 'r2' })
        : Promise.reject(refusal)
    }) as typeof call,
  }
  const settings = await themed<ChatConsoleSettings>(
    html`<chat-console-settings
      .section=${section}
      .client=${client}
      .commercial=${admin}
      .l10n=${spanish}
      .apiUrl=${location.origin}
    ></chat-console-settings>`,
  )
  settings.addEventListener('chat-section', (event) => {
    settings.section = event.section
  })
  await waitUntil(() => allInside(settings, 'chat-site-page').length > 0)
  return { settings, patches, refuse: (error: ApiError) => void (refusal = error) }
}

const pageOf = (settings: ChatConsoleSettings) => inside(settings, 'chat-site-page')
/** Text areas and choices have a value as inputs do. */
const field = (settings: ChatConsoleSettings, path: string) => fieldInside(pageOf(settings), `[id="${path}"]`)

async function write(settings: ChatConsoleSettings, path: string, value: string): Promise<void> {
  const input = field(settings, path)
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
  await settle(settings)
}

async function settle(settings: ChatConsoleSettings): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  await settings.updateComplete
  await pageOf(settings).updateComplete
}

async function save(settings: ChatConsoleSettings): Promise<void> {
  inside(pageOf(settings), '.bar .primary').click()
  await settle(settings)
  await settle(settings)
}

describe('chat-console-settings', () => {
  for (const page of ['installation', 'texts', 'hours', 'forms', 'teasers', 'routing', 'data']) {
    it(`is accessible (${page})`, async () => {
      const { settings } = await arrange(`settings/${page}`)
      await settle(settings)
      await expect(settings).to.be.accessible()
    })
  }

  it('saves what was changed and nothing else', async () => {
    const { settings, patches } = await arrange()
    expect(allInside(pageOf(settings), '.bar')).to.deep.equal([])
    await write(settings, 'routing.targetMinutes', '9')
    await save(settings)
    expect(patches).to.deep.equal([{ routing: { targetMinutes: 9 }, revision: 'r1' }])
    expect(allInside(pageOf(settings), '.bar')).to.deep.equal([])
    expect(textOf(inside(pageOf(settings), '.saved'))).to.equal('Guardado')
  })

  it('shows a refusal at its field, in words, with the focus in it', async () => {
    const { settings, refuse } = await arrange()
    const issues = [{ path: 'routing.targetMinutes', message: 'Expected >=1' }]
    refuse(new ApiError(422, 'invalid', { message: 'No', body: { issues } }))
    await write(settings, 'routing.targetMinutes', '0')
    await save(settings)
    const input = field(settings, 'routing.targetMinutes')
    expect(input.ariaInvalid).to.equal('true')
    expect(textOf(inside(pageOf(settings), '[id="routing.targetMinutes-error"]'))).to.equal(
      'Un número entero dentro de los límites.',
    )
    expect(pageOf(settings).shadowRoot?.activeElement).to.equal(input)
  })

  it('keeps what is not saved while one looks at another page, and says where it is', async () => {
    const { settings } = await arrange()
    await write(settings, 'routing.targetMinutes', '9')
    const pages = allInside(settings, 'nav li button')
    pages.find((button) => textOf(button) === 'Datos')?.click()
    await settle(settings)
    expect(textOf(inside(pageOf(settings), 'h1'))).to.equal('Datos')
    const routing = pages.find((button) => textOf(button).startsWith('Reparto'))
    expect(textOf(routing ?? settings)).to.contain('con cambios sin guardar')
    routing?.click()
    await settle(settings)
    expect(field(settings, 'routing.targetMinutes').value).to.equal('9')
  })

  it('asks before the window closes over changes, and not without any', async () => {
    const { settings } = await arrange()
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true })
      dispatchEvent(event)
      return event.defaultPrevented
    }
    expect(leave()).to.equal(false)
    await write(settings, 'routing.targetMinutes', '9')
    expect(leave()).to.equal(true)
    inside(pageOf(settings), '.bar .button').click()
    expect(leave()).to.equal(false)
  })

  it('moves to the page it opens, and on a phone from one screen to the next', async () => {
    const phone = (await arrange()).settings
    phone.layout = 'phone'
    phone.section = 'settings/data'
    await settle(phone)
    await settle(phone)
    expect(pageOf(phone).shadowRoot?.activeElement?.localName).to.equal('h1')
    const { settings } = await arrange()
    const next = heard(settings, 'chat-section')
    allInside(settings, 'nav li button')[3]?.click()
    expect((await next).section).to.equal('settings/hours')
    await settle(settings)
    await settle(settings)
    expect(pageOf(settings).shadowRoot?.activeElement?.localName).to.equal('h1')
  })

  it('names the site in the address where there are more', async () => {
    const other = site('bakery', { name: 'Panadería', revision: 'b1' })
    const { settings } = await arrange('settings/routing', [SHOP, other])
    const choice = inside(settings, 'nav select', HTMLSelectElement)
    choice.value = 'bakery'
    const next = heard(settings, 'chat-section')
    choice.dispatchEvent(new Event('change'))
    expect((await next).section).to.equal('settings/routing?site=bakery')
  })
})

describe('the pages of a site', () => {
  it('give the line as the site looks, and put a page that was seen on the list', async () => {
    const { settings, patches } = await arrange('settings/installation', [
      { ...SHOP, appearance: { ...SHOP.appearance, accent: '#7b2d3a', position: 'start', theme: 'dark' } },
    ])
    const block = inside(pageOf(settings), 'chat-copy-block')
    expect(textOf(inside(block, 'pre'))).to.equal(
      `<script src="${location.origin}/widget.js" data-site="shop" data-accent="#7b2d3a" data-position="start" data-theme="dark" data-teaser="true" data-presence="true" async></script>`,
    )
    const check = inside(pageOf(settings), 'chat-site-check')
    await waitUntil(() => allInside(check, '.lines li').length > 0, 'the check', { timeout: 15_000 })
    const lines = allInside(check, '.lines li').map((line) => textOf(line))
    expect(lines[0]).to.contain('https://olmo.example').and.to.contain('ha pedido la línea')
    expect(lines.some((line) => line.includes('difieren'))).to.equal(true)
    inside(check, '.lines .link').click()
    await settle(settings)
    expect(field(settings, 'origins').value).to.equal('https://olmo.example\nhttps://evil.example')
    await save(settings)
    expect(patches[0]?.origins).to.deep.equal(['https://olmo.example', 'https://evil.example'])
  })

  it('forget a text that is emptied, and begin in another language', async () => {
    const { settings, patches } = await arrange('settings/texts')
    await write(settings, 'texts.es.greeting', '')
    const add = field(settings, 'add-language')
    add.value = 'ca'
    add.dispatchEvent(new Event('change'))
    await settle(settings)
    await write(settings, 'texts.ca.teaser', 'Dubtes?')
    await save(settings)
    expect(patches[0]?.texts).to.deep.equal({ es: { greeting: null }, ca: { teaser: 'Dubtes?' } })
  })

  it('know midnight as the end of a day, and days that are like no others', async () => {
    const { settings, patches } = await arrange('settings/hours')
    const times = allInside<HTMLInputElement>(pageOf(settings), 'input[type="time"]')
    expect(times.map(({ value }) => value)).to.deep.equal(['09:00', '00:00'])
    const tuesday = allInside(pageOf(settings), '.day')[1]
    tuesday?.querySelector<HTMLElement>('button')?.click()
    await settle(settings)
    await write(settings, 'officeHours.holidays.0.date', '2026-12-24')
    await save(settings)
    expect(patches[0]?.officeHours?.week).to.deep.include({
      mon: [{ from: '09:00', to: '24:00' }],
      tue: [{ from: '09:00', to: '18:00' }],
    })
    expect(patches[0]?.officeHours?.holidays).to.deep.equal([
      { date: '2026-12-24', name: 'Navidad', hours: [] },
    ])
  })

  it('ask nothing when no question and no consent is left', async () => {
    const { settings, patches } = await arrange('settings/forms')
    pageOf(settings).shadowRoot?.querySelector<HTMLElement>('.item .button')?.click()
    await settle(settings)
    field(settings, 'consent').click()
    await settle(settings)
    await save(settings)
    expect(patches[0]?.preChat).to.equal(null)
  })

  it('take topics line by line, without the empty ones', async () => {
    const { settings, patches } = await arrange('settings/forms')
    await write(settings, 'preChat.fields.0.options', 'Pedido\n\n Garantía \n')
    await save(settings)
    expect(patches[0]?.preChat?.fields?.[0]?.options).to.deep.equal(['Pedido', 'Garantía'])
  })

  it('add a rule for the teaser', async () => {
    const { settings, patches } = await arrange('settings/teasers')
    inside(pageOf(settings), '.page > .button').click()
    await settle(settings)
    await write(settings, 'teasers.1.url', '/ofertas')
    await write(settings, 'teasers.1.text', '¿Te ayudo?')
    await save(settings)
    expect(patches[0]?.teasers?.[1]).to.deep.equal({
      delaySeconds: 20,
      scrollPercent: 0,
      exitIntent: false,
      once: true,
      url: '/ofertas',
      text: { es: '¿Te ayudo?' },
    })
  })

  it('keep for ever what has no number of days', async () => {
    const { settings, patches } = await arrange('settings/data', [{ ...SHOP, retentionDays: 90 }])
    await write(settings, 'retentionDays', '')
    await save(settings)
    expect(patches[0]).to.deep.equal({ retentionDays: null, revision: 'r1' })
  })

  it('make any colour legible and say how', async () => {
    const { settings } = await arrange('settings/appearance')
    await write(settings, 'appearance.accent', '#ffcc00')
    const page = textOf(pageOf(settings).shadowRoot?.querySelector('.card') ?? settings)
    expect(page).to.contain('10,6 : 1 con texto oscuro · AA y AAA').and.to.contain('#9e6d00 sobre claro')
    await write(settings, 'appearance.accent', '#808080')
    expect(textOf(pageOf(settings).shadowRoot?.querySelector('.card') ?? settings)).to.contain(
      'se usa #717171',
    )
  })
})
