import { expect, fixture, html } from '@open-wc/testing'
import { resolveScheme } from './scheme.ts'

const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

async function inPage(colorScheme: string): Promise<Element> {
  const page = await fixture<HTMLElement>(html`<div><span></span></div>`)
  page.style.colorScheme = colorScheme
  return page.firstElementChild ?? page
}

describe('resolveScheme', () => {
  it('is what it is told', async () => {
    expect(resolveScheme('dark', await inPage('light'))).to.equal('dark')
  })

  it('follows the page', async () => {
    expect(resolveScheme('host', await inPage('dark'))).to.equal('dark')
    expect(resolveScheme('host', await inPage('normal'))).to.equal('light')
  })

  it('follows the system where the page leaves that open', async () => {
    expect(resolveScheme('host', await inPage('light dark'))).to.equal(system)
    expect(resolveScheme('auto', await inPage('dark'))).to.equal(system)
  })
})
