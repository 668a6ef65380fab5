import { expect } from '@open-wc/testing'
import { visitor } from './console.fixture.ts'
import { visitorName } from './visitor-name.ts'

describe('what to call a visitor', () => {
  it('is their name', () => {
    expect(visitorName(visitor('v1', { name: ' Núria Ferrer ' }), 'Visitante')).to.equal('Núria Ferrer')
  })

  it('is the word and the end of the id while there is no name, or a blank one', () => {
    const id = '01997a4e-7c1b-7d3a-9f00-52d10c8b3f2a'
    expect(visitorName(visitor(id), 'Visitante')).to.equal('Visitante 3F2A')
    expect(visitorName(visitor(id, { name: '  ' }), 'Visitor')).to.equal('Visitor 3F2A')
  })
})
