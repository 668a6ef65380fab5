import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatLoginForm } from './login-form.ts'
import './login-form.ts'

const arrange = (change: Partial<ChatLoginForm> = {}) =>
  themed<ChatLoginForm>(
    html`<chat-login-form
      .l10n=${spanish}
      .failure=${change.failure ?? null}
      .isBusy=${change.isBusy ?? false}
      .expiredEmail=${change.expiredEmail ?? ''}
    ></chat-login-form>`,
  )

function fill(form: ChatLoginForm, values: { email?: string; password?: string }): void {
  for (const [name, value] of Object.entries(values)) inside(form, `#${name}`, HTMLInputElement).value = value
}

const submit = (form: ChatLoginForm) => inside(form, 'form').requestSubmit()
const refused = {
  code: 'wrong_credentials',
  message: 'Correo o contraseña incorrectos.',
  issues: [],
  body: {},
}

describe('chat-login-form', () => {
  it('is accessible, empty and refused', async () => {
    await expect(await arrange()).to.be.accessible()
    await expect(await arrange({ failure: refused })).to.be.accessible()
  })

  it('asks to sign in with what was typed', async () => {
    const form = await arrange()
    fill(form, { email: ' marta@olmoehijas.es ', password: ' spaces count ' })
    setTimeout(() => submit(form))
    const { credentials } = await heard(form, 'chat-sign-in')
    expect(credentials).to.deep.equal({ email: 'marta@olmoehijas.es', password: ' spaces count ' })
  })

  it('says at each field what is missing, and goes to the first', async () => {
    const form = await arrange()
    let hasAsked = false
    form.addEventListener('chat-sign-in', () => (hasAsked = true))
    submit(form)
    await form.updateComplete
    expect(textOf(inside(form, '#email-error'))).to.equal('Escribe tu correo.')
    expect(textOf(inside(form, '#password-error'))).to.equal('Escribe tu contraseña.')
    expect(inside(form, '#email').getAttribute('aria-describedby')).to.equal('email-error')
    await form.updateComplete
    expect(form.shadowRoot?.activeElement?.id).to.equal('email')
    expect(hasAsked).to.equal(false)
  })

  it('keeps what was typed when it is refused, says why, and goes to the password', async () => {
    const form = await arrange()
    fill(form, { email: 'marta@olmoehijas.es', password: 'wrong' })
    form.failure = refused
    await form.updateComplete
    expect(textOf(inside(form, '[role="alert"]'))).to.equal('Correo o contraseña incorrectos.')
    expect(inside(form, '#email', HTMLInputElement).value).to.equal('marta@olmoehijas.es')
    expect(form.shadowRoot?.activeElement?.id).to.equal('password')
  })

  it('asks only once while the answer is on its way', async () => {
    const form = await arrange({ isBusy: true })
    let asked = 0
    form.addEventListener('chat-sign-in', () => (asked += 1))
    fill(form, { email: 'a@b.es', password: 'x' })
    submit(form)
    expect(asked).to.equal(0)
  })

  it('shows the password and hides it again', async () => {
    const form = await arrange()
    const reveal = inside(form, 'button[type="button"]', HTMLButtonElement)
    reveal.click()
    await form.updateComplete
    expect(inside(form, '#password', HTMLInputElement).type).to.equal('text')
    expect(reveal.ariaLabel).to.equal('Ocultar la contraseña')
    reveal.click()
    await form.updateComplete
    expect(inside(form, '#password', HTMLInputElement).type).to.equal('password')
  })

  it('lets a password manager know the fields, and lets people paste', async () => {
    const form = await arrange()
    expect(inside(form, '#email', HTMLInputElement).autocomplete).to.equal('username')
    expect(inside(form, '#password', HTMLInputElement).autocomplete).to.equal('current-password')
    const paste = new Event('paste', { bubbles: true, cancelable: true })
    expect(inside(form, '#password').dispatchEvent(paste)).to.equal(true)
  })

  it('knows whose session has ended, and goes straight to the password', async () => {
    const form = await arrange({ expiredEmail: 'marta@olmoehijas.es' })
    expect(textOf(inside(form, 'h1'))).to.equal('Tu sesión ha terminado')
    expect(inside(form, '#email', HTMLInputElement).value).to.equal('marta@olmoehijas.es')
    form.focus()
    expect(form.shadowRoot?.activeElement?.id).to.equal('password')
  })
})
