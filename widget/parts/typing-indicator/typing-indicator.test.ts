import { expect, html } from '@open-wc/testing'
import type { Typist } from '../../core/state.ts'
import { english, inside, part } from '../part.fixture.ts'
import './typing-indicator.ts'
import type { ChatTypingIndicator } from './typing-indicator.ts'

const typist = (userName: string): Typist => ({ userId: userName, userType: 'commercial', userName })
const indicator = (...names: string[]) =>
  part<ChatTypingIndicator>(
    html`<chat-typing-indicator
      .l10n=${english}
      .typists=${names.map((name) => typist(name))}
    ></chat-typing-indicator>`,
  )

describe('chat-typing-indicator', () => {
  it('is accessible', async () => {
    await expect(await indicator('Marta')).to.be.accessible()
  })

  it('names one', async () => {
    expect(inside(await indicator('Marta'), '.meta').innerText).to.equal('Marta is typing')
  })

  it('names several', async () => {
    expect(inside(await indicator('Marta', 'Joan'), '.meta').innerText).to.equal('Marta and Joan are typing')
  })

  it('shows nothing while nobody types', async () => {
    expect((await indicator()).shadowRoot?.querySelector('.bubble')).to.equal(null)
  })

  it('is not read out', async () => {
    expect(inside(await indicator('Marta'), '.group').ariaHidden).to.equal('true')
  })
})
