import { expect } from '@open-wc/testing'
import { readSettings } from './script-settings.ts'

function tag(src: string, data: Record<string, string> = {}): HTMLScriptElement {
  const script = document.createElement('script')
  script.src = src
  Object.assign(script.dataset, data)
  return script
}

describe('readSettings', () => {
  it('reads the tag', () => {
    const settings = readSettings(
      tag('https://chat.test/widget.js', { site: 'olmo', open: 'true', autostart: 'false' }),
      {},
    )
    expect(settings).to.deep.include({ isOpen: true, autostart: false })
    expect(settings.attributes).to.include({ 'site-id': 'olmo', position: 'end', teaser: undefined })
  })

  it('speaks to the server that it came from, unless told another', () => {
    expect(readSettings(tag('https://chat.test/widget.js'), {}).attributes['api-url']).to.equal(
      'https://chat.test',
    )
    expect(
      readSettings(tag('https://cdn.test/widget.js', { api: 'https://chat.test' }), {}).attributes['api-url'],
    ).to.equal('https://chat.test')
  })

  it('finds what a tag manager stripped from the tag', () => {
    const { attributes } = readSettings(tag('https://chat.test/widget.js'), { site: 'olmo', theme: 'dark' })
    expect(attributes).to.include({ 'site-id': 'olmo', theme: 'dark' })
    const fromAddress = readSettings(tag('https://chat.test/widget.js?site=olmo'), undefined)
    expect(fromAddress.attributes['site-id']).to.equal('olmo')
  })

  it('lets teasers speak only where the owner says so', () => {
    const { attributes } = readSettings(tag('https://chat.test/widget.js', { teaser: 'true' }), {})
    expect(attributes.teaser).to.equal('')
  })
})
