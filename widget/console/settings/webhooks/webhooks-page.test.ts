import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { EndpointName } from '#shared/endpoints.ts'
import { ApiError } from '../../../core/api-error.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import { commercial, fakeClient, site } from '../../console.fixture.ts'
import { allInside, inside, spanish, textOf, themed } from '../../themed.fixture.ts'
import type { ChatConsoleSettings } from '../console-settings.ts'
import '../console-settings.ts'

const admin = commercial('marta', { name: 'Marta Olmo', role: 'admin' })
const crm = {
  webhookId: 'w1',
  url: 'https://crm.example/in',
  siteId: null,
  events: ['chat.created', 'note.created'],
  isEnabled: true,
  createdAt: '2026-11-25T08:00:00.000Z',
}
const stopped = { ...crm, webhookId: 'w2', url: 'https://old.example/in', isEnabled: false, stopped: 'gone' }
const deliveries = [
  {
    deliveryId: 'd3',
    event: 'message.created',
    state: 'pending',
    occurredAt: '2026-11-25T09:42:00.000Z',
    attempts: 2,
    attemptedAt: '2026-11-25T09:42:30.000Z',
    status: 503,
    problem: 'refused',
    durationMs: 1_250,
    answer: '<b>busy</b>',
    nextAttemptAt: '2026-11-25T09:44:30.000Z',
  },
  {
    deliveryId: 'd2',
    event: 'visitor.erased',
    state: 'failed',
    occurredAt: '2026-11-25T09:41:00.000Z',
    attempts: 11,
    attemptedAt: '2026-11-25T09:41:00.000Z',
    problem: 'timeout',
    durationMs: 10_000,
  },
  {
    deliveryId: 'd1',
    event: 'test',
    state: 'delivered',
    occurredAt: '2026-11-25T09:40:00.000Z',
    attempts: 1,
    attemptedAt: '2026-11-25T09:40:00.000Z',
    status: 204,
    durationMs: 12,
    answer: '',
  },
]
type Given = { params?: object; body?: object; query?: object }

async function arrange(webhooks: object[] = [crm, stopped]) {
  const calls: [name: string, given: Given][] = []
  const refusals = new Map<EndpointName, ApiError>()
  const answers: Partial<Record<EndpointName, unknown>> = {
    'GET /v2/sites': { sites: [site('site-1'), site('bakery', { name: 'Panadería' })] },
    'GET /v2/webhooks': { webhooks },
    'POST /v2/webhooks': { ...crm, webhookId: 'new', secret: 'whsec_once' },
    'PATCH /v2/webhooks/:webhookId': crm,
    'POST /v2/webhooks/:webhookId/rotate-secret': { ...crm, secret: 'whsec_next' },
    'POST /v2/webhooks/:webhookId/test': deliveries[2],
    'GET /v2/webhooks/:webhookId/deliveries': { deliveries, nextBefore: 'd1' },
    'POST /v2/webhooks/:webhookId/deliveries/:deliveryId/redeliver': deliveries[0],
  }
  const call = ((name: EndpointName, given: Given = {}) => {
    calls.push([name, given])
    const refusal = refusals.get(name)
    return refusal === undefined ? Promise.resolve(answers[name]) : Promise.reject(refusal)
  }) as ChatClient['call']
  const settings = await themed<ChatConsoleSettings>(
    html`<chat-console-settings
      section="settings/webhooks"
      .client=${{ ...fakeClient().client, call }}
      .commercial=${admin}
      .l10n=${spanish}
    ></chat-console-settings>`,
  )
  await waitUntil(() => allInside(settings, 'chat-webhooks-page').length > 0)
  const page = inside(settings, 'chat-webhooks-page')
  await waitUntil(() => allInside(page, '.card, .notice').length > 0)
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve))
    await settings.updateComplete
    await page.updateComplete
  }
  const press = async (name: string | RegExp) => {
    const parts = [page, ...allInside(page, 'chat-webhook-deliveries')]
    const buttons = parts.flatMap((part) => allInside(part, 'button'))
    const found = buttons.find((button) => (button.ariaLabel ?? textOf(button)).match(name))
    if (found === undefined) throw new Error(`No button ${String(name)}`)
    found.click()
    await settle()
    await settle()
  }
  const write = async (value: string) => {
    const input = inside(page, 'input[type="url"]', HTMLInputElement)
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await settle()
  }
  const turn = async (event: string) => {
    inside(page, `input[name="${event}"]`, HTMLInputElement).click()
    await settle()
  }
  const sent = (name: EndpointName) => calls.findLast(([one]) => one === name)?.[1]
  return { settings, page, press, write, turn, sent, settle, answers, refuse: refusals }
}

const sentTo = (page: HTMLElement) => inside(page, 'chat-webhook-deliveries')

