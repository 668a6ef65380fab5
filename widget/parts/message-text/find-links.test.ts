import { expect } from '@open-wc/testing'
import { findLinks } from './find-links.ts'

const links = (text: string) => findLinks(text).map(({ item }) => item)
const hrefs = (text: string) => links(text).map(({ href }) => href)

describe('findLinks', () => {
  it('says where in the text each stands', () => {
    const text = 'a https://x.es, b (www.y.es) c@d.es, +34 600 000 000.'
    expect(findLinks(text).map(({ start, end }) => text.slice(start, end))).to.deep.equal([
      'https://x.es',
      'www.y.es',
      'c@d.es',
      '+34 600 000 000',
    ])
  })

  it('finds addresses of the web and of mail', () => {
    expect(hrefs('https://a.test/?q=<b>&x=1')).to.deep.equal(['https://a.test/?q='])
    expect(hrefs('www.olmo.es y hola@olmo.es')).to.deep.equal(['https://www.olmo.es/', 'mailto:hola@olmo.es'])
    expect(hrefs('HTTPS://OLMO.ES/Mesa')).to.deep.equal(['https://olmo.es/Mesa'])
    expect(hrefs('mailto:hola@olmo.es?subject=x')).to.deep.equal(['mailto:hola@olmo.es'])
  })

  it('leaves the punctuation of the sentence out, and keeps brackets that were opened in the address', () => {
    expect(hrefs('(ver https://es.wikipedia.org/wiki/Olmo_(árbol)).')).to.deep.equal([
      'https://es.wikipedia.org/wiki/Olmo_(%C3%A1rbol)',
    ])
    expect(hrefs('见 https://olmo.es/mesa。')).to.deep.equal(['https://olmo.es/mesa'])
  })

  it('E02: makes no link of anything else', () => {
    const others = [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'www.',
      'https://x',
      'a@b',
    ]
    for (const text of others) expect(hrefs(text), text).to.deep.equal([])
  })

  it('says which host it leads to when the writing does not', () => {
    const host = (text: string) => links(text)[0]?.host
    expect(host('https://olmo.es/mesa')).to.equal(undefined)
    expect(host('https://xn--espaa-rta.es')).to.equal(undefined)
    // A Cyrillic `а`, a host that looks like a path, a name before the host.
    expect(host('https://\u0430pple.com')).to.equal('xn--pple-43d.com')
    expect(host('https://olmo.es@evil.example/')).to.equal('evil.example')
    expect(host('https://olmo.es\uff0fmesa.evil.example/')).to.equal(undefined)
    expect(links('https://0x7f.1/')[0]?.host).to.equal('127.0.0.1')
  })

  it('E04: ends an address where a character would turn its direction round', () => {
    expect(links('https://olmo.es/\u202ecod.exe')[0]?.text).to.equal('https://olmo.es/')
  })

  it('finds the phone numbers that people write', () => {
    const numbers = {
      '+34 600 000 000': 'tel:+34600000000',
      '+1 (555) 010-0199': 'tel:+15550100199',
      '612345678': 'tel:612345678',
      '612 345 678': 'tel:612345678',
      '91 234 56 78': 'tel:912345678',
      '06 12 34 56 78': 'tel:0612345678',
      '(555) 010-0199': 'tel:5550100199',
      'tel:+34600000000': 'tel:+34600000000',
    }
    for (const [text, href] of Object.entries(numbers)) {
      expect(hrefs(`llama al ${text}, por favor`), text).to.deep.equal([href])
    }
  })

  it('takes no price, time, date, size or order for a phone number', () => {
    const others = [
      '1 234 567 €', '612 345 678 €', '€612 345 678', '$612345678', '1.250,50 EUR', '12:30-13:45', '2026-03-12',
      '2026-03-12 10:30:00', '12/03/2026 10:30', '192.168.100.200', 'ES91 2100 0418 4502 0005 1332',
      '4111 1111 1111 1111', 'pedido #612345678', 'AB612345678', '1234567890123', '160 x 90 x 75', '+34', '2+2=4',
      '100-200-300',
    ] // prettier-ignore
    for (const text of others) expect(hrefs(text), text).to.deep.equal([])
  })

  it('E10: is quick with hostile text', () => {
    const hostile = [
      'a.'.repeat(4_000) + '@', 'a@'.repeat(4_000), 'a@' + 'a'.repeat(8_000), '@'.repeat(8_000), '6 '.repeat(4_000),
      '+1'.repeat(4_000), '+1' + ' '.repeat(8_000), '('.repeat(8_000), 'www.'.repeat(2_000) + ' ', 'tel:1' + '-'.repeat(8_000),
    ] // prettier-ignore
    for (const text of hostile) findLinks(text)
    const brackets = ')'.repeat(100_000)
    expect(links(`http://a.example${brackets}`).map(({ text }) => text)).to.deep.equal(['http://a.example'])
  })
})
