import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { Thread } from '../../core/state.ts'
import { ChatActionEvent } from '../chat-header/chat-action.ts'
import type { ChatPane } from '../chat-pane/chat-pane.ts'
import '../chat-pane/chat-pane.ts'
import { chat, fakeClient, joan, marta, sent, viewOf, viewsOf, visitor } from '../console.fixture.ts'
import { allInside, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import { standInForTranslator, type StandIn } from './browser-translator.fixture.ts'
import { languageOf, mayTranslate } from './browser-api.ts'

let browser: StandIn
afterEach(() => browser.remove())

const TABLE = {
  Hello: 'Hola',
  'É (pt) de carvalho?': '¿Es de roble?',
  'And walnut?': '¿Y de nogal?',
  'Sí, de roble': 'Yes, oak',
  Bonjour: 'Buenos días',
  Hallo: 'Buenas',
}

/** Each test has a language of its own: what the browser has loaded stays loaded. */
async function arrange(locale: string | undefined, said: string[]) {
  const one = chat('1', {
    visitor: visitor('v1', { ...(locale !== undefined && { locale }) }),
    assignee: marta,
  })
  const thread: Thread = [
    ...said.map((content, at) => sent(`m${at + 1}`, { chatId: one.chatId, seq: at + 1, content })),
    sent('own', {
      chatId: one.chatId,
      seq: said.length + 1,
      content: 'Ahora miro',
      senderType: 'commercial',
      senderId: joan.commercialId,
    }),
  ]
  const fake = fakeClient({ chats: viewsOf(viewOf(one, { thread })) })
  const pane = await themed<ChatPane>(
    html`<chat-pane
      .client=${fake.client}
      .chatId=${one.chatId}
      .viewerId=${marta.commercialId}
      .l10n=${spanish}
    ></chat-pane>`,
  )
  const list = inside(pane, 'chat-message-list')
  await waitUntil(() => allInside(list, '.message').length === thread.length)
  /** What stands below the messages, from top to bottom. */
  const below = () =>
    allInside(list, 'chat-translated').map((one) => allInside(one, 'p').map(textOf).join(' | '))
  const toggle = () => inside(pane, 'chat-header').dispatchEvent(new ChatActionEvent({ kind: 'translate' }))
  /** The button at a message, as it comes under the pointer. */
  const actionAt = async (at: number, name: string) => {
    allInside(list, '.message')[at]?.dispatchEvent(
      new PointerEvent('pointerover', { bubbles: true, composed: true }),
    )
    await pane.updateComplete
    return allInside<HTMLButtonElement>(pane, '.message-actions button').find(
      ({ ariaLabel }) => ariaLabel === name,
    )
  }
  return { fake, one, thread, pane, list, below, toggle, actionAt }
}

describe('translations by the browser', () => {
  it('are offered where the browser can, and the visitor speaks another language', async () => {
    browser = standInForTranslator(TABLE)
    expect(mayTranslate('en-GB', 'es-ES')).to.equal(true)
    expect(mayTranslate(undefined, 'es-ES')).to.equal(true)
    expect(mayTranslate('es-MX', 'es-ES')).to.equal(false)
    expect([languageOf('zh-TW'), languageOf('zh-CN'), languageOf('pt-BR')]).to.deep.equal([
      'zh-Hant',
      'zh',
      'pt',
    ])
    browser.remove()
    expect(mayTranslate('en-GB', 'es-ES')).to.equal(false)
    const { pane, actionAt } = await arrange('en', ['Hello'])
    expect(inside(pane, 'chat-header').isTranslated).to.equal(null)
    expect(await actionAt(0, 'Traducir el mensaje')).to.equal(undefined)
  })

  it('stand below the message that was asked for, which stays as it was written', async () => {
    browser = standInForTranslator(TABLE)
    const { list, below, actionAt } = await arrange('en', ['Hello', 'And walnut?'])
    ;(await actionAt(0, 'Traducir el mensaje'))?.click()
    await waitUntil(() => below().length === 1)
    await waitUntil(() => below()[0]?.startsWith('Hola'))
    expect(below()).to.deep.equal(['Hola | Traducido del inglés por tu navegador'])
    expect(textOf(inside(list, '.message .text'))).to.equal('Hello')
    expect(browser.asked).to.deep.equal(['en es: Hello'])
    await expect(list).to.be.accessible()
    // Nothing to translate in what the team wrote.
    expect(await actionAt(2, 'Traducir el mensaje')).to.equal(undefined)
  })

  it('come for all that the visitor wrote and will write, in whatever language, until they are turned off', async () => {
    browser = standInForTranslator(TABLE)
    const { fake, one, thread, pane, below, toggle } = await arrange('fr', [
      'É (pt) de carvalho?',
      'Bonjour',
      'Ya (es) lo veo',
    ])
    toggle()
    await waitUntil(() => below().length === 2 && below().every((text) => text.includes('Traducido')))
    expect(browser.asked).to.deep.equal(['pt es: É (pt) de carvalho?', 'fr es: Bonjour'])
    const next = sent('m9', { chatId: one.chatId, seq: 9, content: 'And walnut?' })
    fake.set({ chats: viewsOf(viewOf(one, { thread: [...thread, next] })) })
    await waitUntil(() => below().at(-1)?.startsWith('¿Y de nogal?'))
    toggle()
    await pane.updateComplete
    await waitUntil(() => below().length === 0)
  })

  it('say how much of the model has come, and plainly what went wrong; asked again, they try again', async () => {
    browser = standInForTranslator(TABLE)
    browser.availability = 'downloadable'
    let fail: (cause: Error) => void = () => {}
    browser.download = (hear) => {
      hear(0.4)
      return new Promise((_, reject) => (fail = reject))
    }
    const { below, toggle } = await arrange('de', ['Hallo'])
    toggle()
    await waitUntil(() => below()[0] === 'Tu navegador está bajando lo que necesita para traducir: 40 %')
    fail(new Error('No network'))
    await waitUntil(() => below()[0]?.includes('no ha podido bajar'))
    browser.download = () => Promise.resolve()
    toggle()
    toggle()
    await waitUntil(() => below()[0]?.startsWith('Buenas'))
  })

  it('say so where the browser does not know the languages', async () => {
    browser = standInForTranslator(TABLE)
    browser.availability = 'unavailable'
    const { below, actionAt } = await arrange('eu', ['Kaixo'])
    ;(await actionAt(0, 'Traducir el mensaje'))?.click()
    await waitUntil(() => below()[0] === 'Tu navegador no puede traducir del euskera al español.')
  })
})

describe('the translation of an answer', () => {
  async function write(pane: ChatPane, text: string) {
    const editor = inside(pane, 'chat-editor')
    const field = inside(inside(editor, 'chat-composer'), 'textarea')
    field.value = text
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    await editor.updateComplete
    const press = (name: string) =>
      allInside<HTMLButtonElement>(editor, 'button')
        .find((button) => (button.ariaLabel ?? textOf(button)) === name)
        ?.click()
    const shown = () => allInside(editor, '.held').map(textOf)
    return { editor, field, press, shown }
  }

  it('is shown before it is put into the field, from where it can be taken back; nothing is sent', async () => {
    browser = standInForTranslator(TABLE)
    const { fake, pane } = await arrange('fr', ['Is it (en) oak?'])
    const { field, press, shown } = await write(pane, 'Sí, de roble')
    press('Traducir para el visitante')
    await waitUntil(() => shown()[0]?.includes('Yes, oak'))
    expect(shown()[0]).to.contain('En inglés, por tu navegador. Léelo antes de enviarlo.')
    expect(field.value).to.equal('Sí, de roble')
    press('Ponerlo en el campo')
    expect(field.value).to.equal('Yes, oak')
    await waitUntil(() => shown()[0]?.includes('Volver a lo mío'))
    press('Volver a lo mío')
    expect(field.value).to.equal('Sí, de roble')
    await waitUntil(() => shown().length === 0)
    expect(fake.asked.filter(([method]) => method === 'send')).to.deep.equal([])
  })

  it('goes when something else is written', async () => {
    browser = standInForTranslator(TABLE)
    const { pane } = await arrange('en', ['Hello'])
    const first = await write(pane, 'Sí, de roble')
    first.press('Traducir para el visitante')
    await waitUntil(() => first.shown()[0]?.includes('Yes, oak'))
    const { shown } = await write(pane, 'No, de nogal')
    await waitUntil(() => shown().length === 0)
  })
})
