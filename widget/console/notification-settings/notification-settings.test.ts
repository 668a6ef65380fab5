import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { INITIAL_NOTIFYING } from '#shared/notifying.ts'
import { loadPersonalWords } from '../../i18n/load-personal.ts'
import { ApiError } from '../../core/api-error.ts'
import type { Permission } from '../calling/system-notifications.ts'
import { fakeClient } from '../console.fixture.ts'
import { createPersonalStore } from '../personal/personal-store.ts'
import { allInside, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatNotificationSettings } from './notification-settings.ts'
import './notification-settings.ts'

const words = await loadPersonalWords('es')

async function arrange(permission: Permission = 'granted') {
  const fake = fakeClient()
  const store = createPersonalStore(fake.client, crypto.randomUUID())
  let current = permission
  const notifications = {
    permission: () => current,
    ask: async () => (current = 'granted'),
  }
  const element = await themed<ChatNotificationSettings>(
    html`<chat-notification-settings
      .store=${store}
      .notifications=${notifications}
      .words=${words}
      .l10n=${spanish}
    ></chat-notification-settings>`,
  )
  const flip = (label: string) => inside(element, `[role="switch"][aria-label="${label}"]`).click()
  const sent = () =>
    fake.asked.map(([, call]) => (call as { body: { notifying: typeof INITIAL_NOTIFYING } }).body.notifying)
  return { ...fake, element, store, flip, sent }
}

describe('chat-notification-settings', () => {
  it('is accessible', async () => {
    const { element, flip } = await arrange('default')
    flip('Horas de silencio')
    await element.updateComplete
    await expect(element).to.be.accessible()
  })

  it('changes one thing and leaves the others as they are', async () => {
    const { flip, sent } = await arrange()
    flip('Sonido: Un mensaje en una de las tuyas')
    flip('Repetir hasta que se lea')
    const kinds = { ...INITIAL_NOTIFYING.kinds, message: { isShown: true, isHeard: false } }
    expect(sent()).to.deep.equal([
      { ...INITIAL_NOTIFYING, kinds },
      { ...INITIAL_NOTIFYING, kinds, isRepeated: true },
    ])
  })

  it('has quiet hours in the time of whoever sets them', async () => {
    const { element, flip, sent } = await arrange()
    flip('Horas de silencio')
    await element.updateComplete
    const [from] = allInside<HTMLInputElement>(element, 'input[type="time"]')
    if (from === undefined) throw new Error('No times')
    from.value = '19:30'
    from.dispatchEvent(new Event('change'))
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    expect(sent().at(-1)?.quietHours).to.deep.equal({ from: '19:30', to: '08:00', timeZone })
    from.value = ''
    from.dispatchEvent(new Event('change'))
    await element.updateComplete
    expect([from.value, sent().length]).to.deep.equal(['19:30', 2])
  })

  it('says what was not saved, and shows what is so', async () => {
    const { element, flip, refuse, store } = await arrange()
    refuse('PATCH /v2/commercials/me/settings', new ApiError(0, 'network'))
    flip('Repetir hasta que se lea')
    await new Promise((resolve) => setTimeout(resolve))
    await element.updateComplete
    expect(textOf(inside(element, '[role="alert"]'))).to.match(/^No se ha guardado: /)
    expect(store.settings.get().notifying.isRepeated).to.equal(false)
  })

  it('asks for permission only when somebody presses the button, and says what the browser answered', async () => {
    const { element } = await arrange('default')
    expect(textOf(inside(element, '[role="status"]'))).to.equal(words.permissions.default)
    inside(element, '.primary').click()
    await new Promise((resolve) => setTimeout(resolve))
    await element.updateComplete
    expect(textOf(inside(element, '[role="status"]'))).to.equal(words.permissions.granted)
    expect(allInside(element, '.primary')).to.deep.equal([])
  })
})
