import { expect } from '@open-wc/testing'
import type { ChatId } from '#shared/ids.ts'
import { Drafts } from './drafts.ts'

const one = 'chat-1' as ChatId
const two = 'chat-2' as ChatId

describe('drafts', () => {
  it('are kept apart by chat and by mode', () => {
    const drafts = new Drafts()
    drafts.write(one, 'reply', 'Hola')
    drafts.write(one, 'note', 'Ojo')
    drafts.write(two, 'reply', 'Hello')
    expect(drafts.textOf(one, 'reply')).to.equal('Hola')
    expect(drafts.textOf(one, 'note')).to.equal('Ojo')
    expect(drafts.textOf(two, 'note')).to.equal('')
  })

  it('remember the mode of each chat, which begins as an answer', () => {
    const drafts = new Drafts()
    drafts.choose(one, 'note')
    expect(drafts.modeOf(one)).to.equal('note')
    expect(drafts.modeOf(two)).to.equal('reply')
  })

  it('are told all together, for whoever keeps them', () => {
    const drafts = new Drafts()
    drafts.write(one, 'note', 'Ojo')
    drafts.write(two, 'reply', 'Hola')
    expect(drafts.texts()).to.deep.equal([
      { chatId: one, mode: 'note', text: 'Ojo' },
      { chatId: two, mode: 'reply', text: 'Hola' },
    ])
  })

  it('leave nothing behind once cleared', () => {
    const drafts = new Drafts()
    drafts.write(one, 'note', 'Ojo')
    drafts.choose(one, 'note')
    drafts.clear()
    expect(drafts.textOf(one, 'note')).to.equal('')
    expect(drafts.modeOf(one)).to.equal('reply')
  })
})
