import { expect, html } from '@open-wc/testing'
import { part } from '../part.fixture.ts'
import { findLinks } from './find-links.ts'
import { messageBubble } from './message-bubble.ts'

const bubble = (text: string) => part(html`<div>${messageBubble({ text, side: 'in', hasTail: true })}</div>`)

const hrefs = (text: string) => findLinks(text).flatMap(({ href }) => href ?? [])

describe('messageBubble', () => {
  it('is accessible', async () => {
    await expect(await bubble('Mira https://olmo.es')).to.be.accessible()
  })

  it('shows what was written, literally', async () => {
    const texts = ['<test> hola', 'a < b && c > d', '&amp; &lt; "x"', '{{7*7}} ${1}', '**no** _x_', '👨‍👩‍👧‍👦']
    for (const text of texts) {
      expect((await bubble(text)).querySelector('.text')?.textContent).to.equal(text)
    }
  })

  it('makes no element of markup', async () => {
    const element = await bubble('</script><img src=x onerror=1>')
    expect(element.querySelector('img')).to.equal(null)
  })

  it('lets the text choose its direction', async () => {
    const element = await bubble('مرحبا، السعر 25.50€؟')
    expect(element.querySelector('.text')?.matches(':dir(rtl)')).to.equal(true)
    expect(element.querySelector('.bubble')?.matches(':dir(rtl)')).to.equal(false)
  })

  it('opens links apart, and tells them nothing', async () => {
    const link = (await bubble('https://olmo.es')).querySelector('a')
    expect(link?.target).to.equal('_blank')
    expect(link?.rel).to.equal('noopener noreferrer nofollow ugc')
  })
})

describe('findLinks', () => {
  it('gives back the text unchanged', () => {
    for (const text of ['', 'hola', 'a https://x.es, b (www.y.es) c@d.es.', '  https://x.es\n']) {
      expect(
        findLinks(text)
          .map((stretch) => stretch.text)
          .join(''),
      ).to.equal(text)
    }
  })

  it('finds addresses of the web and of mail', () => {
    expect(hrefs('https://a.test/?q=<b>&x=1')).to.deep.equal(['https://a.test/?q='])
    expect(hrefs('www.olmo.es y hola@olmo.es')).to.deep.equal(['https://www.olmo.es/', 'mailto:hola@olmo.es'])
    expect(hrefs('HTTPS://OLMO.ES/Mesa')).to.deep.equal(['https://olmo.es/Mesa'])
  })

  it('leaves the punctuation of the sentence out', () => {
    expect(hrefs('(ver https://es.wikipedia.org/wiki/Olmo_(árbol)).')).to.deep.equal([
      'https://es.wikipedia.org/wiki/Olmo_(%C3%A1rbol)',
    ])
  })

  it('makes no link of anything else', () => {
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'www.',
      'https://x',
      'a@b',
    ]) {
      expect(hrefs(text), text).to.deep.equal([])
    }
  })

  it('is quick with hostile text', () => {
    const text = `${'a.'.repeat(4_000)}@`
    expect(findLinks(text)).to.deep.equal([{ text }])
  })

  it('is quick with brackets that nobody opened', () => {
    const brackets = ')'.repeat(100_000)
    expect(findLinks(`http://a.example${brackets}`)).to.deep.equal([
      { text: 'http://a.example', href: 'http://a.example/' },
      { text: brackets },
    ])
  })

  it('keeps a bracket that was opened in the address', () => {
    expect(hrefs('(see https://a.example/b_(c)).')).to.deep.equal(['https://a.example/b_(c)'])
  })
})
