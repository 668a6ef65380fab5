import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { EndpointName } from '#shared/endpoints.ts'
import type { MacroId } from '#shared/ids.ts'
import type { Macro } from '#shared/macro.ts'
import { ApiError } from '../../../core/api-error.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import { cannedReply, commercial, fakeClient, joan, site } from '../../console.fixture.ts'
import { allInside, fieldInside, inside, spanish, textOf, themed } from '../../themed.fixture.ts'
import type { ChatConsoleSettings } from '../console-settings.ts'
import '../console-settings.ts'
import { SettingsPageElement } from '../settings-page.ts'

const admin = commercial('marta', { name: 'Marta Olmo', role: 'admin' })
const plain = commercial('marta', { name: 'Marta Olmo' })
const shop = site('site-1')
const lucia = commercial('lucia', { name: 'Lucía Pons' })
const macro: Macro = {
  macroId: 'm1' as MacroId,
  name: 'Cerrar pedido',
  actions: { reply: 'Gracias', addTags: ['pedido'], close: true },
  siteId: null,
  isShared: true,
  ownerId: admin.commercialId,
  updatedAt: '2026-11-25T09:42:00.000Z',
}
const session = {
  browser: 'Firefox',
  system: 'Linux',
  createdAt: '2026-11-25T08:00:00.000Z',
  lastSeenAt: '2026-11-25T09:00:00.000Z',
  expiresAt: '2026-12-25T08:00:00.000Z',
}
const invitation = {
  invitationId: 'i1',
  role: 'commercial',
  siteIds: ['site-1'],
  email: 'nuria@olmo.example',
  invitedBy: { commercialId: 'marta', name: 'Marta Olmo' },
  createdAt: '2026-11-25T09:00:00.000Z',
  expiresAt: '2026-12-02T09:00:00.000Z',
}
type Call = readonly [name: string, call: { params?: object; body?: object; query?: { left?: string } }]

async function arrange(page: string, as = admin) {
  const calls: Call[] = []
  const refusals = new Map<string, ApiError>()
  const answers: Partial<Record<EndpointName, unknown>> = {
    'GET /v2/sites': { sites: [shop, site('bakery', { name: 'Panadería' })] },
    'GET /v2/canned-replies': {
      replies: [
        cannedReply('envio', { title: 'Envío', content: 'Hola {{visitor.name}}, sale mañana.' }),
        cannedReply('mia', { isShared: false, ownerId: as.commercialId }),
      ],
    },
    'GET /v2/macros': { macros: [macro] },
    'GET /v2/auth/me': as,
    'GET /v2/sessions': {
      sessions: [
        { ...session, sessionId: 'here', isCurrent: true },
        { ...session, sessionId: 'there', isCurrent: false, addressPrefix: '203.0.113.0/24' },
      ],
    },
    'GET /v2/invitations': { invitations: [invitation] },
    'POST /v2/invitations': { ...invitation, link: 'https://chat.example/console#invitation=once' },
    'GET /v2/sites/:siteId': {
      ...shop,
      identityKeys: [
        { kid: 'old', algorithm: 'HS256', createdAt: '2026-11-01T09:00:00.000Z' },
        { kid: 'lost', algorithm: 'HS256', createdAt: '2026-11-02T09:00:00.000Z', isLost: true },
      ],
    },
    'POST /v2/sites/:siteId/identity-keys': {
      kid: 'new',
      algorithm: 'HS256',
      createdAt: '2026-11-25T09:00:00.000Z',
      secret: 'once',
    },
  }
  const call = ((name: EndpointName, given: Call[1] = {}) => {
    calls.push([name, given])
    const refusal = refusals.get(name)
    if (refusal !== undefined) return Promise.reject(refusal)
    if (name !== 'GET /v2/commercials') return Promise.resolve(answers[name])
    return Promise.resolve({ commercials: given.query?.left === 'true' ? [lucia] : [as, joan] })
  }) as ChatClient['call']
  const settings = await themed<ChatConsoleSettings>(
    html`<chat-console-settings
      .section=${`settings/${page}`}
      .client=${{ ...fakeClient().client, call }}
      .commercial=${as}
      .l10n=${spanish}
      .apiUrl=${location.origin}
    ></chat-console-settings>`,
  )
  const tag = `chat-${page}-page`
  await waitUntil(() => allInside(settings, tag).length > 0)
  const element = inside(settings, tag, SettingsPageElement)
  await waitUntil(() => allInside(element, '.card, .items').length > 0)
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve))
    await settings.updateComplete
    await element.updateComplete
  }
  const press = async (name: string | RegExp) => {
    const found = allInside(element, 'button').find((button) =>
      (button.ariaLabel ?? textOf(button)).match(name),
    )
    if (found === undefined) throw new Error(`No button ${String(name)}`)
    found.click()
    await settle()
    await settle()
  }
  const write = async (label: string, value: string) => {
    const found = allInside<HTMLLabelElement>(element, 'label').find((one) => textOf(one) === label)
    const input = fieldInside(element, `[id="${found?.htmlFor ?? ''}"]`)
    input.value = value
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await settle()
    return input
  }
  const sent = (name: EndpointName) => calls.find(([one]) => one === name)?.[1]
  return { settings, element, press, write, sent, settle, refuse: refusals }
}

