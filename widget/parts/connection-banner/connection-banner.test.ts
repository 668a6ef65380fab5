import { expect, html } from '@open-wc/testing'
import type { Connection } from '../../core/state.ts'
import { english, heard, inside, part } from '../part.fixture.ts'
import './connection-banner.ts'
import type { ChatConnectionBanner } from './connection-banner.ts'

const banner = (connection: Connection) =>
  part<ChatConnectionBanner>(
    html`<chat-connection-banner .l10n=${english} .connection=${connection}></chat-connection-banner>`,
  )

const waiting = (): Connection => ({ state: 'reconnecting', retryAt: Date.now() + 3_900 })

describe('chat-connection-banner', () => {
  it('is accessible', async () => {
    await expect(await banner(waiting())).to.be.accessible()
  })

  it('says nothing while all is well', async () => {
    for (const state of ['idle', 'connecting', 'online'] as const) {
      expect((await banner({ state })).shadowRoot?.querySelector('.banner')).to.equal(null)
    }
  })

  it('says when the next try is', async () => {
    expect(inside(await banner(waiting()), 'span').innerText).to.equal('No connection. Next try in 4 s')
  })

  it('lets nobody wait who does not want to', async () => {
    const element = await banner(waiting())
    const told = heard(element, 'chat-connect-now')
    inside(element, 'button').click()
    await told
  })

  it('offers no try while one is under way, or while the device has no network', async () => {
    for (const connection of [{ state: 'reconnecting', retryAt: null }, { state: 'offline' }] as const) {
      expect((await banner(connection)).shadowRoot?.querySelector('button')).to.equal(null)
    }
  })
})