describe('chat-webhooks-page', () => {
  it('is accessible: the list, what was sent, and a form', async () => {
    const { settings, page, press } = await arrange()
    await expect(settings).to.be.accessible()
    await press(/^Envíos: https:\/\/crm/)
    await waitUntil(() => allInside(sentTo(page), '.delivery').length > 0)
    await press('Webhook nuevo')
    await expect(settings).to.be.accessible()
  })

  it('says of each where it goes, of how much, and why it was stopped', async () => {
    const { page } = await arrange()
    const [one, other] = allInside(page, '.thing').map((thing) => textOf(thing))
    expect(one).to.contain('https://crm.example/in').and.to.contain('Activo').and.to.contain('2 eventos')
    expect(other).to.contain('Detenido').and.to.contain('410')
  })

  it('says that there is none yet', async () => {
    const { page } = await arrange([])
    expect(textOf(inside(page, '.card'))).to.contain('Aún no se avisa a nadie.')
  })

  it('makes one that is told no notes unless somebody says so, and shows its secret once', async () => {
    const { page, press, write, turn, sent } = await arrange([])
    await press('Webhook nuevo')
    await write(' https://crm.example/in ')
    expect(inside(page, 'input[name="note.created"]', HTMLInputElement).checked).to.equal(false)
    await turn('chat.rated')
    await press('Guardar')
    expect(sent('POST /v2/webhooks')?.body).to.deep.equal({
      url: 'https://crm.example/in',
      siteId: null,
      events: ['chat.created', 'chat.closed', 'chat.rated', 'message.created', 'visitor.erased'],
      isEnabled: true,
    })
    expect(textOf(inside(inside(page, 'chat-copy-block'), 'pre'))).to.contain('WEBHOOK_SECRET=whsec_once')
  })

  it('says at the field what is refused, with the focus in it', async () => {
    const { page, press, write, refuse } = await arrange([])
    await press('Webhook nuevo')
    await write('https://127.0.0.1/')
    refuse.set(
      'POST /v2/webhooks',
      new ApiError(422, 'invalid', {
        body: { issues: [{ path: 'url', message: 'An https address on a public host, by its name' }] },
      }),
    )
    await press('Guardar')
    expect(textOf(inside(page, '.error'))).to.equal(
      'Una dirección https en un servidor público, por su nombre.',
    )
    const input = inside(page, 'input[type="url"]', HTMLInputElement)
    expect((page.renderRoot as ShadowRoot).activeElement).to.equal(input)
  })

  it('changes one, and gives it another secret after asking', async () => {
    const { page, press, turn, sent } = await arrange()
    await press(/^Cambiar: https:\/\/crm/)
    await turn('note.created')
    await press('Secreto nuevo')
    expect(sent('POST /v2/webhooks/:webhookId/rotate-secret')).to.equal(undefined)
    await press('Secreto nuevo')
    expect(textOf(inside(inside(page, 'chat-copy-block'), 'pre'))).to.contain('WEBHOOK_SECRET=whsec_next')
    await press('Guardar')
    expect(sent('PATCH /v2/webhooks/:webhookId')).to.deep.equal({
      params: { webhookId: 'w1' },
      body: { url: crm.url, siteId: null, events: ['chat.created'], isEnabled: true },
    })
  })

  it('sends a test, and says how it went', async () => {
    const { page, press, answers } = await arrange()
    await press(/^Enviar una prueba: https:\/\/crm/)
    expect(textOf(inside(page, '.thing'))).to.contain('La prueba ha llegado: 204, 12 ms.')
    answers['POST /v2/webhooks/:webhookId/test'] = { ...deliveries[1], event: 'test' }
    await press(/^Enviar una prueba: https:\/\/crm/)
    expect(textOf(inside(page, '.thing'))).to.contain(
      'La prueba no se ha aceptado: sin respuesta en diez segundos.',
    )
  })

  it('shows what was sent, how it was answered as text, and sends it again', async () => {
    const { page, press, sent } = await arrange()
    await press(/^Envíos: https:\/\/crm/)
    await waitUntil(() => allInside(sentTo(page), '.delivery').length > 0)
    const rows = allInside(sentTo(page), '.delivery')
    const texts = rows.map((row) => textOf(row))
    expect(texts[0]).to.contain('En espera').and.to.contain('Mensajes: Escrito').and.to.contain('503')
    expect(texts[0]).to.contain('2 intentos').and.to.contain('1250 ms')
    expect(texts[1]).to.contain('Fallido').and.to.contain('sin respuesta en diez segundos')
    expect(texts[2]).to.contain('Prueba').and.not.to.contain('Enviar otra vez')
    expect(textOf(inside(sentTo(page), '.delivery pre'))).to.equal('<b>busy</b>')
    await press(/^Enviar otra vez: Mensajes/)
    expect(sent('POST /v2/webhooks/:webhookId/deliveries/:deliveryId/redeliver')?.params).to.deep.equal({
      webhookId: 'w1',
      deliveryId: 'd3',
    })
    await press('Ver anteriores')
    expect(sent('GET /v2/webhooks/:webhookId/deliveries')?.query).to.deep.equal({ before: 'd1' })
    expect(allInside(sentTo(page), '.delivery')).to.have.length(6)
  })

  it('removes one after asking', async () => {
    const { press, sent } = await arrange()
    await press(/^Quitar: https:\/\/crm/)
    expect(sent('DELETE /v2/webhooks/:webhookId')).to.equal(undefined)
    await press('Quitar')
    expect(sent('DELETE /v2/webhooks/:webhookId')?.params).to.deep.equal({ webhookId: 'w1' })
  })
})
