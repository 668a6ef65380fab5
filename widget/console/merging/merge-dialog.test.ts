import { expect, oneEvent, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { EndpointName } from '#shared/endpoints.ts'
import { ApiError } from '../../core/api-error.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { fakeClient } from '../console.fixture.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatMergeDialog } from './merge-dialog.ts'
import './merge-dialog.ts'

const person = (visitorId: string, more: object = {}) => ({
  visitorId,
  siteId: 'site-1',
  attributes: {},
  isVerified: false,
  createdAt: '2026-11-01T09:00:00.000Z',
  lastSeenAt: '2026-11-20T09:00:00.000Z',
  isOnline: false,
  trail: [],
  chats: [],
  ...more,
})
const phone = person('phone', { name: 'Nuri', isOnline: true, openChatId: 'c1', chats: [{}] })
const laptop = person('laptop', {
  name: 'Núria Ferrer',
  email: 'nuria@olmo.example',
  openChatId: 'c2',
  chats: [{}, {}],
})

async function arrange(people: Record<string, object> = { phone, laptop }) {
  const calls: [name: string, given: { params?: { visitorId: string }; body?: object; query?: object }][] = []
  let refusal: ApiError | null = null
  const call = ((name: EndpointName, given: (typeof calls)[number][1] = {}) => {
    calls.push([name, given])
    if (name === 'POST /v2/visitors/:visitorId/merge') {
      return refusal === null ? Promise.resolve({ visitorId: 'laptop' }) : Promise.reject(refusal)
    }
    if (name === 'GET /v2/visitors/:visitorId') {
      return Promise.resolve(people[given.params?.visitorId ?? ''])
    }
    // Two of their chats, and one of the visitor themself.
    const chats = [people['laptop'], people['laptop'], people['phone']].map((visitor) => ({ visitor }))
    return Promise.resolve({ chats })
  }) as ChatClient['call']
  const dialog = await themed<ChatMergeDialog>(
    html`<chat-merge-dialog
      .client=${{ ...fakeClient().client, call }}
      .visitor=${people['phone']}
      .l10n=${spanish}
    ></chat-merge-dialog>`,
  )
  await waitUntil(() => allInside(dialog, 'dialog[open]').length > 0)
  const search = async (text: string) => {
    const input = inside(dialog, '#search', HTMLInputElement)
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await waitUntil(() => allInside(dialog, '.found button').length > 0)
  }
  const choose = async () => {
    inside(dialog, '.found button').click()
    await waitUntil(() => allInside(dialog, '.sides').length > 0)
  }
  const press = async (name: string) => {
    const button = allInside(dialog, 'button').find((one) => textOf(one) === name)
    if (button === undefined) throw new Error(`No button ${name}`)
    button.click()
    await dialog.updateComplete
  }
  const sent = (name: EndpointName) => calls.findLast(([one]) => one === name)?.[1]
  return { dialog, search, choose, press, sent, refuse: (error: ApiError) => void (refusal = error) }
}

const text = (dialog: ChatMergeDialog) => textOf(inside(dialog, 'dialog'))

describe('chat-merge-dialog', () => {
  it('is accessible, searching and asking', async () => {
    const { dialog, search, choose } = await arrange()
    await search('núria')
    await expect(dialog).to.be.accessible()
    await choose()
    await expect(dialog).to.be.accessible()
  })

  it('finds others of the same site, each once, and not the visitor themself', async () => {
    const { dialog, search, sent } = await arrange()
    await search(' núria ')
    expect(sent('GET /v2/chats')?.query).to.deep.equal({ search: 'núria', siteId: 'site-1', limit: '40' })
    expect(allInside(dialog, '.found button').map((one) => textOf(one))).to.have.length(1)
    expect(text(dialog)).to.contain('nuria@olmo.example')
  })

  it('shows both side by side and what will come of it, before it asks', async () => {
    const { dialog, search, choose } = await arrange()
    await search('núria')
    await choose()
    const [goes, stays] = allInside(dialog, '.side').map((side) => textOf(side))
    expect(goes).to.contain('Nuri').and.to.contain('1 conversación').and.to.contain('En línea ahora')
    expect(stays).to.contain('Se queda').and.to.contain('Núria Ferrer').and.to.contain('2 conversaciones')
    expect(text(dialog)).to.contain('Las dos tienen una conversación abierta')
    expect(text(dialog)).to.contain('Está en línea en este momento').and.to.contain('No se puede deshacer')
  })

  it('merges, says into whom, and is gone', async () => {
    const { dialog, search, choose, press, sent } = await arrange()
    await search('núria')
    await choose()
    const [merged, closed] = [heard(dialog, 'chat-merged'), oneEvent(dialog, 'close')]
    await press('Fusionar')
    expect((await merged).visitorId).to.equal('laptop')
    await closed
    expect(sent('POST /v2/visitors/:visitorId/merge')).to.deep.equal({
      params: { visitorId: 'phone' },
      body: { into: 'laptop' },
    })
  })

  it('does it the other way round when told to', async () => {
    const { search, choose, press, sent } = await arrange()
    await search('núria')
    await choose()
    await press('Al revés')
    await press('Fusionar')
    expect(sent('POST /v2/visitors/:visitorId/merge')).to.deep.equal({
      params: { visitorId: 'laptop' },
      body: { into: 'phone' },
    })
  })

  it('keeps whom the site vouches for, without a choice', async () => {
    const { dialog, search, choose } = await arrange({ phone: { ...phone, isVerified: true }, laptop })
    await search('núria')
    await choose()
    expect(textOf(inside(dialog, '.stays'))).to.contain('Nuri')
    expect(text(dialog)).not.to.contain('Al revés')
  })

  for (const [why, change, words] of [
    ['the site vouches for both', { isVerified: true }, 'siguen siendo dos'],
    ['one is blocked', { blockedAt: '2026-11-02T09:00:00.000Z' }, 'Desbloquéala antes'],
  ] as const) {
    it(`asks for nothing where ${why}`, async () => {
      const both = { phone: { ...phone, ...change }, laptop: { ...laptop, ...change } }
      const { dialog, search, choose } = await arrange(both)
      await search('núria')
      await choose()
      expect(text(dialog)).to.contain(words)
      expect(inside(dialog, '.danger', HTMLButtonElement).disabled).to.equal(true)
    })
  }

  it('says why it was refused, and stays', async () => {
    const { dialog, search, choose, press, refuse } = await arrange()
    await search('núria')
    await choose()
    refuse(new ApiError(404, 'visitor_not_found', { message: 'Este visitante no existe.' }))
    await press('Fusionar')
    await waitUntil(() => text(dialog).includes('Este visitante no existe.'))
    expect(inside(dialog, '.danger', HTMLButtonElement).disabled).to.equal(false)
  })
})
