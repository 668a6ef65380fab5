import { expect, fixture, html } from '@open-wc/testing'
import { bringPalette } from './bring-palette.ts'

const focused = () => document.activeElement?.id ?? ''

async function arrange(): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(html`<div><input id="answer" /><input id="other" /></div>`)
  page.querySelector<HTMLElement>('#answer')?.focus()
  return page
}

describe('bringing the palette', () => {
  it('takes the focus out of the answer until it is there, and then gives it back', async () => {
    await arrange()
    const bringing = bringPalette()
    expect(focused()).to.equal('')
    expect(await bringing).to.equal(true)
    expect(focused()).to.equal('answer')
  })

  it('leaves it where somebody has gone meanwhile', async () => {
    const page = await arrange()
    const bringing = bringPalette()
    page.querySelector<HTMLElement>('#other')?.focus()
    await bringing
    expect(focused()).to.equal('other')
  })
})
