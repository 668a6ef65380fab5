import type { CDPSession, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { createTestBrowser, openPushService } from '../../server/push/push-service.fixture.ts'
import {
  launchBrowser,
  openConsole,
  openWidget,
  startHostSite,
  thread,
  write,
  type HostSite,
} from './pages.ts'
import { startProduct, type Product } from './product.ts'

let browser: Browser
let product: Product
let site: HostSite
let service: Awaited<ReturnType<typeof openPushService>>

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  product = await startProduct({ RATE_LIMITS: 'off', PRIVATE_PUSHES: 'on' })
  site = await startHostSite({ productUrl: product.url })
  service = await openPushService()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  service.close()
  site.close()
  await product.remove()
})

/**
 * Somebody whose browser's maker runs the push service of this test: this one thing of the browser is ours, since no machine without a
 * network can subscribe to the real one.
 */
async function openSubscribedConsole() {
  const keys = createTestBrowser()
  const person = await browser.newContext({ locale: 'es-ES' })
  await person.grantPermissions(['notifications'], { origin: product.url })
  const subscription = { endpoint: `${service.origin}/phone`, keys: { p256dh: keys.p256dh, auth: keys.auth } }
  await person.addInitScript((given) => {
    let subscribed: object | null = null
    Object.assign(PushManager.prototype, {
      getSubscription: async () => subscribed,
      subscribe: async ({ applicationServerKey }: { applicationServerKey: Uint8Array }) =>
        (subscribed = {
          options: { applicationServerKey: applicationServerKey.buffer },
          toJSON: () => given,
          unsubscribe: async () => true,
        }),
    })
  }, subscription)
  const page = await openConsole(person, product.url)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.getByRole('button', { name: 'Avisos' }).click()
  await page.getByRole('switch', { name: 'También con la consola cerrada' }).click()
  await page.getByText('Chrome · Linux', { exact: true }).waitFor()
  return { keys, page }
}

/** Hands the worker what its browser's maker would. */
async function createPostman(page: Page): Promise<(data: string) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const known = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [found] = registrations.filter(({ scopeURL }) => scopeURL === `${product.url}/console`)
      if (found !== undefined) resolve(found.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await known
  return async (data) => {
    await session.send('ServiceWorker.deliverPushMessage', { origin: product.url, registrationId, data })
  }
}

const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }))
  })

describe('a push', () => {
  it('reaches a browser without a page, encrypted, and is shown there as text; pressing it leads to its chat', async () => {
    const { keys, page } = await openSubscribedConsole()
    const deliver = await createPostman(page)
    // No page of the console is open any more, and the one that waits is not the console's.
    await page.goto(`${product.url}/healthz`)
    const visitor = await openWidget(await browser.newContext({ locale: 'es-ES' }), site.url)
    await write(visitor, '<b>¿Hola?</b>')
    await service.count(1)
    const [received] = service.received
    expect(received?.body.toString('latin1')).not.toContain('Hola')
    const data = keys.open(received?.body ?? Buffer.alloc(0))
    expect(JSON.parse(data)).toMatchObject({ title: 'Sobremesa', body: '<b>¿Hola?</b>', seq: 1 })

    await page.goto(`${product.url}/console`)
    await page.getByRole('tab').first().waitFor()
    await deliver(data)
    const { chatId } = JSON.parse(data) as { chatId: string }
    await expect
      .poll(() => shown(page), { timeout: 20_000 })
      .toEqual([{ title: 'Sobremesa', body: '<b>¿Hola?</b>', tag: `sobremesa:${chatId}` }])

    const worker = page.context().serviceWorkers()[0]
    await worker?.evaluate(pressFirst)
    await thread(page).getByText('¿Hola?').waitFor()
    expect(await shown(page)).toEqual([])
  })

  it('can be tried, and turned off', async () => {
    const { keys, page } = await openSubscribedConsole()
    await page.getByRole('button', { name: 'Enviar una prueba' }).click()
    await service.count(1)
    expect(keys.open(service.received[0]?.body ?? Buffer.alloc(0))).toContain('👋')
    await page.getByRole('switch', { name: 'También con la consola cerrada' }).click()
    await page.getByText('Chrome · Linux', { exact: true }).waitFor({ state: 'detached' })
  })
})

/** In the worker. An event that no person caused waits for nobody, which is why what it throws is let go. */
async function pressFirst(): Promise<void> {
  const worker = globalThis as unknown as { registration: ServiceWorkerRegistration } & EventTarget
  const [notification] = await worker.registration.getNotifications()
  const event = Object.assign(new Event('notificationclick'), { notification, waitUntil: () => {} })
  worker.dispatchEvent(event)
}
