import { expect } from '@open-wc/testing'
import type { Draft } from '#shared/draft.ts'
import type { ChatId } from '#shared/ids.ts'
import { emptyDesk } from '../core/desk.ts'
import { fakeClient } from './console.fixture.ts'
import { DraftKeeper } from './draft-keeper.ts'
import { Drafts } from './drafts.ts'

const one = 'chat-1' as ChatId
const two = 'chat-2' as ChatId
const draft = (content: string, isInternal = false): Draft => ({ content, isInternal, updatedAt: '' })

const soon = () => new Promise((resolve) => setTimeout(resolve))

function arrange() {
  const fake = fakeClient({ desk: emptyDesk })
  const host = {
    client: fake.client,
    chatId: one as ChatId | null,
    drafts: new Drafts(),
    addController() {},
    draftsChanged() {},
  }
  const keeper = new DraftKeeper(host)
  keeper.hostUpdate()
  const hear = (chatId: ChatId, told: Draft | null) => {
    fake.set({ desk: { ...emptyDesk, drafts: new Map([[chatId, told]]) } })
    keeper.hostUpdate()
  }
  const kept = () => fake.asked.filter(([method]) => method === 'keepDraft')
  return { fake, host, keeper, hear, kept }
}

describe('what keeps drafts the same on all devices', () => {
  it('tells what was written once the chat is left', () => {
    const { host, keeper, kept } = arrange()
    host.drafts.write(one, 'reply', 'Hola')
    keeper.written('Hola')
    expect(kept()).to.deep.equal([])
    host.chatId = two
    keeper.hostUpdate()
    expect(kept()).to.deep.equal([['keepDraft', one, { content: 'Hola', isInternal: false }]])
  })

  it('tells at once that it was sent, and only if there was something to forget', async () => {
    const { host, keeper, hear, kept } = arrange()
    keeper.written('')
    await soon()
    expect(kept()).to.deep.equal([])
    hear(one, draft('A medias'))
    host.drafts.write(one, 'reply', '')
    keeper.written('')
    await soon()
    expect(kept()).to.deep.equal([['keepDraft', one, { content: '', isInternal: false }]])
  })

  it('goes on with what another device began, as what it was, but never over what stands here', async () => {
    const { fake, host, keeper } = arrange()
    fake.keeps(draft('Ojo con el portal', true))
    host.chatId = two
    keeper.hostUpdate()
    await soon()
    await soon()
    expect(host.drafts.textOf(two, 'note')).to.equal('Ojo con el portal')
    expect(host.drafts.modeOf(two)).to.equal('note')
    host.drafts.write(one, 'note', 'Lo de aquí')
    host.chatId = one
    keeper.hostUpdate()
    await soon()
    await soon()
    expect(host.drafts.textOf(one, 'note')).to.equal('Lo de aquí')
  })

  it('follows another device as it writes, and forgets what was sent there', () => {
    const { host, hear } = arrange()
    hear(one, draft('Ho'))
    hear(one, draft('Hola'))
    expect(host.drafts.textOf(one, 'reply')).to.equal('Hola')
    hear(one, null)
    expect(host.drafts.textOf(one, 'reply')).to.equal('')
  })

  it('holds on to what is being written here, and to what was changed here since', () => {
    const { host, keeper, hear } = arrange()
    host.drafts.write(one, 'reply', 'Lo mío')
    keeper.written('Lo mío')
    hear(one, draft('Lo otro'))
    expect(host.drafts.textOf(one, 'reply')).to.equal('Lo mío')
    keeper.hostDisconnected()
    host.drafts.write(one, 'reply', 'Lo mío, y más')
    hear(one, null)
    expect(host.drafts.textOf(one, 'reply')).to.equal('Lo mío, y más')
  })
})
