import { expect, html } from '@open-wc/testing'
import type { Typist } from '../../core/state.ts'
import { english, part } from '../part.fixture.ts'
import { typingIndicator } from './typing-indicator.ts'

const typist = (userName: string): Typist => ({ userId: userName, userType: 'commercial', userName })
const indicator = (...names: string[]) =>
  part<HTMLElement>(
    html`<div>
      ${typingIndicator(
        names.map((name) => typist(name)),
        english,
      )}
    </div>`,
  )
const words = async (...names: string[]) =>
  (await indicator(...names)).querySelector<HTMLElement>('.meta')?.innerText

describe('typingIndicator', () => {
  it('is accessible', async () => {
    await expect(await indicator('Marta')).to.be.accessible()
  })

  it('names one', async () => {
    expect(await words('Marta')).to.equal('Marta is typing')
  })

  it('names several', async () => {
    expect(await words('Marta', 'Joan')).to.equal('Marta and Joan are typing')
  })

  it('shows nothing while nobody types', async () => {
    expect((await indicator()).querySelector('.bubble')).to.equal(null)
  })

  it('is not read out', async () => {
    expect((await indicator('Marta')).querySelector('.group')?.ariaHidden).to.equal('true')
  })
})
