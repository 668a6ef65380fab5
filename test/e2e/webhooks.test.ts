import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isSignedWith, openReceiver } from '../../server/webhooks/receiver.fixture.ts'
import { call } from '../contract/call.ts'
import { launchBrowser, openConsole } from './pages.ts'
import { startProduct, type Product } from './product.ts'

let product: Product
let browser: Browser
let receiver: Awaited<ReturnType<typeof openReceiver>>
beforeAll(async () => {
  receiver = await openReceiver()
  product = await startProduct({ RATE_LIMITS: 'off', PRIVATE_WEBHOOKS: 'on' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await product.remove()
  receiver.close()
})

/** Somebody new writes, as a page would have them do. */
async function write(content: string): Promise<void> {
  const { body } = await call(product.url, 'POST /v2/visitors/session', { body: {} })
  const headers = { authorization: `Bearer ${String(body['token'])}` }
  const { status } = await call(product.url, 'POST /v2/chats', { body: { message: { content } }, headers })
  expect(status).toBe(201)
}

async function openPage(): Promise<Page> {
  const context = await browser.newContext({ locale: 'es-ES' })
  const marta = await openConsole(context, product.url)
  await marta.goto(`${product.url}/console#/settings/webhooks`)
  await marta.getByRole('heading', { name: 'Direcciones' }).waitFor()
  return marta
}

describe('webhooks', () => {
  it('are made in the settings, tell what happens, and show how it was answered', async () => {
    const marta = await openPage()
    await marta.getByText('Aún no se avisa a nadie.').waitFor()
    await marta.getByRole('button', { name: 'Webhook nuevo' }).click()
    await marta.getByLabel('Dirección', { exact: true }).fill(receiver.url)
    await marta.getByRole('button', { name: 'Guardar', exact: true }).click()
    const secret = /WEBHOOK_SECRET=(\S+)/.exec(
      await marta.getByText('WEBHOOK_SECRET=whsec_').innerText(),
    )?.[1]
    receiver.answer({ status: 204 }, { status: 503, body: '<b>mañana</b>' })
    await write('¿Tenéis mesas de roble?')
    await receiver.count(2)
    expect(receiver.told()).toEqual(['chat.created', 'message.created'])
    expect(receiver.received.every((received) => isSignedWith(secret ?? '', received))).toBe(true)
    await marta.getByRole('button', { name: /^Envíos/ }).click()
    const sent = marta.getByRole('list', { name: 'Envíos' }).getByRole('listitem')
    await sent.filter({ hasText: 'Conversaciones: Empezada' }).getByText('Entregado').waitFor()
    const waiting = sent.filter({ hasText: 'Mensajes: Escrito' })
    await waiting.getByText('503', { exact: false }).waitFor()
    await waiting.getByText('Respuesta').click()
    await waiting.getByText('<b>mañana</b>').waitFor()
    await receiver.count(3)
    await marta.getByRole('button', { name: /^Enviar una prueba/ }).click()
    await marta.getByText(/La prueba ha llegado: 204/).waitFor()
    await marta.context().close()
  }, 60_000)

  it('lose nothing when the server is killed between what happened and the telling', async () => {
    const before = receiver.received.length
    receiver.answerAlways(() => {})
    await write('¿Y en nogal?')
    await receiver.count(before + 1)
    await product.kill('SIGKILL')
    receiver.answerAlways({ status: 204 })
    await product.start()
    await receiver.count(before + 3)
    expect(receiver.told().slice(before)).toEqual(['chat.created', 'chat.created', 'message.created'])
    const [one, other] = receiver.received.slice(before).map(({ headers }) => headers['webhook-id'])
    expect(one).toBe(other)
  }, 60_000)
})
