import { expect, html, oneEvent } from '@open-wc/testing'
import type { Chat } from '#shared/chat.ts'
import { visitorEn } from '../../../i18n/visitor.en.ts'
import { english, inside, part } from '../../../parts/part.fixture.ts'
import { chatView } from '../../fake-client.fixture.ts'
import type { ChatEnded } from './chat-ended.ts'
import './chat-ended.ts'

async function arrange(change: Partial<Chat> = {}) {
  const { chat } = chatView({}, { status: 'CLOSED', closedAt: '2026-03-12T11:21:00.000Z', ...change })
  const ended = await part<ChatEnded>(
    html`<chat-ended .chat=${chat} .l10n=${english} .words=${visitorEn}></chat-ended>`,
  )
  return { ended }
}

describe('chat-ended', () => {
  it('is accessible', async () => {
    const { ended } = await arrange()
    await expect(ended).to.be.accessible()
  })

  it('leads back into the chat', async () => {
    const { ended } = await arrange()
    setTimeout(() => inside(ended, '.second').click())
    await oneEvent(ended, 'chat-resume')
  })
})
