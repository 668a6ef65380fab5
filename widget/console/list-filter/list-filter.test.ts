import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { InboxFilter, InboxList } from '../../core/state.ts'
import { fakeClient, inboxOf } from '../console.fixture.ts'
import { allInside, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatListFilter } from './list-filter.ts'
import './list-filter.ts'

async function arrange(list: InboxList, filter: InboxFilter = {}) {
  const fake = fakeClient()
  fake.answer('GET /v2/tags', { tags: [{ tag: 'mesas', count: 3 }] })
  const element = await themed<ChatListFilter>(
    html`<chat-list-filter
      .client=${fake.client}
      .inbox=${inboxOf([], { list, filter })}
      .l10n=${spanish}
    ></chat-list-filter>`,
  )
  const menu = inside(element, 'chat-menu')
  inside(menu, 'button').focus()
  await waitUntil(() => fake.asked.length === 1)
  inside(menu, 'button').click()
  await waitUntil(() => allInside(menu, '.item').some((item) => textOf(item) === 'mesas'))
  // Half unfolded, nothing has its contrast yet.
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
  const choose = (label: string) =>
    allInside(menu, '.item')
      .find((item) => textOf(item) === label)
      ?.click()
  return { fake, element, menu, choose }
}

describe('chat-list-filter', () => {
  it('is accessible, and names what it narrows by', async () => {
    const { element, menu } = await arrange('all')
    await expect(element).to.be.accessible()
    expect(allInside(menu, '.heading').map(textOf)).to.deep.equal([
      'Orden',
      'Estado',
      'Asignada a',
      'Etiquetas',
    ])
  })

  it('asks nobody whose chats one’s own list is to show', async () => {
    const { menu } = await arrange('mine')
    expect(allInside(menu, '.heading').map(textOf)).to.deep.equal(['Orden', 'Estado', 'Etiquetas'])
  })

  it('adds a choice to what was chosen before, and takes one back', async () => {
    const { fake, choose } = await arrange('all', { order: 'waiting' })
    choose('mesas')
    expect(fake.asked).to.deep.include(['showList', 'all', { order: 'waiting', tag: 'mesas' }])
    const again = await arrange('all', { order: 'waiting', tag: 'mesas' })
    again.choose('Cualquier etiqueta')
    expect(again.fake.asked).to.deep.include(['showList', 'all', { order: 'waiting' }])
  })

  it('says by more than a colour that some chats are left out', async () => {
    const { element } = await arrange('all', { tag: 'mesas' })
    expect(textOf(inside(element, 'chat-menu'))).to.contain('hay conversaciones que no se muestran')
    expect(textOf(inside((await arrange('all', { order: 'waiting' })).element, 'chat-menu'))).to.equal(
      'Orden y filtro',
    )
  })
})
