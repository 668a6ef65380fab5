import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { cannedReply, chat, fakeClient, marta, viewOf, visitor } from '../console.fixture.ts'
import { Drafts } from '../drafts.ts'
import { allInside, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatEditor } from './chat-editor.ts'
import './chat-editor.ts'

const one = chat('1', { assignee: marta, visitor: visitor('v', { name: 'Núria Ferrer' }) })
const REPLIES = [
  cannedReply('entrega', {
    content: 'Sí, {{visitor.firstName}}, llevamos a toda Valencia. {{commercial.name}}',
  }),
  cannedReply('entrega-piso', { content: 'Sin ascensor son 60 €.' }),
]

async function arrange(replies = REPLIES) {
  const fake = fakeClient()
  fake.answer('GET /v2/canned-replies', { replies })
  fake.answer('GET /v2/sites', { sites: [] })
  const editor = await themed<ChatEditor>(
    html`<chat-editor
      .client=${fake.client}
      .view=${viewOf(one)}
      .drafts=${new Drafts()}
      .l10n=${spanish}
    ></chat-editor>`,
  )
  return { fake, editor, field: inside(inside(editor, 'chat-composer'), 'textarea') }
}

function type(field: HTMLTextAreaElement, text: string, caret = text.length): void {
  field.focus()
  field.value = text
  field.setSelectionRange(caret, caret)
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
}

const options = (editor: ChatEditor) => allInside(editor, '[role="option"]')
const opened = (editor: ChatEditor) => waitUntil(() => allInside(editor, '.replies').length > 0)

describe('saved replies in the editor', () => {
  it('come with a slash, filled in for this chat, and are accessible', async () => {
    const { editor, field } = await arrange()
    type(field, '/')
    await opened(editor)
    expect(options(editor).map(textOf)).to.deep.equal([
      '/entrega Sí, Núria, llevamos a toda Valencia. Marta Olmo',
      '/entrega-piso Sin ascensor son 60 €.',
    ])
    expect(field.ariaActiveDescendantElement).to.equal(options(editor)[0])
    await expect(editor).to.be.accessible()
  })

  it('are chosen with the arrows and inserted where the caret is, with what stands round it', async () => {
    const { fake, editor, field } = await arrange()
    type(field, 'Hola. /entrega ¿Algo más?', 'Hola. /entrega'.length)
    await opened(editor)
    press(field, 'ArrowDown')
    press(field, 'Enter')
    await editor.updateComplete
    expect(field.value).to.equal('Hola. Sin ascensor son 60 €. ¿Algo más?')
    expect(field.selectionStart).to.equal('Hola. Sin ascensor son 60 €.'.length)
    expect(allInside(editor, '.replies')).to.deep.equal([])
    press(field, 'Enter')
    expect(fake.asked).to.deep.include([
      'send',
      { chatId: '1', content: 'Hola. Sin ascensor son 60 €. ¿Algo más?', isInternal: false },
    ])
  })

  it('go with Escape and stay away while the same word is written on', async () => {
    const { editor, field } = await arrange()
    type(field, '/en')
    await opened(editor)
    press(field, 'Escape')
    type(field, '/ent')
    await editor.updateComplete
    expect(allInside(editor, '.replies')).to.deep.equal([])
    type(field, '/ent /')
    await opened(editor)
  })

  it('are meant by an Enter that comes before they do, which sends no shortcut to anybody', async () => {
    const { fake, field } = await arrange()
    type(field, '/entrega-piso')
    press(field, 'Enter')
    await waitUntil(() => field.value === 'Sin ascensor son 60 €.')
    expect(fake.asked.filter(([name]) => name === 'send')).to.deep.equal([])
  })

  it('are not chosen by the Enter that confirms a word, also in Safari', async () => {
    const { fake, editor, field } = await arrange()
    type(field, '/entrega')
    await opened(editor)
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) press(field, 'Enter', init)
    expect(field.value).to.equal('/entrega')
    expect(fake.asked.filter(([name]) => name === 'send')).to.deep.equal([])
  })

  it('keep nobody from sending what only looks like one, before they come either', async () => {
    const { fake, field } = await arrange()
    type(field, 'mira /mesas')
    press(field, 'Enter')
    await waitUntil(() => fake.asked.some(([name]) => name === 'send'))
    expect(fake.asked).to.deep.include(['send', { chatId: '1', content: 'mira /mesas', isInternal: false }])
  })

  it('let a message with a slash that means nothing be sent', async () => {
    const { fake, editor, field } = await arrange()
    type(field, '/')
    await opened(editor)
    type(field, 'mira /mesas')
    await editor.updateComplete
    press(field, 'Enter')
    expect(fake.asked).to.deep.include(['send', { chatId: '1', content: 'mira /mesas', isInternal: false }])
  })

  it('come for a press on their button too, and say when there are none', async () => {
    const { editor, field } = await arrange([])
    inside(editor, 'chat-composer > button').click()
    await opened(editor)
    expect(field.value).to.equal('/')
    expect(textOf(inside(editor, '.replies .none'))).to.equal('Aún no hay ninguna respuesta guardada.')
  })
})
