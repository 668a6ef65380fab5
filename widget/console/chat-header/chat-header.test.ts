import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { Chat } from '#shared/chat.ts'
import { chat, commercial, joan, marta, visitor } from '../console.fixture.ts'
import type { Layout } from '../layout.ts'
import { ChatMenu } from '../../parts/menu/menu.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import { assignGroups } from './assign-groups.ts'
import type { ChatHeader } from './chat-header.ts'
import './chat-header.ts'

const page = { url: 'https://olmo.example/mesas/albufera', title: 'Mesa Albufera' }
const nuria = visitor('v1', { name: 'Núria Ferrer', page })
const arrange = (change: Partial<Chat> = {}, layout: Layout = 'wide') =>
  themed<ChatHeader>(
    html`<chat-header
      .chat=${chat('1', { visitor: nuria, assignee: marta, ...change })}
      .team=${[marta, joan]}
      .viewerId=${marta.commercialId}
      .l10n=${spanish}
      .layout=${layout}
    ></chat-header>`,
  )

async function actionOf(header: ChatHeader, act: () => void) {
  setTimeout(act)
  return (await heard(header, 'chat-action')).action
}

describe('chat-header', () => {
  it('is accessible, assigned, unassigned, closed and on a phone', async () => {
    await expect(await arrange()).to.be.accessible()
    await expect(await arrange({ assignee: null, status: 'PENDING' })).to.be.accessible()
    await expect(await arrange({ status: 'CLOSED' })).to.be.accessible()
    await expect(await arrange({}, 'phone')).to.be.accessible()
  })

  it('says who it is, how the chat stands and where they are', async () => {
    const header = await arrange()
    expect(textOf(inside(header, 'h2'))).to.equal('Núria Ferrer En curso')
    expect(textOf(inside(header, '.where'))).to.equal('Última página: /mesas/albufera')
    expect(inside(header, '.where a', HTMLAnchorElement).rel).to.contain('noopener')
  })

  it('says that they are there, and what they are looking at', async () => {
    const header = await arrange()
    header.isPresent = true
    await header.updateComplete
    expect(textOf(inside(header, '.where'))).to.equal('En línea · viendo /mesas/albufera')
    await expect(header).to.be.accessible()
  })

  it('has what else can be done with the chat in a menu', async () => {
    const header = await arrange()
    const act = async (label: string) => {
      const menu = inside(header, 'chat-menu.more', ChatMenu)
      inside(menu, 'button').click()
      await menu.updateComplete
      return actionOf(header, () => inside(menu, `[data-label="${label}"]`).click())
    }
    expect(await act('Traspasar con un motivo…')).to.deep.equal({ kind: 'hand-over' })
    expect(await act('Cambiar las etiquetas')).to.deep.equal({ kind: 'choose', what: 'tags' })
    expect(await act('Posponer')).to.deep.equal({ kind: 'choose', what: 'snooze' })
    expect(await act('Copiar el enlace')).to.deep.equal({ kind: 'copy-link' })
    expect(await act('Guardar la transcripción')).to.deep.equal({ kind: 'transcript' })
  })

  it('says that they are writing instead of where they are', async () => {
    const header = await arrange()
    header.isTyping = true
    await header.updateComplete
    expect(textOf(inside(header, '.where'))).to.equal('Escribiendo…')
  })

  it('links to no address that is not on the web', async () => {
    const header = await arrange({ visitor: visitor('v', { page: { url: 'javascript:alert(1)' } }) })
    expect(allInside(header, 'a')).to.deep.equal([])
  })

  it('claims what nobody has, and only that', async () => {
    const header = await arrange({ assignee: null })
    const claim = allInside<HTMLButtonElement>(header, 'button').find((button) => textOf(button) === 'Coger')
    expect(await actionOf(header, () => claim?.click())).to.deep.equal({ kind: 'claim' })
    const taken = await arrange()
    expect(allInside(taken, 'button').map(textOf)).not.to.include('Coger')
  })

  it('gives the chat to whoever is chosen', async () => {
    const header = await arrange()
    const menu = inside(header, 'chat-menu')
    expect(textOf(menu)).to.contain('Asignada a Tú')
    inside(menu, 'button').click()
    await menu.updateComplete
    const action = await actionOf(header, () => allInside(menu, '.item')[1]?.click())
    expect(action).to.deep.equal({ kind: 'assign', to: joan.commercialId })
  })

  it('closes what is open, reopens what is closed, and assigns nothing that is closed', async () => {
    const open = await arrange()
    expect(await actionOf(open, () => inside(open, '.close').click())).to.deep.equal({ kind: 'close' })
    const closed = await arrange({ status: 'CLOSED' })
    expect(await actionOf(closed, () => inside(closed, '.close').click())).to.deep.equal({ kind: 'reopen' })
    expect(allInside(closed, 'chat-menu:not(.more)')).to.deep.equal([])
  })

  it('leads back to the list on a phone, and to the details where they do not fit', async () => {
    const phone = await arrange({}, 'phone')
    expect(await actionOf(phone, () => inside(phone, '.back').click())).to.deep.equal({ kind: 'back' })
    expect(await actionOf(phone, () => inside(phone, '.details').click())).to.deep.equal({ kind: 'details' })
    expect(allInside(await arrange(), '.back, .details')).to.deep.equal([])
  })
})

describe('who a chat can be given to', () => {
  it('is oneself, then whoever answers its site (who is there first), then nobody', () => {
    const team = [
      commercial('away', { name: 'Away', status: 'away' }),
      commercial('zoe', { name: 'Zoe', status: 'online' }),
      commercial('ana', { name: 'Ana', status: 'online' }),
      commercial('elsewhere', { siteIds: [] }),
      commercial('admin', { name: 'Admin', siteIds: [], role: 'admin' }),
      marta,
    ]
    const groups = assignGroups({ chat: chat('1'), team, viewerId: marta.commercialId, l10n: spanish })
    expect(groups.map(({ items }) => items.map(({ id }) => id))).to.deep.equal([
      ['marta', 'ana', 'zoe', 'away', 'admin'],
      ['none'],
    ])
    expect(groups[1]?.items[0]?.isChecked).to.equal(true)
  })
})
