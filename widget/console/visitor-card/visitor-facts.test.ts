import { expect } from '@open-wc/testing'
import { createLocalization } from '../../i18n/localization.ts'
import { en } from '../../i18n/en.ts'
import { visitor } from '../console.fixture.ts'
import { cityOf, languageName, localTime, shownAttributes, telephone } from './visitor-facts.ts'

const spanish = createLocalization('es-ES', en)
const now = Date.parse('2026-11-25T09:05:00.000Z')

describe('what is known of a visitor', () => {
  it('has their own time of day, unless their zone is none', () => {
    expect(localTime(spanish, 'Asia/Tokyo', now)).to.equal('18:05')
    expect(localTime(spanish, 'Atlantis/Nowhere', now)).to.equal(null)
    expect(cityOf('America/Argentina/Buenos_Aires')).to.equal('Buenos Aires')
  })

  it('has the language by its name, or as it was told', () => {
    expect(languageName(spanish, 'fr')).to.equal('Francés')
    expect(languageName(spanish, 'not a tag')).to.equal('not a tag')
  })

  it('has a number to call only where it is one', () => {
    expect(telephone('+34 600 123-218')).to.equal('tel:+34600123218')
    expect(telephone('call me maybe')).to.equal(null)
    expect(telephone('javascript:1')).to.equal(null)
  })

  it('has what the site said, without what it has forgotten', () => {
    const attributes = { Pedidos: 1_234.5, vip: true, moroso: false, nota: '<b>', cesta: null }
    expect(shownAttributes(visitor('v', { attributes }), { yes: 'sí', no: 'no' }, spanish)).to.deep.equal([
      ['Pedidos', '1234,5'],
      ['vip', 'sí'],
      ['moroso', 'no'],
      ['nota', '<b>'],
    ])
  })
})