describe('the team’s pages of the settings', () => {
  for (const page of ['people', 'replies', 'macros', 'profile', 'identity']) {
    it(`are accessible (${page}), with a form open too`, async () => {
      const { settings, element, press } = await arrange(page)
      await expect(settings).to.be.accessible()
      if (allInside(element, 'button').some((one) => textOf(one) === 'Cambiar')) await press(/Cambiar/)
      await expect(settings).to.be.accessible()
    })
  }

  it('show people what is theirs and the team’s, and let them change only what they may', async () => {
    const { settings, element } = await arrange('replies', plain)
    const names = allInside(settings, 'nav li').map((one) => textOf(one))
    expect(names).to.deep.equal(['Respuestas guardadas', 'Macros', 'Perfil y contraseña'])
    const rows = allInside(element, '.thing').map((one) => textOf(one))
    expect(rows[0]).to.contain('/envio').and.to.contain('La hizo quien administra')
    expect(rows[1]).to.contain('/mia').and.to.contain('Cambiar')
  })

  it('keep a new reply, after showing how it will read', async () => {
    const { element, press, write, sent } = await arrange('replies')
    await press('Respuesta nueva')
    await write('Palabra tras la barra', 'hola')
    await write('Título', 'Saludo')
    await write('Texto', 'Hola {{visitor.firstName|amiga}}, soy {{commercial.firstName}}.')
    expect(textOf(inside(element, '.preview'))).to.equal('Hola Ana, soy Marta.')
    await press('Guardar')
    expect(sent('POST /v2/canned-replies')?.body).to.deep.equal({
      shortcut: 'hola',
      title: 'Saludo',
      content: 'Hola {{visitor.firstName|amiga}}, soy {{commercial.firstName}}.',
      siteId: null,
      isShared: false,
    })
    expect(allInside(element, '.form')).to.deep.equal([])
  })

  it('say at the field what is wrong with it, and keep what was written', async () => {
    const { element, press, write, refuse } = await arrange('replies')
    const issues = [{ path: 'shortcut', message: 'Letters, digits, - and _' }]
    refuse.set('POST /v2/canned-replies', new ApiError(422, 'invalid', { message: 'No', body: { issues } }))
    await press('Respuesta nueva')
    const input = await write('Palabra tras la barra', 'dos palabras')
    await press('Guardar')
    expect(input.ariaInvalid).to.equal('true')
    expect(textOf(inside(element, '.error'))).to.equal('Letras, cifras y guiones, sin espacios.')
    expect(element.shadowRoot?.activeElement).to.equal(input)
    refuse.set('POST /v2/canned-replies', new ApiError(409, 'shortcut_taken', { message: 'Ya existe.' }))
    await press('Guardar')
    expect(textOf(inside(element, '.form .refusal'))).to.equal('Ya existe.')
  })

  it('remove only after asking once more', async () => {
    const { press, sent } = await arrange('replies')
    await press('Quitar: /envio')
    expect(sent('DELETE /v2/canned-replies/:replyId')).to.equal(undefined)
    await press(/^Quitar$/)
    expect(sent('DELETE /v2/canned-replies/:replyId')?.params).to.deep.equal({ replyId: 'envio' })
  })

  it('say what a macro does, and change it', async () => {
    const { element, press, write, sent } = await arrange('macros')
    expect(textOf(inside(element, '.thing .more'))).to.equal('Gracias · +pedido · La cierra')
    await press('Cambiar: Cerrar pedido')
    await write('Pone estas etiquetas', 'pedido, enviado')
    await press('Guardar')
    expect(sent('PATCH /v2/macros/:macroId')?.body).to.deep.include({
      actions: { reply: 'Gracias', isInternal: false, addTags: ['pedido', 'enviado'], close: true },
    })
  })

  it('change a person’s role, take away access after asking, and give it back', async () => {
    const { element, press, sent } = await arrange('people')
    expect(allInside(element, '.thing').map((one) => textOf(one))[2]).to.contain('sin acceso')
    await press('Cambiar a Joan Olmo')
    await press('Quitar el acceso')
    expect(sent('PATCH /v2/commercials/:commercialId')).to.equal(undefined)
    expect(textOf(inside(element, '.form .refusal'))).to.contain('Joan Olmo')
    await press('Quitar el acceso')
    expect(sent('PATCH /v2/commercials/:commercialId')).to.deep.equal({
      params: { commercialId: 'joan' },
      body: { isDisabled: true },
    })
    const other = await arrange('people')
    await other.press('Devolver el acceso: Lucía Pons')
    expect(other.sent('PATCH /v2/commercials/:commercialId')).to.deep.equal({
      params: { commercialId: 'lucia' },
      body: { isDisabled: false },
    })
  })

  it('tell why the last admin stays one', async () => {
    const { element, press, refuse } = await arrange('people')
    const message = 'Alguien tiene que administrar.'
    refuse.set('PATCH /v2/commercials/:commercialId', new ApiError(409, 'last_admin', { message }))
    await press('Cambiar a Marta Olmo')
    allInside<HTMLInputElement>(element, '.form input[type="radio"]')[0]?.click()
    await press('Guardar')
    expect(textOf(inside(element, '.form .refusal'))).to.equal(message)
  })

  it('change one’s own name and password', async () => {
    const { element, press, write, sent, refuse, settle } = await arrange('profile', plain)
    await write('Nombre', 'Marta O.')
    await press('Guardar')
    expect(sent('PATCH /v2/auth/me')?.body).to.deep.equal({ name: 'Marta O.' })
    const message = 'Esa no es tu contraseña actual.'
    refuse.set('PUT /v2/auth/password', new ApiError(403, 'wrong_password', { message }))
    const current = await write('Contraseña actual', 'wrong')
    await write('Contraseña nueva', 'a long password')
    await press('Cambiar la contraseña')
    await settle()
    expect(current.ariaInvalid).to.equal('true')
    expect(textOf(inside(element, '[id="current-password-error"]'))).to.equal(message)
    refuse.clear()
    await press('Cambiar la contraseña')
    expect(current.value).to.equal('')
    expect(textOf(inside(element, '[role="status"]'))).to.contain('Tu contraseña ya es otra')
  })

  it('show where one is signed in, and end what is elsewhere', async () => {
    const { element, press, sent } = await arrange('profile')
    const rows = allInside(element, '.thing').map((one) => textOf(one))
    expect(rows[0]).to.contain('Firefox · Linux').and.to.contain('aquí').and.not.to.contain('Cerrar')
    expect(rows[1]).to.contain('203.0.113.0/24')
    await press('Cerrar: Firefox · Linux')
    expect(sent('DELETE /v2/sessions/:sessionId')?.params).to.deep.equal({ sessionId: 'there' })
    await press('Cerrar todas las demás')
    expect(sent('DELETE /v2/sessions')).not.to.equal(undefined)
  })

  it('invite by a link that is shown once, and take an invitation back', async () => {
    const { element, sent } = await arrange('people')
    const inner = inside(element, 'chat-invitations')
    await waitUntil(() => allInside(inner, '.thing').length > 0)
    await expect(inner).to.be.accessible()
    const email = inside(inner, '#invite-email', HTMLInputElement)
    email.value = 'nuria@olmo.example'
    email.dispatchEvent(new Event('input'))
    inside(inner, '[type="submit"]').click()
    await waitUntil(() => allInside(inner, 'chat-copy-block').length > 0)
    expect(sent('POST /v2/invitations')?.body).to.deep.equal({
      role: 'commercial',
      email: 'nuria@olmo.example',
    })
    expect(textOf(inside(inside(inner, 'chat-copy-block'), 'pre'))).to.contain('#invitation=once')
    inside(inner, '.thing button').click()
    await waitUntil(() => sent('DELETE /v2/invitations/:invitationId') !== undefined)
    expect(sent('DELETE /v2/invitations/:invitationId')?.params).to.deep.equal({ invitationId: 'i1' })
  })

  it('say of a key whose secret cannot be opened any more what to do, and show no example with it', async () => {
    const { element } = await arrange('identity')
    const [old, lost] = allInside(element, '.items li').map((item) => textOf(item))
    expect(old).to.not.contain('ya no puede abrir')
    expect(lost).to.contain('Este servidor ya no puede abrir su secreto: crea una clave nueva')
    const examples = allInside(element, 'chat-copy-block').map((block) => textOf(inside(block, 'pre')))
    expect(examples.join()).to.not.contain("'lost'")
  })

  it('show a new key’s secret once, with an example that signs with it', async () => {
    const { element, press } = await arrange('identity')
    const blocks = () => allInside(element, 'chat-copy-block').map((block) => textOf(inside(block, 'pre')))
    expect(blocks()[0]).to.contain("kid: 'old'")
    await press('Clave nueva')
    expect(blocks()[0]).to.equal('CHAT_KEY_SECRET=once')
    expect(blocks()[1]).to.contain("kid: 'new'")
    allInside<HTMLInputElement>(element, '.segments input')[2]?.click()
    await element.updateComplete
    await new Promise((resolve) => setTimeout(resolve))
    expect(blocks()[1]).to.contain('def sign_identity(user)')
  })
})
