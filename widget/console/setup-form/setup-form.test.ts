import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatSetupForm } from './setup-form.ts'
import './setup-form.ts'

const arrange = () => themed<ChatSetupForm>(html`<chat-setup-form .l10n=${spanish}></chat-setup-form>`)

function submit(
  form: ChatSetupForm,
  values: { name?: string; email?: string; password?: string } = {},
): void {
  for (const [name, value] of Object.entries(values)) inside(form, `#${name}`, HTMLInputElement).value = value
  inside(form, 'form').requestSubmit()
}

const account = { name: 'Marta', email: 'marta@olmoehijas.es', password: 'una-larga-frase' }

describe('chat-setup-form', () => {
  it('is accessible, also with every field wrong', async () => {
    const form = await arrange()
    await expect(form).to.be.accessible()
    submit(form)
    await form.updateComplete
    await expect(form).to.be.accessible()
  })

  it('asks for the account that was typed', async () => {
    const form = await arrange()
    setTimeout(() => submit(form, { ...account, name: ' Marta ' }))
    const event = await heard(form, 'chat-set-up')
    expect(event.account).to.deep.equal(account)
  })

  it('says at its field what cannot be an account', async () => {
    const form = await arrange()
    submit(form, { name: '', email: 'marta', password: 'short' })
    await form.updateComplete
    expect(textOf(inside(form, '#name-error'))).to.equal('Escribe tu nombre.')
    expect(textOf(inside(form, '#email-error'))).to.equal('Esto no parece un correo.')
    expect(textOf(inside(form, '#password-error'))).to.equal('Usa al menos 10 caracteres.')
    await form.updateComplete
    expect(form.shadowRoot?.activeElement?.id).to.equal('name')
  })

  it('puts what the server refuses at its field', async () => {
    const form = await arrange()
    form.failure = {
      code: 'invalid',
      message: 'Algo no es válido.',
      issues: [{ path: 'email', message: 'No es un correo' }],
      body: {},
    }
    await form.updateComplete
    expect(textOf(inside(form, '#email-error'))).to.equal('No es un correo')
    expect(textOf(inside(form, '[role="alert"]'))).to.equal('')
  })

  for (const code of ['not_found', 'invalid_token', 'token_expired']) {
    it(`leads to the usual entrance when the link is over (${code})`, async () => {
      const form = await arrange()
      form.failure = { code, message: 'No', issues: [], body: {} }
      await form.updateComplete
      setTimeout(() => inside(form, '[role="alert"] button').click())
      const event = await heard(form, 'chat-leave-set-up')
      expect(event.bubbles).to.equal(true)
    })
  }
})
