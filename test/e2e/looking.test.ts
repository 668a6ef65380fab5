import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { openDesk } from './desk.ts'
import { composer, openConsole, openWidget, startHostSite, thread, write, type HostSite } from './pages.ts'
import { useStage } from './stage.ts'

const stage = useStage()
const sites: HostSite[] = []
afterEach(() => {
  for (const site of sites.splice(0)) site.close()
})

const people = (page: Page) => page.locator('chat-visitors-page').getByRole('listitem')
const launcher = (page: Page) => page.locator('chat-widget .launcher')
const badge = (page: Page) => page.locator('chat-widget .badge')

/** A site whose tag says that the team may know who looks, and a commercial who has its board open. */
async function arrange({ isOn = true } = {}) {
  const site = await startHostSite({
    productUrl: stage.product.url,
    body: `<script>window.ChatWidgetSettings = { presence: 'true' }</script>`,
  })
  sites.push(site)
  await (await openDesk(stage.product.url)).decide({ features: { presenceBoard: isOn } })
  const desk = await openConsole(await stage.newPerson(), stage.product.url)
  await desk.getByRole('button', { name: 'Visitantes' }).click()
  await desk.getByText(/no hay nadie/i).waitFor()
  return { site, desk }
}

/** A page that is only looked at; what it asks of the product is kept. */
async function open(url: string): Promise<{ page: Page; asked: string[] }> {
  const context = await stage.newPerson()
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin === stage.product.url) asked.push(`${request.method()} ${pathname}`)
  })
  await page.goto(url)
  await launcher(page).waitFor()
  return { page, asked }
}

async function speak(desk: Page, text: string): Promise<void> {
  await people(desk)
    .getByRole('button', { name: /^escribir/i })
    .click()
  await desk.getByLabel(/primer mensaje/i).fill(text)
  await desk.getByRole('dialog').getByRole('button', { name: 'Enviar' }).click()
}

/** All that the page keeps, and its cookies. */
async function kept(page: Page): Promise<unknown> {
  const storage = await page.evaluate(() => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }))
  return { ...storage, cookies: await page.context().cookies() }
}

describe('somebody who only looks', () => {
  it('is on the board, stays one as they turn pages, and is gone when they leave', async () => {
    const { site, desk } = await arrange()
    const { page, asked } = await open(site.url)
    await people(desk).getByText('Aún no ha escrito').waitFor()
    await people(desk).getByText('Una tienda').waitFor()
    const { violations } = await new AxeBuilder({ page: desk }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.evaluate(() => history.pushState(null, '', '/mesas'))
    await people(desk)
      .getByTitle(/mesas$/)
      .waitFor()
    await page.goto(`${site.url}/sillas`)
    await people(desk)
      .getByTitle(/sillas$/)
      .waitFor()
    expect(await people(desk).count()).toBe(1)
    await people(desk).getByRole('button').first().click()
    await expect.poll(() => desk.locator('chat-visitor-card .trail li').count()).toBe(3)
    expect(await kept(page)).toMatchObject({ local: [], cookies: [] })
    expect(asked).not.toContain('GET /v2/sites/default/public')
    await page.close()
    await desk.getByText(/no hay nadie/i).waitFor()
    await desk.getByRole('button', { name: 'Todos' }).click()
    await desk.getByText(/no hay nadie/i).waitFor()
  })

  it('hears the team’s first word on their page, answers, and is known from then on', async () => {
    const { site, desk } = await arrange()
    const { page } = await open(site.url)
    await people(desk).getByText('Aún no ha escrito').waitFor()
    await speak(desk, '¿Te ayudo con las medidas?')
    await thread(desk).getByText('¿Te ayudo con las medidas?').waitFor()
    await badge(page).getByText('1').waitFor()
    await page.locator('chat-teaser').getByText('¿Te ayudo con las medidas?').click()
    await thread(page).getByText('¿Te ayudo con las medidas?').waitFor()
    await write(page, 'Sí, por favor')
    await thread(desk).getByText('Sí, por favor').waitFor()
    await page.reload()
    await launcher(page).click()
    await thread(page).getByText('Sí, por favor').waitFor()
  })

  it('who writes first is the visitor that the team saw, with the way that they came', async () => {
    const { site, desk } = await arrange()
    const { page } = await open(site.url)
    await people(desk).getByText('Una tienda').waitFor()
    const name = await people(desk).locator('.name').innerText()
    await page.evaluate(() => history.pushState(null, '', '/mesas'))
    await people(desk)
      .getByTitle(/mesas$/)
      .waitFor()
    await launcher(page).click()
    await composer(page).waitFor()
    await write(page, 'Hola')
    await people(desk)
      .getByRole('button', { name: /abrir chat/i })
      .waitFor()
    expect(await people(desk).count()).toBe(1)
    expect(await people(desk).locator('.name').innerText()).toBe(name)
    await people(desk).getByRole('button').first().click()
    await expect.poll(() => desk.locator('chat-visitor-card .trail li').count()).toBe(2)
  })

  it('who has left cannot be written to, and is told about by the dialog', async () => {
    const { site, desk } = await arrange()
    const { page } = await open(site.url)
    await people(desk)
      .getByRole('button', { name: /^escribir/i })
      .click()
    await page.evaluate(() =>
      (window as unknown as { ChatWidget: (verb: string) => Promise<void> }).ChatWidget('stop'),
    )
    await desk
      .getByRole('alert')
      .getByText(/ya se ha ido/i)
      .waitFor()
    expect(await kept(page)).toEqual({ local: [], session: [], cookies: [] })
  })
})

describe('who has written before', () => {
  it('and comes back when nobody talks with them is on the board by their connection, and can be spoken to', async () => {
    const { site, desk } = await arrange()
    const page = await openWidget(await stage.newPerson(), site.url)
    await write(page, 'Hola')
    await people(desk)
      .getByRole('button', { name: /abrir chat/i })
      .waitFor()
    await (await openDesk(stage.product.url)).close()
    await page.goto('about:blank')
    await desk.getByText(/no hay nadie/i).waitFor()
    await page.goto(site.url)
    await speak(desk, '¿Llegó bien la mesa?')
    await badge(page).getByText('1').waitFor()
  })
})

describe('a site with presence off', () => {
  it('is asked once by a page that was not told so, and never again; nothing is kept', async () => {
    const { site, desk } = await arrange({ isOn: false })
    const { page, asked } = await open(site.url)
    const looks = () => asked.filter((request) => request === 'POST /v2/visitors/looking').length
    await expect.poll(looks).toBe(1)
    await page.evaluate(() => history.pushState(null, '', '/mesas'))
    // Somebody who writes is on the board: by then this page would have told again.
    const other = await openWidget(await stage.newPerson(), site.url)
    await write(other, 'Hola')
    await people(desk).getByText('Una tienda').waitFor()
    expect(looks()).toBe(1)
    expect(await kept(page)).toEqual({ local: [], session: [], cookies: [] })
  })
})
