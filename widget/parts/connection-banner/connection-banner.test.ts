import { expect, html, waitUntil } from '@open-wc/testing'
import { LitElement } from 'lit'
import type { Connection } from '../../core/state.ts'
import { english, part } from '../part.fixture.ts'
import { connectionBanner } from './connection-banner.ts'
import { CountdownController } from './countdown.ts'

async function banner(connection: Connection, connectNow = () => {}): Promise<HTMLElement> {
  return part<HTMLElement>(html`<div>${connectionBanner(connection, english, connectNow)}</div>`)
}

const waiting = (): Connection => ({ state: 'reconnecting', retryAt: Date.now() + 3_900 })

describe('connectionBanner', () => {
  it('is accessible', async () => {
    await expect(await banner(waiting())).to.be.accessible()
  })

  it('says nothing while all is well', async () => {
    for (const state of ['idle', 'connecting', 'online'] as const) {
      expect((await banner({ state })).querySelector('.banner')).to.equal(null)
    }
  })

  it('says when the next try is', async () => {
    const words = (await banner(waiting())).querySelector('span')?.innerText
    expect(words).to.equal('No connection. Next try in 4 s')
  })

  it('lets nobody wait who does not want to', async () => {
    let tries = 0
    const place = await banner(waiting(), () => tries++)
    place.querySelector('button')?.click()
    expect(tries).to.equal(1)
  })

  it('offers no try while one is under way, or while the device has no network', async () => {
    for (const connection of [{ state: 'reconnecting', retryAt: null }, { state: 'offline' }] as const) {
      const place = await banner(connection)
      expect(place.querySelector('.banner')).not.to.equal(null)
      expect(place.querySelector('button')).to.equal(null)
    }
  })
})

class Waiting extends LitElement {
  readonly connection: Connection = { state: 'reconnecting', retryAt: Date.now() + 1_050 }

  constructor() {
    super()
    this.addController(new CountdownController(this, () => this.connection))
  }

  override render() {
    return connectionBanner(this.connection, english, () => {})
  }
}
customElements.define('test-waiting', Waiting)

describe('CountdownController', () => {
  it('lets the seconds pass', async () => {
    const element = await part<Waiting>(html`<test-waiting></test-waiting>`)
    const words = () => element.renderRoot.querySelector('span')?.textContent
    expect(words()).to.equal('No connection. Next try in 2 s')
    await waitUntil(() => words() === 'No connection. Next try in 1 s')
  })
})
