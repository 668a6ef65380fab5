import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { allInside, heard, inside, part, press } from '../part.fixture.ts'
import { nextIndex } from './menu-keys.ts'
import type { ChatMenu, MenuGroup } from './menu.ts'
import './menu.ts'

const groups: readonly MenuGroup[] = [
  {
    label: 'People',
    items: [
      { id: 'marta', label: 'Marta', person: { name: 'Marta', status: 'online' }, isChecked: false },
      {
        id: 'joan',
        label: 'Joan <b>',
        note: 'Away',
        person: { name: 'Joan', status: 'away' },
        isChecked: true,
      },
    ],
  },
  { items: [{ id: 'none', label: 'Nobody' }] },
]

async function arrange(): Promise<ChatMenu> {
  return part<ChatMenu>(html`<chat-menu label="Assigned to Joan" .groups=${groups}>Joan</chat-menu>`)
}

const button = (menu: ChatMenu) => inside(menu, 'button', HTMLButtonElement)
const items = (menu: ChatMenu) => allInside(menu, '[role^="menuitem"]')
const focused = (menu: ChatMenu) => menu.shadowRoot?.activeElement?.getAttribute('data-label')

async function open(menu: ChatMenu): Promise<void> {
  button(menu).click()
  await menu.updateComplete
  await menu.updateComplete
}

describe('chat-menu', () => {
  it('is accessible, closed and open', async () => {
    const menu = await arrange()
    await expect(menu).to.be.accessible()
    await open(menu)
    await expect(menu).to.be.accessible()
  })

  it('opens at what is chosen, and says that it is open', async () => {
    const menu = await arrange()
    expect(button(menu).ariaExpanded).to.equal('false')
    await open(menu)
    expect(button(menu).ariaExpanded).to.equal('true')
    expect(focused(menu)).to.equal('Joan <b>')
    expect(items(menu).map((item) => item.ariaChecked)).to.deep.equal(['false', 'true', null])
  })

  it('moves with arrows all round, Home, End and first letters', async () => {
    const menu = await arrange()
    await open(menu)
    const go = (key: string) => {
      press(inside(menu, ':focus'), key)
      return focused(menu)
    }
    expect(go('ArrowDown')).to.equal('Nobody')
    expect(go('ArrowDown')).to.equal('Marta')
    expect(go('ArrowUp')).to.equal('Nobody')
    expect(go('Home')).to.equal('Marta')
    expect(go('End')).to.equal('Nobody')
    expect(go('j')).to.equal('Joan <b>')
  })

  it('chooses with Enter, closes, and gives the focus back', async () => {
    const menu = await arrange()
    await open(menu)
    setTimeout(() => press(inside(menu, ':focus'), 'Enter'))
    const event = await heard(menu, 'chat-choose')
    expect(event.itemId).to.equal('joan')
    await menu.updateComplete
    expect(items(menu)).to.deep.equal([])
    expect(menu.shadowRoot?.activeElement).to.equal(button(menu))
  })

  it('closes at Escape, and keeps that Escape to itself', async () => {
    const menu = await arrange()
    await open(menu)
    let hasLeaked = false
    menu.addEventListener('keydown', () => (hasLeaked = true))
    press(inside(menu, ':focus'), 'Escape')
    await menu.updateComplete
    expect(items(menu)).to.deep.equal([])
    expect(menu.shadowRoot?.activeElement).to.equal(button(menu))
    expect(hasLeaked).to.equal(false)
  })

  it('closes at a press anywhere else', async () => {
    const menu = await arrange()
    await open(menu)
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
    await menu.updateComplete
    expect(items(menu)).to.deep.equal([])
  })

  it('opens from its button with the arrows too', async () => {
    const menu = await arrange()
    press(button(menu), 'ArrowUp')
    await menu.updateComplete
    await menu.updateComplete
    expect(focused(menu)).to.equal('Nobody')
  })

  it('opens inside the window, wherever its button stands', async () => {
    const menu = await arrange()
    menu.style.justifySelf = 'start'
    await open(menu)
    expect(inside(menu, '[role="menu"]').getBoundingClientRect().left).to.be.at.least(0)
    await open(menu)
    menu.style.justifySelf = 'end'
    menu.placement = 'beside'
    await open(menu)
    const { right } = inside(menu, '[role="menu"]').getBoundingClientRect()
    expect(right).to.be.at.most(document.documentElement.clientWidth)
  })

  it('shows a label as text, whatever is in it', async () => {
    const menu = await arrange()
    await open(menu)
    expect(allInside(menu, '.item b')).to.deep.equal([])
    expect(items(menu)[1]?.textContent).to.contain('Joan <b>')
  })
})

describe('keys of a menu', () => {
  it('lead nowhere where there is nothing', () => {
    expect(nextIndex('ArrowDown', { current: -1, labels: [] })).to.equal(null)
    expect(nextIndex('Tab', { current: 0, labels: ['a'] })).to.equal(null)
    expect(nextIndex('z', { current: 0, labels: ['a'] })).to.equal(null)
  })
})
