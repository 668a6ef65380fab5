import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { PushDevice } from '#shared/push.ts'
import { loadPersonalWords } from '../../i18n/load-personal.ts'
import type { PushDevices, PushState } from '../calling/push-device.ts'
import { allInside, inside, textOf, themed } from '../themed.fixture.ts'
import type { ChatPushSettings } from './push-settings.ts'
import './push-settings.ts'

const words = await loadPersonalWords('es')
const phone = { deviceId: 'd1', label: 'Chrome · Android', createdAt: '' } as PushDevice

async function arrange(first: PushState, listed: readonly PushDevice[] = []) {
  const asked: string[] = []
  let [current, devices, isBroken] = [first, listed, false]
  const note = (what: string, then: () => void) => async () => {
    asked.push(what)
    if (isBroken) throw new Error('AbortError')
    then()
  }
  const push: PushDevices = {
    state: async () => current,
    list: async () => devices,
    turnOn: note('on', () => ([current, devices] = ['on', [phone]])),
    turnOff: note('off', () => ([current, devices] = ['off', []])),
    forget: note('forget', () => (devices = [])),
    test: note('test', () => {}),
    renew: async () => {},
  }
  const element = await themed<ChatPushSettings>(
    html`<chat-push-settings .push=${push} .words=${words}></chat-push-settings>`,
  )
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve))
    await element.updateComplete
  }
  await settle()
  const toggle = () => inside(element, '[role="switch"]')
  return { element, asked, settle, toggle, breakDown: () => (isBroken = true) }
}

describe('chat-push-settings', () => {
  it('is accessible', async () => {
    const { element } = await arrange('on', [phone])
    await expect(element).to.be.accessible()
  })

  it('turns this browser on, names it, and tries it', async () => {
    const { element, asked, settle, toggle } = await arrange('off')
    toggle().click()
    await settle()
    expect(toggle().ariaChecked).to.equal('true')
    expect(textOf(inside(element, 'li'))).to.contain('Chrome · Android')
    inside(element, '.button').click()
    await settle()
    expect(textOf(inside(element, '[role="status"]'))).to.equal(words.pushTested)
    expect(asked).to.deep.equal(['on', 'test'])
  })

  it('forgets another one', async () => {
    const { element, asked, settle } = await arrange('off', [phone])
    inside(element, 'li button').click()
    await settle()
    expect([asked, allInside(element, 'li')]).to.deep.equal([['forget'], []])
  })

  it('says when the browser or its vendor will not', async () => {
    const { element, settle, toggle, breakDown } = await arrange('off')
    breakDown()
    toggle().click()
    await settle()
    expect(textOf(inside(element, '[role="status"]'))).to.equal(words.pushFailed)
    expect(toggle().ariaChecked).to.equal('false')
  })

  it('says where there is none', async () => {
    const { element, toggle } = await arrange('unsupported')
    expect(toggle().matches(':disabled')).to.equal(true)
    expect(textOf(element.renderRoot.querySelector('.what') ?? element)).to.contain(words.pushUnsupported)
  })
})
