import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { marta } from '../console.fixture.ts'
import type { ChatMenu } from '../../parts/menu/menu.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatConsoleRail } from './console-rail.ts'
import './console-rail.ts'
import { accountGroups, parseChoice, presenceGroups } from './rail-menus.ts'

const arrange = (unread = 0) =>
  themed<ChatConsoleRail>(
    html`<chat-console-rail
      .commercial=${marta}
      .unread=${unread}
      .status=${'away'}
      .theme=${'dark'}
      .l10n=${spanish}
    ></chat-console-rail>`,
  )

async function choose(rail: ChatConsoleRail, menuAt: number, label: string) {
  const menu = allInside<ChatMenu>(rail, 'chat-menu')[menuAt]
  if (menu === undefined) throw new Error(`No menu ${menuAt}`)
  inside(menu, 'button').click()
  await menu.updateComplete
  setTimeout(() => inside(menu, `[data-label="${label}"]`).click())
  return (await heard(rail, 'chat-rail')).choice
}

describe('chat-console-rail', () => {
  it('is accessible', async () => {
    await expect(await arrange(3)).to.be.accessible()
  })

  it('says how many chats wait, to the eye and in words', async () => {
    const rail = await arrange(120)
    expect(textOf(inside(rail, '.badge'))).to.equal('99+')
    expect(textOf(inside(rail, '.place'))).to.contain('120 conversaciones te esperan')
    expect(allInside(await arrange(), '.badge')).to.deep.equal([])
  })

  it('changes presence, looks and language, and signs out', async () => {
    const rail = await arrange()
    expect(await choose(rail, 0, 'En línea')).to.deep.equal({ kind: 'presence', status: 'online' })
    expect(await choose(rail, 1, 'Clara')).to.deep.equal({ kind: 'theme', theme: 'light' })
    expect(await choose(rail, 1, 'English')).to.deep.equal({ kind: 'language', language: 'en' })
    expect(await choose(rail, 1, 'Cerrar sesión')).to.deep.equal({ kind: 'sign-out' })
  })

  it('leads to the inbox', async () => {
    const rail = await arrange()
    setTimeout(() => inside(rail, '.place').click())
    expect((await heard(rail, 'chat-rail')).choice.kind).to.equal('inbox')
  })
})

describe('the rail’s menus', () => {
  it('mark what is so now, and mean what they say', () => {
    const groups = [
      ...presenceGroups('away', spanish),
      ...accountGroups({ commercial: marta, theme: 'dark', l10n: spanish }),
    ]
    const items = groups.flatMap((group) => group.items)
    expect(items.filter(({ isChecked }) => isChecked).map(({ label }) => label)).to.deep.equal([
      'Ausente',
      'Oscura',
      'Español',
    ])
    expect(items.map(({ id }) => parseChoice(id)).includes(null)).to.equal(false)
    expect(parseChoice('theme purple')).to.equal(null)
  })
})
