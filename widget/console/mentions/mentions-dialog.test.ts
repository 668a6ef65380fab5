import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { Mention } from '#shared/mention.ts'
import { fakeClient, joan, message, site, visitor } from '../console.fixture.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatMentions } from './mentions-dialog.ts'
import './mentions-dialog.ts'

const nuria = visitor('v1', { name: 'Núria Ferrer' })
function mention(id: string, seq: number, seenAt: string | null): Mention {
  const note = message(id, { seq, isInternal: true, content: `<b>nota</b> ${seq}`, senderName: joan.name })
  return { message: note, siteId: site('site-1').siteId, visitor: nuria, seenAt }
}

async function arrange(mentions: Mention[], nextCursor: string | null = null) {
  const fake = fakeClient()
  fake.answer('GET /v2/mentions', { mentions, nextCursor, unseenCount: 1 })
  fake.answer('PUT /v2/mentions/seen', undefined)
  const dialog = await themed<ChatMentions>(
    html`<chat-mentions .client=${fake.client} .l10n=${spanish}></chat-mentions>`,
  )
  return { fake, dialog }
}

const rows = (dialog: ChatMentions) => allInside(dialog, 'li button')

describe('chat-mentions', () => {
  it('is accessible, full and empty', async () => {
    const { dialog } = await arrange([mention('m1', 7, null), mention('m2', 4, '2026-11-25T09:00:00.000Z')])
    await waitUntil(() => rows(dialog).length === 2)
    await expect(dialog).to.be.accessible()
    const empty = (await arrange([])).dialog
    await waitUntil(() => textOf(inside(empty, 'dialog')).includes('Aún no te nombra'))
    await expect(empty).to.be.accessible()
  })

  it('leads to the note, and has seen it', async () => {
    const { fake, dialog } = await arrange([mention('m1', 7, null)])
    await waitUntil(() => rows(dialog).length === 1)
    expect(textOf(rows(dialog)[0] ?? dialog))
      .to.contain('<b>nota</b> 7')
      .and.to.contain('sin ver')
    setTimeout(() => rows(dialog)[0]?.click())
    expect((await heard(dialog, 'chat-command')).command).to.deep.equal({
      kind: 'chat',
      chatId: 'chat-1',
      seq: 7,
    })
    expect(fake.asked).to.deep.include(['PUT /v2/mentions/seen', { body: { messageId: 'm1' } }])
  })

  it('has seen all of them at one press, and reads on', async () => {
    const { fake, dialog } = await arrange([mention('m1', 7, null)], 'next')
    await waitUntil(() => rows(dialog).length === 1)
    inside(dialog, '.answers .primary').click()
    await waitUntil(() => allInside(dialog, '.unseen').length === 0)
    expect(fake.asked).to.deep.include(['PUT /v2/mentions/seen', { body: {} }])
    inside(dialog, '.answers .button').click()
    await waitUntil(() => rows(dialog).length === 2)
    expect(fake.asked).to.deep.include(['GET /v2/mentions', { query: { cursor: 'next' } }])
  })

  it('says that they could not be read', async () => {
    const dialog = await themed<ChatMentions>(
      html`<chat-mentions .client=${fakeClient().client} .l10n=${spanish}></chat-mentions>`,
    )
    await waitUntil(() => textOf(inside(dialog, '.problem')) !== '')
  })
})
