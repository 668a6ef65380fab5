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
    expect(settings).to.deep.include({ site: 'olmo', isOpen: true, startsByItself: false, position: 'end' })
  })

  it('speaks to the server that it came from, unless told another', () => {
    expect(readSettings(tag('https://chat.test/widget.js'), {}).api).to.equal('https://chat.test')
    expect(readSettings(tag('https://cdn.test/widget.js', { api: 'https://chat.test' }), {}).api).to.equal(
      'https://chat.test',
    )
  })

  it('finds what a tag manager stripped from the tag', () => {
    expect(readSettings(tag('https://chat.test/widget.js'), { site: 'olmo', theme: 'dark' })).to.deep.include(
      {
        site: 'olmo',
        theme: 'dark',
      },
    )
    expect(readSettings(tag('https://chat.test/widget.js?site=olmo'), undefined).site).to.equal('olmo')
  })
})
