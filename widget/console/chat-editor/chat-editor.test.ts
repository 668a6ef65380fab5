import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { ChatView, DraftMessage } from '../../core/state.ts'
import { chat, fakeClient, marta, message, viewOf } from '../console.fixture.ts'
import { Drafts } from '../drafts.ts'
import { allInside, heard, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatEditor } from './chat-editor.ts'
import './chat-editor.ts'

const one = chat('1', { assignee: marta })
const two = chat('2', { assignee: marta })

async function arrange(view: ChatView = viewOf(one)) {
  const fake = fakeClient()
  const drafts = new Drafts()
  const editor = await themed<ChatEditor>(
    html`<chat-editor .client=${fake.client} .view=${view} .drafts=${drafts} .l10n=${spanish}></chat-editor>`,
  )
  return { fake, drafts, editor }
}

const composer = (editor: ChatEditor) => inside(editor, 'chat-composer')
const field = (editor: ChatEditor) => inside(composer(editor), 'textarea')
const modes = (editor: ChatEditor) => allInside<HTMLButtonElement>(editor, '.modes button')

async function type(editor: ChatEditor, text: string): Promise<void> {
  field(editor).value = text
  field(editor).dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  await editor.updateComplete
  await composer(editor).updateComplete
}

async function choose(editor: ChatEditor, mode: 'reply' | 'note'): Promise<void> {
  modes(editor)[mode === 'reply' ? 0 : 1]?.click()
  await editor.updateComplete
  await composer(editor).updateComplete
}

async function showChat(editor: ChatEditor, view: ChatView): Promise<void> {
  editor.view = view
  await editor.updateComplete
  await composer(editor).updateComplete
}

const stale: DraftMessage = {
  delivery: 'failed',
  clientMessageId: 'k1',
  chatId: one.chatId,
  senderId: marta.commercialId,
  senderType: 'commercial',
  senderName: marta.name,
  content: 'Sí, llevamos a Sagunto.',
  type: 'text',
  isInternal: false,
  sentAt: one.createdAt,
  failure: { code: 'stale_reply', message: 'Hay más', unseen: [message('u1'), message('u2')] },
}

describe('chat-editor', () => {
  it('is accessible in both modes, closed, and with a held-back answer', async () => {
    const { editor } = await arrange()
    await expect(editor).to.be.accessible()
    await choose(editor, 'note')
    await expect(editor).to.be.accessible()
    await expect((await arrange(viewOf({ ...one, status: 'CLOSED' }))).editor).to.be.accessible()
    await expect((await arrange(viewOf(one, { thread: [stale] }))).editor).to.be.accessible()
  })

  it('is accessible with a note in the dark', async () => {
    const { editor } = await arrange()
    editor.parentElement?.setAttribute('data-scheme', 'dark')
    await choose(editor, 'note')
    await type(editor, 'x')
    const fading = inside(composer(editor), '.send').getAnimations()
    await Promise.all(fading.map(({ finished }) => finished))
    await expect(editor).to.be.accessible()
  })

  it('sends an answer', async () => {
    const { fake, editor } = await arrange()
    await type(editor, 'Sí, los jueves')
    press(field(editor), 'Enter')
    expect(fake.asked).to.deep.include([
      'send',
      { chatId: '1', content: 'Sí, los jueves', isInternal: false },
    ])
    await editor.updateComplete
    expect(field(editor).value).to.equal('')
  })

  it('says in every way that a note is being written, and saves it as one', async () => {
    const { fake, editor } = await arrange()
    await choose(editor, 'note')
    expect(inside(editor, '.editor.note').contains(composer(editor))).to.equal(true)
    expect(textOf(inside(composer(editor), '.send'))).to.equal('Guardar nota')
    expect(modes(editor).map((button) => button.ariaPressed)).to.deep.equal(['false', 'true'])
    await type(editor, 'Ojo')
    press(field(editor), 'Enter')
    expect(fake.asked).to.deep.include(['send', { chatId: '1', content: 'Ojo', isInternal: true }])
  })

  it('keeps what is being written with its chat and its mode', async () => {
    const { editor } = await arrange()
    await type(editor, 'respuesta a medias')
    await choose(editor, 'note')
    expect(field(editor).value).to.equal('')
    await type(editor, 'nota a medias')
    await showChat(editor, viewOf(two))
    expect(field(editor).value).to.equal('')
    await type(editor, 'otra')
    await showChat(editor, viewOf(one))
    expect(field(editor).value).to.equal('nota a medias')
    await choose(editor, 'reply')
    expect(field(editor).value).to.equal('respuesta a medias')
    await showChat(editor, viewOf(two))
    expect(field(editor).value).to.equal('otra')
  })

  it('tells that one is writing, and apart that it is a note', async () => {
    const { fake, editor } = await arrange()
    await type(editor, 'h')
    await choose(editor, 'note')
    await type(editor, 'n')
    expect(fake.asked.filter(([method]) => method === 'setTyping')).to.deep.equal([
      ['setTyping', '1', true, { isInternal: false }],
      ['setTyping', '1', false],
      ['setTyping', '1', true, { isInternal: true }],
    ])
  })

  it('holds an answer back when the talk has gone on, and sends it anyway if told so', async () => {
    const { fake, editor } = await arrange(viewOf(one, { thread: [stale] }))
    expect(textOf(inside(editor, '.stale'))).to.contain('Han llegado 2 mensajes mientras escribías')
    inside(editor, '.stale .primary').click()
    expect(fake.asked).to.deep.equal([['retry', '1', 'k1']])
  })

  it('gives a held-back answer back for more writing, before what has been written since', async () => {
    const { fake, drafts, editor } = await arrange(viewOf(one, { thread: [stale] }))
    fake.set({ chats: new Map([[one.chatId, viewOf(one, { thread: [stale] })]]) })
    await type(editor, 'y además')
    inside(editor, '.stale button').click()
    await editor.updateComplete
    expect(fake.asked).to.deep.include(['discard', '1', 'k1'])
    expect(drafts.textOf(one.chatId, 'reply')).to.equal('Sí, llevamos a Sagunto.\ny además')
    expect(composer(editor).value).to.equal('Sí, llevamos a Sagunto.\ny además')
  })

  it('offers to reopen a closed chat, and lets notes be written in it', async () => {
    const { editor } = await arrange(viewOf({ ...one, status: 'CLOSED' }))
    expect(allInside(editor, 'chat-composer')).to.deep.equal([])
    setTimeout(() => inside(editor, '.closed button').click())
    expect((await heard(editor, 'chat-reopen')).type).to.equal('chat-reopen')
    await choose(editor, 'note')
    expect(inside(editor, '.editor.note').contains(composer(editor))).to.equal(true)
  })
})
