import { expect, html, waitUntil } from '@open-wc/testing'
import { inside, part } from '../part.fixture.ts'
import './avatar.ts'
import type { ChatAvatar } from './avatar.ts'
import { hueOf, initialsOf } from './initials.ts'

describe('chat-avatar', () => {
  it('is accessible', async () => {
    await expect(await part(html`<chat-avatar name="Núria Ferrer"></chat-avatar>`)).to.be.accessible()
  })

  it('shows initials while there is no picture', async () => {
    const avatar = await part<ChatAvatar>(html`<chat-avatar name="Núria Ferrer"></chat-avatar>`)
    expect(inside(avatar, '.tile').innerText.trim()).to.equal('NF')
  })

  it('falls back to initials when the picture does not load', async () => {
    const avatar = await part<ChatAvatar>(
      html`<chat-avatar name="Marta" image="data:image/png,no"></chat-avatar>`,
    )
    await waitUntil(() => inside(avatar, '.tile').innerText.trim() === 'M')
  })

  it('is as large as it is told', async () => {
    const avatar = await part<ChatAvatar>(html`<chat-avatar name="Marta" size="28"></chat-avatar>`)
    expect(avatar.getBoundingClientRect().width).to.equal(28)
  })
})

describe('initialsOf', () => {
  it('takes first and last word', () => expect(initialsOf('Ana María de la Fuente')).to.equal('AF'))
  it('keeps an emoji whole', () => expect(initialsOf('👩‍🚀 Ada')).to.equal('👩‍🚀A'))
  it('gives nothing for no name', () => expect(initialsOf('  ')).to.equal(''))
})

describe('hueOf', () => {
  it('gives one name one hue', () => expect(hueOf('Marta')).to.equal(hueOf('Marta')))
  it('stays on the wheel', () => {
    for (const name of ['', 'Marta', '日本語', 'x'.repeat(500)]) expect(hueOf(name)).to.be.within(0, 359)
  })
})
