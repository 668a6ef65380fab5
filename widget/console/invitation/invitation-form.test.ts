import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../core/api-error.ts'
import { fakeClient } from '../console.fixture.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatInvitationForm } from './invitation-form.ts'
import './invitation-form.ts'

const offer = {
  role: 'commercial',
  invitedBy: 'Marta Olmo',
  sites: ['Olmo & Hijas', 'Panadería'],
  expiresAt: '2026-12-02T09:00:00.000Z',
} as const

async function arrange(answer: object | null = offer) {
  const fake = fakeClient({ session: { state: 'signed-out' } })
  if (answer !== null) fake.answer('POST /v2/auth/invitation', answer as typeof offer & { sites: string[] })
  const form = await themed<ChatInvitationForm>(
    html`<chat-invitation-form
      .client=${fake.client}
      .token=${'k7Qm'}
      .l10n=${spanish}
    ></chat-invitation-form>`,
  )
  await waitUntil(() => allInside(form, 'form, .refusal').length > 0)
  return { fake, form }
}

function type(form: ChatInvitationForm, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) inside(form, `#${name}`, HTMLInputElement).value = value
}

describe('chat-invitation-form', () => {
  it('is accessible, open and over', async () => {
    await expect((await arrange()).form).to.be.accessible()
    await expect((await arrange(null)).form).to.be.accessible()
  })

  it('says who invites, and to what, before anything is typed', async () => {
    const { form } = await arrange()
    const head = textOf(inside(form, '.head')).replaceAll(/[\u2068\u2069]/g, '')
    expect(head).to.contain('Marta Olmo te invita').and.to.contain('Olmo & Hijas y Panadería')
  })

  it('makes the account and tells that the way is open', async () => {
    const { form, fake } = await arrange()
    type(form, { name: 'Núria', email: 'nuria@olmo.example', password: 'una frase larga' })
    setTimeout(() => inside(form, '[type="submit"]').click())
    await heard(form, 'chat-entered')
    expect(fake.asked.find(([name]) => name === 'acceptInvitation')?.[1]).to.deep.equal({
      invitationToken: 'k7Qm',
      name: 'Núria',
      email: 'nuria@olmo.example',
      password: 'una frase larga',
    })
  })

  it('asks for no address where the invitation has one', async () => {
    const { form } = await arrange({ ...offer, email: 'nuria@olmo.example' })
    expect(allInside(form, '#email')).to.deep.equal([])
    expect(textOf(inside(form, '.intro'))).to.contain('Entrarás como nuria@olmo.example')
  })

  it('says at its field what was refused', async () => {
    const { form, fake } = await arrange()
    const issues = [{ path: 'password', message: 'Expected >=10' }]
    fake.refuse('acceptInvitation', new ApiError(422, 'invalid', { message: 'No', body: { issues } }))
    type(form, { name: 'Núria', email: 'nuria@olmo.example', password: 'corta' })
    inside(form, '[type="submit"]').click()
    await waitUntil(() => allInside(form, '[aria-invalid="true"]').length > 0)
    expect(textOf(inside(form, '#password-error'))).to.contain('10 caracteres')
  })

  it('leads to the usual entrance when it is over', async () => {
    const fake = fakeClient({ session: { state: 'signed-out' } })
    fake.client.commercial.lookAtInvitation = () => Promise.reject(new ApiError(401, 'token_expired'))
    const form = await themed<ChatInvitationForm>(
      html`<chat-invitation-form
        .client=${fake.client}
        .token=${'x'}
        .l10n=${spanish}
      ></chat-invitation-form>`,
    )
    await waitUntil(() => allInside(form, '.link-button').length > 0)
    expect(textOf(inside(form, '.refusal'))).to.contain('Pide otra')
    const left = new Promise((resolve) => form.addEventListener('chat-leave-set-up', resolve, { once: true }))
    inside(form, '.link-button').click()
    await left
  })
})
