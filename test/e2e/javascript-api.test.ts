import { SignJWT } from 'jose'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { VisitorExport } from '#shared/visitor.ts'
import { addIdentityKey } from '../../server/auth/identity-keys.ts'
import { startServer, type TestServer } from '../server.ts'
import { launchBrowser, openWidget, startHostSite, thread, write, type HostSite } from './pages.ts'

let browser: Browser
let server: TestServer
let site: HostSite
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startServer()
  site = await startHostSite({ productUrl: server.url })
})
afterAll(async () => {
  await browser.close()
  site.close()
  await server.close()
})
beforeEach(async () => {
  context = await browser.newContext({ locale: 'es-ES' })
  page = await openWidget(context, site.url)
})
afterEach(() => context.close())

async function say(text: string): Promise<void> {
  await write(page, text)
  await thread(page).getByText(text, { exact: true }).waitFor()
  await thread(page).getByText('Enviado').waitFor()
}

/** What a page's script would write: `ChatWidget('verb', …)`. */
function call<Answer>(verb: string, ...args: unknown[]): Promise<Answer> {
  return page.evaluate(
    (sent) =>
      (window as unknown as { ChatWidget: (...of: unknown[]) => Promise<Answer> }).ChatWidget(...sent),
    [verb, ...args],
  )
}

const held = () => call<VisitorExport>('exportData')
const stepsOf = ({ trail }: VisitorExport) =>
  trail.map((step) => (step.kind === 'page' ? new URL(step.url).pathname : step.name)).toReversed()

describe('a page that talks with the chat', () => {
  it('says who its visitor is and where they go, in a trail that its router writes by itself', async () => {
    await call('identify', { name: 'Núria Ferrer', id: '7' })
    await call('setAttributes', { plan: 'pro' })
    await call('track', 'basket', { items: 2 })
    await say('hola')
    await page.evaluate(() => history.pushState(null, '', '/mesas'))
    await expect.poll(async () => stepsOf(await held())).toContain('/mesas')
    await page.evaluate(() => history.pushState(null, '', '/mesas/albufera'))
    await expect.poll(async () => stepsOf(await held())).toContain('/mesas/albufera')
    const all = await held()
    expect(stepsOf(all).filter((step) => step !== 'basket')).toEqual(['/', '/mesas', '/mesas/albufera'])
    expect(stepsOf(all)).toContain('basket')
    expect(all.visitor).toMatchObject({
      name: 'Núria Ferrer',
      attributes: { id: '7', plan: 'pro' },
    })
    expect(all.visitor.verified).toBeFalsy()
  })

  it('proves who its visitor is with a token of its own server', async () => {
    await say('soy yo')
    const { siteId } = (await held()).visitor
    const { secret, record } = await addIdentityKey(server.server, siteId, { algorithm: 'HS256' })
    const token = await new SignJWT({ name: 'Núria Ferrer' })
      .setProtectedHeader({ alg: 'HS256', kid: record.kid })
      .setSubject('customer-7')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret ?? ''))
    await call('identify', { token })
    await expect
      .poll(() => held().then(({ visitor }) => visitor.verified?.userId, String), { timeout: 10_000 })
      .toBe('customer-7')
    const { visitor, chats } = await held()
    expect([visitor.name, chats.length]).toEqual(['Núria Ferrer', 1])
  })

  it('may send only while its visitor presses something', async () => {
    // A page that nobody has touched, and that does not wait for it.
    const fresh = await context.newPage()
    await fresh.addInitScript(() => {
      Object.assign(window, { refusals: [] })
      addEventListener('load', () => {
        const { ChatWidget } = window as unknown as { ChatWidget: (...of: unknown[]) => Promise<unknown> }
        ChatWidget('send', 'sin querer').catch((error: unknown) =>
          (Reflect.get(window, 'refusals') as string[]).push(String(error)),
        )
      })
    })
    await fresh.goto(site.url)
    await fresh.waitForFunction('refusals.length === 1')
    expect(await fresh.evaluate('refusals[0]')).toContain('own press')
    await fresh.close()
    await page.evaluate(() => {
      document.querySelector('#own')?.addEventListener('click', () => {
        void (window as unknown as { ChatWidget: (...of: unknown[]) => Promise<unknown> }).ChatWidget(
          'send',
          'queriendo',
        )
      })
    })
    await page.locator('#own').click()
    await thread(page).getByText('queriendo', { exact: true }).waitFor()
    await thread(page).getByText('Enviado').waitFor()
  })

  it('lets the next person at a shared computer be somebody else', async () => {
    await say('de la primera')
    const first = (await held()).visitor.visitorId
    await call('logout')
    await thread(page).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await say('de la segunda')
    const { visitor, chats } = await held()
    expect(visitor.visitorId).not.toBe(first)
    expect(JSON.stringify(chats)).not.toContain('de la primera')
  })

  it('has its visitor forgotten', async () => {
    await say('olvidadme')
    const { visitor } = await held()
    await call('deleteData')
    await thread(page).waitFor({ state: 'detached' })
    expect((await server.server.storage.visitorSelf(visitor.visitorId)).erasedAt).not.toBe(null)
    const refusal = await call('exportData').catch((error: unknown) => String(error))
    expect(refusal).toContain('no visitor yet')
  })

  it('hears as often as it asked to, until it stops listening', async () => {
    const heard = await page.evaluate(async () => {
      const chat = (window as unknown as { ChatWidget: (...of: unknown[]) => Promise<unknown> }).ChatWidget
      const names: string[] = []
      const off = (await chat('on', 'close', () => names.push('one'))) as () => void
      await chat('on', 'close', () => names.push('two'))
      await chat('once', 'close', () => names.push('once'))
      await chat('close')
      off()
      await chat('open')
      await chat('close')
      return names
    })
    expect(heard).toEqual(['one', 'two', 'once', 'two'])
  })

  it('is told of a verb that there is not', async () => {
    const refusal = await call('explode').catch((error: unknown) => String(error))
    expect(refusal).toContain('ChatWidget knows')
  })
})
