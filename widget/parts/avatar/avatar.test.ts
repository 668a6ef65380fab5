import { expect, html, waitUntil } from '@open-wc/testing'
import { part } from '../part.fixture.ts'
import { avatarStyles } from './avatar.styles.ts'
import { avatar } from './avatar.ts'
import type { Face } from './avatar.ts'
import { hueOf, initialsOf } from './initials.ts'

async function arrange(face: Partial<Face> = {}): Promise<HTMLElement> {
  const place = await part<HTMLElement>(html`<p>${avatar({ name: 'Núria Ferrer', size: 28, ...face })}</p>`)
  const { styleSheet } = avatarStyles
  if (styleSheet !== undefined) document.adoptedStyleSheets.push(styleSheet)
  const found = place.querySelector<HTMLElement>('.avatar')
  if (found === null) throw new Error('There is no face.')
  return found
}

/** What is on top in its middle. */
function seen(face: HTMLElement): string | undefined {
  const { left, top, width, height } = face.getBoundingClientRect()
  return document.elementFromPoint(left + width / 2, top + height / 2)?.localName
}

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='

describe('avatar', () => {
  it('is accessible', async () => {
    await expect(await arrange()).to.be.accessible()
  })

  it('shows initials while there is no picture', async () => {
    expect((await arrange()).innerText.trim()).to.equal('NF')
  })

  it('shows the picture where there is one', async () => {
    const face = await arrange({ image: PIXEL })
    await waitUntil(() => face.querySelector('img')?.naturalWidth === 1)
    expect(seen(face)).to.equal('img')
  })

  it('falls back to initials when the picture does not load', async () => {
    const face = await arrange({ name: 'Marta', image: 'data:image/png,no' })
    await waitUntil(() => seen(face) === 'span')
    expect(face.innerText.trim()).to.equal('M')
  })

  it('is as large as it is told', async () => {
    expect((await arrange()).getBoundingClientRect().width).to.equal(28)
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
