import { expect, html } from '@open-wc/testing'
import { english, heard, inside, part } from '../part.fixture.ts'
import './composer.ts'
import type { ChatComposer } from './composer.ts'

async function arrange(template = html`<chat-composer .l10n=${english}></chat-composer>`) {
  const composer = await part<ChatComposer>(template)
  const field = inside(composer, 'textarea', HTMLTextAreaElement)
  const sent: string[] = []
  composer.addEventListener('chat-submit', (event) => sent.push(event.text))
  const write = async (text: string) => {
    field.value = text
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await composer.updateComplete
  }
  const press = (key: string, init: KeyboardEventInit = {}) =>
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init }),
    )
  return { composer, field, sent, write, press }
}

describe('chat-composer', () => {
  it('is accessible', async () => {
    const { composer } = await arrange()
    await expect(composer).to.be.accessible()
  })

  it('is accessible with words on its button, in the dark', async () => {
    const composer = await part(
      html`<chat-composer .l10n=${english} send-label="Save note" value="x"></chat-composer>`,
      'dark',
    )
    await expect(composer).to.be.accessible()
  })

  it('begins on the side of its language, and goes on on that of what is written', async () => {
    const { field, write } = await arrange(html`<chat-composer dir="rtl" .l10n=${english}></chat-composer>`)
    const side = () => getComputedStyle(field).direction
    expect(side()).to.equal('rtl')
    await write('hello')
    expect(side()).to.equal('ltr')
    await write('مرحبا')
    expect(side()).to.equal('rtl')
  })

  it('sends with Enter, and is empty', async () => {
    const { composer, field, sent, write, press } = await arrange()
    await write('  hola\nMarta ')
    press('Enter')
    await composer.updateComplete
    expect(sent).to.deep.equal(['hola\nMarta'])
    expect(field.value).to.equal('')
  })

  it('breaks the line with Shift+Enter', async () => {
    const { sent, write, press } = await arrange()
    await write('hola')
    const isUntouched = press('Enter', { shiftKey: true })
    expect(isUntouched).to.equal(true)
    expect(sent).to.deep.equal([])
  })

  /** What each browser tells when Enter confirms a word, and nothing else. */
  const CONFIRMATIONS: Readonly<
    Record<string, readonly (readonly [type: string, init?: KeyboardEventInit])[]>
  > = {
    Chrome: [
      ['keydown', { key: 'Enter', isComposing: true, keyCode: 229 }],
      ['compositionend'],
      ['keyup', { key: 'Enter' }],
    ],
    Firefox: [
      ['keydown', { key: 'Process', isComposing: true, keyCode: 229 }],
      ['compositionend'],
      ['keyup', { key: 'Enter' }],
    ],
    // Ends the composition first, and then tells of a key that looks like a plain one.
    Safari: [
      ['compositionend'],
      ['keydown', { key: 'Enter', isComposing: false, keyCode: 229 }],
      ['keyup', { key: 'Enter' }],
    ],
    'Chrome on Android': [
      ['keydown', { key: 'Unidentified', isComposing: true, keyCode: 229 }],
      ['compositionend'],
      ['keyup', { key: 'Unidentified', keyCode: 229 }],
    ],
  }

  for (const [browser, events] of Object.entries(CONFIRMATIONS)) {
    it(`does not send with the Enter that confirms a word, as ${browser} tells of it`, async () => {
      const { field, sent, write, press } = await arrange()
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
      await write('むずかしい')
      for (const [type, init] of events) {
        const isKey = init !== undefined
        const event = isKey
          ? new KeyboardEvent(type, { bubbles: true, composed: true, cancelable: true, ...init })
          : new CompositionEvent(type, { bubbles: true, data: 'むずかしい' })
        field.dispatchEvent(event)
        expect(event.defaultPrevented, type).to.equal(false)
      }
      expect(sent).to.deep.equal([])
      press('Enter')
      expect(sent).to.deep.equal(['むずかしい'])
    })
  }

  it('takes a text that is far too long, says by how much, and loses nothing of it', async () => {
    const { composer, field, sent, write, press } = await arrange()
    const pasted = 'palabra '.repeat(2_500)
    await write(pasted)
    press('Enter')
    await composer.updateComplete
    expect(sent).to.deep.equal([])
    expect(field.value).to.equal(pasted)
    expect(inside(composer, '#limit').innerText).to.equal('12,000 characters too many')
    expect(field.getAttribute('aria-invalid')).to.equal('true')
  })

  it('sends nothing that cannot be seen', async () => {
    const { composer, sent, write, press } = await arrange()
    await write(' \u200B\n')
    press('Enter')
    expect(sent).to.deep.equal([])
    expect(inside(composer, '.send', HTMLButtonElement).disabled).to.equal(true)
  })

  it('counts near the limit and does not send beyond it', async () => {
    const { composer, sent, write, press } = await arrange()
    await write('x'.repeat(7_700))
    expect(inside(composer, '#limit').innerText).to.equal('300 characters left')
    await write('x'.repeat(8_001))
    press('Enter')
    expect(inside(composer, '#limit').innerText).to.equal('1 character too many')
    expect(sent).to.deep.equal([])
  })

  it('counts the bytes of texts whose characters are large', async () => {
    const { composer, write } = await arrange()
    await write('語'.repeat(5_470))
    expect(inside(composer, '#limit').innerText).to.equal('9 characters too many')
  })

  it('keeps plain keys from the page, and lets it have its combinations', async () => {
    const { press } = await arrange()
    const heard: string[] = []
    const listen = (event: KeyboardEvent) => heard.push(event.key)
    window.addEventListener('keydown', listen)
    for (const key of ['s', '/', '?', 'Backspace', 'ArrowUp']) press(key)
    press('k', { ctrlKey: true })
    press('Escape')
    // AltGr types characters.
    press('€', { ctrlKey: true, altKey: true })
    window.removeEventListener('keydown', listen)
    expect(heard).to.deep.equal(['k', 'Escape'])
  })

  it('tells of each keystroke and of the draft', async () => {
    const { composer, write } = await arrange()
    const typing = heard(composer, 'chat-typing')
    const draft = heard(composer, 'chat-draft')
    await write('ho')
    await typing
    expect((await draft).text).to.equal('ho')
  })

  it('has a field that no phone zooms into', async () => {
    const { field } = await arrange()
    expect(parseFloat(getComputedStyle(field).fontSize)).to.be.at.least(16)
  })

  it('grows with its text, up to a limit', async () => {
    const { field, write } = await arrange()
    const one = field.clientHeight
    await write('a\nb\nc')
    const three = field.clientHeight
    await write('a\n'.repeat(60))
    expect(three).to.be.greaterThan(one)
    expect(field.clientHeight).to.be.lessThan(200)
  })

  it('says with words what the button does when told so', async () => {
    const { composer } = await arrange(
      html`<chat-composer .l10n=${english} send-label="Guardar nota"></chat-composer>`,
    )
    expect(inside(composer, '.send').innerText.trim()).to.equal('Guardar nota')
  })
})
