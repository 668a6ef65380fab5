import { expect } from '@open-wc/testing'
import { comboOf, isAllowed, keyFor, nameOf, shownFor, SHORTCUT_NAMES, SHORTCUTS } from './shortcuts.ts'
import { meaning } from './translate-keys.ts'

const pressed = (key: string, init: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { key, ...init })

describe('a pressed key', () => {
  it('is kept by what it writes, or by its name and what is held with it', () => {
    const combos = [
      pressed('J'),
      pressed('?', { shiftKey: true }),
      pressed('k', { ctrlKey: true }),
      pressed('K', { metaKey: true }),
      pressed('¡', { code: 'Digit1', altKey: true }),
      pressed('Enter', { ctrlKey: true }),
      pressed('F2', { shiftKey: true }),
    ].map(comboOf)
    expect(combos).to.deep.equal(['j', '?', 'Mod+k', 'Mod+k', 'Alt+1', 'Mod+Enter', 'Shift+F2'])
  })

  it('is none while it only holds another, writes with AltGr, or is composed', () => {
    const combos = [
      pressed('Shift', { shiftKey: true }),
      pressed('@', { ctrlKey: true, altKey: true, code: 'KeyQ' }),
      pressed('j', { isComposing: true }),
    ].map(comboOf)
    expect(combos).to.deep.equal([null, null, null])
  })
})

describe('the keys', () => {
  it('are all different, and each allowed where it is heard', () => {
    expect(new Set(SHORTCUT_NAMES.map((name) => SHORTCUTS[name].usual)).size).to.equal(SHORTCUT_NAMES.length)
    const odd = SHORTCUT_NAMES.filter((name) => name !== 'sendAndClose').filter(
      (name) => !isAllowed(SHORTCUTS[name].usual, SHORTCUTS[name].place),
    )
    expect(odd).to.deep.equal([])
  })

  it('can be others, or none', () => {
    const chosen = { claim: 'q', close: '' }
    expect([keyFor('claim', chosen), keyFor('close', chosen), keyFor('note', chosen)]).to.deep.equal([
      'q',
      '',
      'n',
    ])
    expect([nameOf('q', chosen), nameOf('g', chosen), nameOf('e', chosen)]).to.deep.equal([
      'claim',
      null,
      null,
    ])
    expect([shownFor('G', chosen), shownFor('R', chosen), shownFor('ñ', chosen)]).to.deep.equal([
      'Q',
      'R',
      'Ñ',
    ])
  })

  it('cannot be what writing and the browser need', () => {
    for (const combo of ['Tab', 'Escape', 'Enter', 'ArrowDown', 'Shift+F10'])
      expect([combo, isAllowed(combo, 'list')]).to.deep.equal([combo, false])
    expect(isAllowed('q', 'everywhere')).to.equal(false)
    expect(isAllowed('Mod+x', 'list')).to.equal(false)
    expect(isAllowed('F2', 'everywhere')).to.equal(true)
  })
})

describe('a key that was chosen', () => {
  const chosen = { claim: 'q', palette: 'Mod+j' }
  const means = (event: KeyboardEvent) => meaning(event, chosen)

  it('means what it was chosen for, and the usual one nothing', () => {
    expect(means(pressed('q'))).to.equal('claim')
    expect(means(pressed('g'))).to.equal('nothing')
    expect(means(pressed('j', { ctrlKey: true }))).to.equal('palette')
    expect(means(pressed('k', { ctrlKey: true }))).to.equal('nothing')
    expect(means(pressed('n'))).to.equal(null)
    expect(means(pressed('ñ'))).to.equal(null)
  })

  it('is writing in a field, unless something is held with it', async () => {
    const field = document.createElement('input')
    document.body.append(field)
    const heard: unknown[] = []
    field.addEventListener('keydown', (event) => heard.push(means(event)))
    field.dispatchEvent(pressed('q'))
    field.dispatchEvent(pressed('g'))
    field.dispatchEvent(pressed('j', { ctrlKey: true }))
    expect(heard).to.deep.equal([null, null, 'palette'])
    field.remove()
  })
})
