import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { fakeClient } from '../console.fixture.ts'
import { ChatSignInEvent } from '../login-form/login-form.ts'
import { ChatLeaveSetUpEvent, ChatSetUpEvent } from '../setup-form/setup-form.ts'
import { heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatConsoleEntrance } from './console-entrance.ts'
import './console-entrance.ts'

async function arrange(setupToken: string | null = null) {
  const fake = fakeClient({ session: { state: 'signed-out' } })
  const entrance = await themed<ChatConsoleEntrance>(
    html`<chat-console-entrance
      .client=${fake.client}
      .l10n=${spanish}
      .setupToken=${setupToken}
    ></chat-console-entrance>`,
  )
  return { fake, entrance }
}

const credentials = { email: 'marta@olmoehijas.es', password: 'x' }
const account = { name: 'Marta', email: 'marta@olmoehijas.es', password: 'una-larga-frase' }

describe('chat-console-entrance', () => {
  it('is accessible', async () => {
    await expect((await arrange()).entrance).to.be.accessible()
    await expect((await arrange('token')).entrance).to.be.accessible()
  })

  it('signs in, and tells that the way is open', async () => {
    const { fake, entrance } = await arrange()
    const entered = heard(entrance, 'chat-entered')
    inside(entrance, 'chat-login-form').dispatchEvent(new ChatSignInEvent(credentials))
    await entered
    expect(fake.asked).to.deep.equal([['signIn', credentials]])
  })

  it('makes the first account with the token of the link', async () => {
    const { fake, entrance } = await arrange('k7Qm')
    const entered = heard(entrance, 'chat-entered')
    inside(entrance, 'chat-setup-form').dispatchEvent(new ChatSetUpEvent(account))
    await entered
    expect(fake.asked).to.deep.equal([['setUp', { ...account, setupToken: 'k7Qm' }]])
  })

  it('says why it was refused, and lets one try again', async () => {
    const { fake, entrance } = await arrange()
    fake.refuse('signIn', { code: 'wrong_credentials', message: 'Correo o contraseña incorrectos.' })
    const form = inside(entrance, 'chat-login-form')
    form.dispatchEvent(new ChatSignInEvent(credentials))
    await new Promise((resolve) => setTimeout(resolve))
    await entrance.updateComplete
    expect(textOf(inside(form, '[role="alert"]'))).to.equal('Correo o contraseña incorrectos.')
    const entered = heard(entrance, 'chat-entered')
    form.dispatchEvent(new ChatSignInEvent(credentials))
    await entered
  })

  it('passes on that the link was of no use', async () => {
    const { entrance } = await arrange('k7Qm')
    const left = heard(entrance, 'chat-leave-set-up')
    inside(entrance, 'chat-setup-form').dispatchEvent(new ChatLeaveSetUpEvent())
    expect((await left).type).to.equal('chat-leave-set-up')
  })
})
