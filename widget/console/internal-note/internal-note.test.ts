import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { ThreadMessage } from '../../core/state.ts'
import { joan, sent } from '../console.fixture.ts'
import { allInside, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatInternalNote } from './internal-note.ts'
import './internal-note.ts'

const note = (change: Parameters<typeof sent>[1] = {}) =>
  sent('n1', {
    isInternal: true,
    senderType: 'commercial',
    senderId: joan.commercialId,
    senderName: joan.name,
    content: 'Sin ascensor son +60 €',
    ...change,
  })
const arrange = (message: ThreadMessage) =>
  themed<ChatInternalNote>(
    html`<chat-internal-note .l10n=${spanish} .message=${message}></chat-internal-note>`,
  )

describe('chat-internal-note', () => {
  it('is accessible', async () => {
    await expect(await arrange(note())).to.be.accessible()
  })

  it('says whose it is, and that only the team sees it', async () => {
    const element = await arrange(note())
    expect(textOf(inside(element, '.head'))).to.contain('Nota interna de \u2068Joan Olmo\u2069')
    expect(textOf(inside(element, '.head'))).to.contain('solo la ve el equipo')
  })

  it('keeps the writer’s line breaks and nothing around them', async () => {
    const element = await arrange(note({ content: 'una\n\ndos' }))
    expect(inside(element, '.text').textContent).to.equal('una\n\ndos')
  })

  it('shows hostile text as text, and only web addresses as links', async () => {
    const element = await arrange(
      note({ content: '<img src=x onerror=alert(1)> javascript:alert(1) https://olmo.example/x' }),
    )
    await waitUntil(() => allInside(element, 'a').length > 0)
    expect(allInside(element, 'img')).to.deep.equal([])
    expect(allInside<HTMLAnchorElement>(element, 'a').map(({ href }) => href)).to.deep.equal([
      'https://olmo.example/x',
    ])
  })

  it('says that it is being saved, was not saved, was changed, or is gone', async () => {
    const draft = {
      delivery: 'sending',
      clientMessageId: 'k',
      chatId: note().chatId,
      senderId: joan.commercialId,
      senderType: 'commercial',
      senderName: joan.name,
      content: 'Ojo',
      type: 'text',
      isInternal: true,
      sentAt: note().sentAt,
    } as const
    expect(textOf(inside(await arrange(draft), '.state'))).to.equal('Guardando…')
    expect(textOf(inside(await arrange({ ...draft, delivery: 'failed' }), '.state'))).to.equal('No se guardó')
    expect(textOf(inside(await arrange(note({ editedAt: note().sentAt })), '.state'))).to.contain('editada')
    const gone = await arrange(note({ content: '', deletedAt: note().sentAt }))
    expect(textOf(inside(gone, '.text'))).to.equal('Mensaje borrado')
  })
})
