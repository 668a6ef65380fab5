import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { ThreadMessage } from '../../core/state.ts'
import {
  chat,
  commercial,
  fakeClient,
  inboxOf,
  joan,
  marta,
  sent,
  viewOf,
  viewsOf,
} from '../console.fixture.ts'
import { Drafts } from '../drafts.ts'
import { allInside, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatEditor } from './chat-editor.ts'
import './chat-editor.ts'

const one = chat('1', { assignee: marta })
const lucia = commercial('lucia', { name: 'Lucía Pons', status: 'online' })
const elsewhere = commercial('elsewhere', { name: 'Joana de otra web', siteIds: [] })

async function arrange({
  undoSeconds = 0,
  mode = 'reply',
}: { undoSeconds?: number; mode?: 'reply' | 'note' } = {}) {
  const fake = fakeClient({ team: [marta, joan, lucia, elsewhere], inbox: inboxOf([one]) })
  const drafts = new Drafts()
  drafts.choose(one.chatId, mode)
  const editor = await themed<ChatEditor>(
    html`<chat-editor
      .client=${fake.client}
      .view=${viewOf(one)}
      .drafts=${drafts}
      .undoSeconds=${undoSeconds}
      .l10n=${spanish}
    ></chat-editor>`,
  )
  const field = inside(inside(editor, 'chat-composer'), 'textarea')
  const type = async (text: string) => {
    field.focus()
    field.value = text
    field.setSelectionRange(text.length, text.length)
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    await editor.updateComplete
  }
  const sends = () => fake.asked.filter(([method]) => method === 'send').map(([, given]) => given)
  const deliver = (change: Partial<ThreadMessage>) => {
    const message = {
      ...sent('m1', { chatId: one.chatId, clientMessageId: 'draft-1' }),
      ...change,
    } as ThreadMessage
    fake.set({ chats: viewsOf(viewOf(one, { thread: [message] })) })
  }
  return { fake, drafts, editor, field, type, sends, deliver }
}

describe('Ctrl+Enter', () => {
  it('sends, and closes the chat once the answer is out', async () => {
    const { fake, field, type, sends, deliver } = await arrange()
    await type('Hasta pronto')
    press(field, 'Enter', { ctrlKey: true })
    expect(sends()).to.deep.equal([{ chatId: '1', content: 'Hasta pronto', isInternal: false }])
    deliver({ delivery: 'sending' })
    expect(fake.asked.some(([method]) => method === 'closeChat')).to.equal(false)
    deliver({})
    expect(fake.asked).to.deep.include(['closeChat', '1'])
  })

  it('leaves the chat open where the answer was refused or held back', async () => {
    const { fake, field, type, deliver } = await arrange()
    await type('Hasta pronto')
    press(field, 'Enter', { ctrlKey: true })
    deliver({ delivery: 'failed' })
    deliver({})
    expect(fake.asked.some(([method]) => method === 'closeChat')).to.equal(false)
  })

  it('sends nothing that is blank, and closes nothing with a note', async () => {
    const { field, type, sends } = await arrange()
    await type('  ')
    press(field, 'Enter', { ctrlKey: true })
    expect(sends()).to.deep.equal([])
    const noting = await arrange({ mode: 'note' })
    await noting.type('Ojo')
    press(noting.field, 'Enter', { metaKey: true })
    expect(noting.sends()).to.deep.equal([])
  })
})

describe('an answer that can be taken back', () => {
  it('waits, accessible, and comes back where it was written', async () => {
    const { editor, drafts, field, type, sends } = await arrange({ undoSeconds: 5 })
    await type('Demasiado deprisa')
    press(field, 'Enter')
    await editor.updateComplete
    expect(sends()).to.deep.equal([])
    expect(textOf(inside(editor, '.held p'))).to.equal('Demasiado deprisa')
    await expect(editor).to.be.accessible()
    allInside(editor, '.held button')[0]?.click()
    await editor.updateComplete
    expect(allInside(editor, '.held')).to.deep.equal([])
    expect(drafts.textOf(one.chatId, 'reply')).to.equal('Demasiado deprisa')
    expect(sends()).to.deep.equal([])
  })

  it('goes at once with the next one, and when another chat comes on screen', async () => {
    const { editor, field, type, sends } = await arrange({ undoSeconds: 10 })
    await type('uno')
    press(field, 'Enter')
    await editor.updateComplete
    await type('dos')
    press(field, 'Enter')
    expect(sends().map((given) => (given as { content: string }).content)).to.deep.equal(['uno'])
    editor.remove()
    expect(sends().map((given) => (given as { content: string }).content)).to.deep.equal(['uno', 'dos'])
  })

  it('is a draft again on a page that is left', async () => {
    const { editor, drafts, field, type, sends } = await arrange({ undoSeconds: 10 })
    await type('Me voy')
    press(field, 'Enter')
    await editor.updateComplete
    dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(sends()).to.deep.equal([])
    expect(drafts.textOf(one.chatId, 'reply')).to.equal('Me voy')
  })
})

describe('naming a colleague in a note', () => {
  const options = (editor: ChatEditor) => allInside(editor, '[role="option"]').map(textOf)

  it('offers those who answer the site, and tells whom the note names', async () => {
    const { editor, field, type, sends } = await arrange({ mode: 'note' })
    await type('Lo sabe @jo')
    await waitUntil(() => options(editor).length > 0)
    expect(options(editor)).to.deep.equal(['JOJoan Olmo Ausente'])
    await expect(editor).to.be.accessible()
    press(field, 'Enter')
    await editor.updateComplete
    expect(field.value).to.equal('Lo sabe @Joan Olmo ')
    press(field, 'Enter')
    expect(sends()).to.deep.equal([
      { chatId: '1', content: 'Lo sabe @Joan Olmo', isInternal: true, mentions: ['joan'] },
    ])
  })

  it('moves with arrows, and leaves the sign alone after Escape', async () => {
    const { editor, field, type } = await arrange({ mode: 'note' })
    await type('@')
    await waitUntil(() => options(editor).length === 2)
    press(field, 'ArrowDown')
    await editor.updateComplete
    expect(textOf(inside(editor, '[aria-selected="true"]'))).to.contain('Lucía Pons')
    press(field, 'Escape')
    await editor.updateComplete
    expect(options(editor)).to.deep.equal([])
  })

  it('offers nobody in an answer, which names nobody', async () => {
    const { editor, field, type, sends } = await arrange()
    await type('@Joan Olmo')
    press(field, 'Enter')
    expect(options(editor)).to.deep.equal([])
    expect(sends()).to.deep.equal([{ chatId: '1', content: '@Joan Olmo', isInternal: false }])
  })
})
