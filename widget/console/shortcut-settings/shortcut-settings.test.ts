import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { PersonalSettings } from '#shared/personal-settings.ts'
import { loadPersonalWords } from '../../i18n/load-personal.ts'
import { fakeClient } from '../console.fixture.ts'
import { createPersonalStore } from '../personal/personal-store.ts'
import { heard, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatShortcutSettings } from './shortcut-settings.ts'
import './shortcut-settings.ts'

const words = await loadPersonalWords('es')

async function arrange(shortcuts: PersonalSettings['shortcuts'] = {}) {
  const fake = fakeClient()
  const store = createPersonalStore(fake.client, crypto.randomUUID())
  fake.answer('PATCH /v2/commercials/me/settings', { ...store.settings.get(), shortcuts })
  await store.change({ shortcuts })
  const element = await themed<ChatShortcutSettings>(
    html`<chat-shortcut-settings .store=${store} .words=${words} .l10n=${spanish}></chat-shortcut-settings>`,
  )
  const button = (what: string) => inside(element, `.key[aria-label^="${what}"]`)
  const choose = async (what: string, key: string, init: KeyboardEventInit = {}) => {
    button(what).click()
    await element.updateComplete
    press(button('Pulsa'), key, init)
    await element.updateComplete
  }
  const said = () => textOf(inside(element, '[role="status"]'))
  const sent = () =>
    fake.asked.slice(1).map(([, call]) => (call as { body: PersonalSettings }).body.shortcuts)
  return { element, button, choose, said, sent }
}

describe('chat-shortcut-settings', () => {
  it('is accessible, waiting for a key as well', async () => {
    const { element, button } = await arrange()
    await expect(element).to.be.accessible()
    button('Coger').click()
    await element.updateComplete
    await expect(element).to.be.accessible()
  })

  it('gives something another key, none, or its usual one again', async () => {
    const { choose, sent } = await arrange({ close: 'w' })
    await choose('Coger', 'Q')
    await choose('Nota', 'Backspace')
    await choose('Cerrar', 'e')
    expect(sent()).to.deep.equal([{ close: 'w', claim: 'q' }, { close: 'w', note: '' }, {}])
  })

  it('gives no key twice, and none that is needed otherwise', async () => {
    const { choose, said, sent } = await arrange()
    await choose('Coger', 'r')
    expect(said()).to.equal('R ya es «Responder».')
    await choose('Coger', 'ArrowDown')
    expect(said()).to.contain('↓')
    await choose('Abrir la paleta', 'x')
    expect(said()).to.contain('X')
    await choose('Coger', 'Escape')
    expect(sent()).to.deep.equal([])
  })

  it('asks for single keys to be off', async () => {
    const { element } = await arrange()
    setTimeout(() => inside(element, '[role="switch"]').click())
    expect((await heard(element, 'chat-single-keys')).isOn).to.equal(false)
  })
})
