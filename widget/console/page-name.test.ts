import { expect } from '@open-wc/testing'
import { pageName, webAddress } from './page-name.ts'

describe('a visitor’s page', () => {
  it('is followed only where it is on the web', () => {
    expect(webAddress('https://olmo.example/mesas')).to.equal('https://olmo.example/mesas')
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'not an address', '']) {
      expect(webAddress(url), url).to.equal(null)
    }
  })

  it('is shown as its path, or its site where there is none', () => {
    expect(pageName({ url: 'https://olmo.example/mesas/albufera?x=1' })).to.equal('/mesas/albufera')
    expect(pageName({ url: 'https://olmo.example/' })).to.equal('olmo.example')
    expect(pageName({ url: 'https://olmo.example/%E4%BD%A0%E5%A5%BD' })).to.equal('/你好')
    expect(pageName({ url: 'https://olmo.example/%E4%BD' })).to.equal('https://olmo.example/%E4%BD')
  })
})
