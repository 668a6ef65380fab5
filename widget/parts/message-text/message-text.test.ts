import { expect, html, waitUntil } from '@open-wc/testing'
import { LitElement } from 'lit'
import { part } from '../part.fixture.ts'
import { formatText } from './format-text.ts'
import { messageText } from './message-text.ts'

class TextHost extends LitElement {
  static override properties = { text: {} }
  declare text: string

  override createRenderRoot() {
    return this
  }

  override render() {
    return html`<div class="text">${messageText(this.text, this)}</div>`
  }
}
customElements.define('text-host', TextHost)

const arrange = (text: string) => part<TextHost>(html`<text-host .text=${text}></text-host>`)

describe('messageText', () => {
  it('shows what was written literally, at once', async () => {
    for (const text of [
      '<test> hola',
      'a < b && c > d',
      '&amp; &lt; "x"',
      '{{7*7}} ${1}',
      '👨‍👩‍👧‍👦',
      '  a\n b ',
    ]) {
      expect((await arrange(text)).querySelector('.text')?.textContent).to.equal(text)
    }
  })

  it('E01: makes no element of markup', async () => {
    const element = await arrange('</script><img src=x onerror=1> https://olmo.es')
    await waitUntil(() => element.querySelector('a'))
    expect(element.querySelector('img')).to.equal(null)
  })

  it('formats once the code for it has come', async () => {
    const element = await arrange('*hola* https://olmo.es\n- a\n- b')
    await waitUntil(() => element.querySelector('a'))
    expect(element.querySelector('b')?.textContent).to.equal('hola')
    expect(element.querySelectorAll('li')).to.have.length(2)
  })

  it('stresses by weight what has no italics', async () => {
    const stressed = async (text: string) => (await arrange(text)).querySelector('b, i')?.localName
    await waitUntil(async () => (await stressed('_hola_')) === 'i')
    expect(await stressed('_重要_')).to.equal('b')
    expect(await stressed('_とても_')).to.equal('b')
    expect(await stressed('_мир_')).to.equal('i')
  })

  it('E02: opens links apart, and tells them nothing', async () => {
    const element = await arrange('https://olmo.es')
    await waitUntil(() => element.querySelector('a'))
    const link = element.querySelector('a')
    expect(link?.target).to.equal('_blank')
    expect(link?.rel).to.equal('noopener noreferrer nofollow ugc')
    expect(link?.querySelector('bdi')?.dir).to.equal('ltr')
  })

  it('asks for the code whenever there could be something to format', () => {
    const host = document.createElement('text-host') as TextHost
    const texts = ['www.a.es', 'https://a.es', 'a@b.es', 'tel:112', '+34 600 000 000', '(555) 010-0199', '*a*', '_a_', '`a`', '1. a\n2. b', 'x\n- a\n- b', '• a\n• b', '612345678', '👍', '🇪🇸'] // prettier-ignore
    for (const text of texts) expect(messageText(text, host), text).not.to.equal(text)
    for (const text of ['hola', 'son 25,50 €', 'a las 10:30', '2 - 1'])
      expect(messageText(text, host)).to.equal(text)
  })

  it('is accessible', async () => {
    const element = await part(html`<div>${formatText('Mira https://olmo.es\n- a\n- b')}</div>`)
    await expect(element).to.be.accessible()
  })
})
