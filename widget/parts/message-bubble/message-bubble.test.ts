import { expect, html } from '@open-wc/testing'
import { part } from '../part.fixture.ts'
import { messageBubble } from './message-bubble.ts'
import type { Bubble } from './message-bubble.ts'

const bubble = (text: string, more: Partial<Bubble> = {}) =>
  part(html`<div>${messageBubble({ text, side: 'in', hasTail: true, ...more })}</div>`)

describe('messageBubble', () => {
  it('is accessible', async () => {
    await expect(await bubble('Mira https://olmo.es')).to.be.accessible()
  })

  it('lets the text choose its direction', async () => {
    const element = await bubble('مرحبا، السعر 25.50€؟')
    expect(element.querySelector('.text')?.matches(':dir(rtl)')).to.equal(true)
    expect(element.querySelector('.bubble')?.matches(':dir(rtl)')).to.equal(false)
  })
})
