import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { Load } from '../../core/state.ts'
import { heard, inside, textOf, themed } from '../themed.fixture.ts'
import type { ChatLoadMore } from './load-more.ts'
import './load-more.ts'

const failed: Load = { state: 'failed', failure: { code: 'network', message: '' } }
const arrange = (load: Load) => themed<ChatLoadMore>(html`<chat-load-more .load=${load}></chat-load-more>`)

describe('chat-load-more', () => {
  it('is accessible', async () => {
    await expect(await arrange({ state: 'loading' })).to.be.accessible()
    await expect(await arrange(failed)).to.be.accessible()
  })

  it('asks by itself when it is seen', async () => {
    const more = await arrange({ state: 'loading' })
    setTimeout(() => (more.load = { state: 'ready' }))
    const event = await heard(more, 'chat-load-more')
    expect(event.bubbles).to.equal(true)
  })

  it('asks at a press alone after a failure', async () => {
    const more = await arrange(failed)
    expect(textOf(inside(more, '[role="alert"]'))).to.equal('The server did not answer.')
    let asked = 0
    more.addEventListener('chat-load-more', () => (asked += 1))
    // Long enough for the observer to have told that it is seen: it tells before the second frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    expect(asked).to.equal(0)
    inside(more, 'button').click()
    expect(asked).to.equal(1)
  })

  it('does not ask while a page is on its way', async () => {
    const more = await arrange({ state: 'loading' })
    let asked = 0
    more.addEventListener('chat-load-more', () => (asked += 1))
    inside(more, 'button').click()
    expect(asked).to.equal(0)
  })
})
