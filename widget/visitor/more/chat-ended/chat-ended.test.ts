import { expect, html, oneEvent } from '@open-wc/testing'
import type { Chat } from '#shared/chat.ts'
import { visitorEn } from '../../../i18n/visitor.en.ts'
import { recordAnnouncements } from '../../../parts/announcements.fixture.ts'
import { english, inside, part, settled } from '../../../parts/part.fixture.ts'
import { CHAT_ID, chatView, createFakeClient } from '../../fake-client.fixture.ts'
import type { ChatEnded } from './chat-ended.ts'
import './chat-ended.ts'

async function arrange(change: Partial<Chat> = {}, canRate = true) {
  const fake = createFakeClient()
  const { chat } = chatView({}, { status: 'CLOSED', closedAt: '2026-03-12T11:21:00.000Z', ...change })
  const ended = await part<ChatEnded>(
    html`<chat-ended
      .client=${fake.client}
      .chat=${chat}
      .canRate=${canRate}
      .l10n=${english}
      .words=${visitorEn}
    ></chat-ended>`,
  )
  return { ended, ...fake }
}

const faces = (ended: ChatEnded) => [...ended.renderRoot.querySelectorAll<HTMLInputElement>('[type=radio]')]

async function choose(ended: ChatEnded, score: number): Promise<void> {
  faces(ended)[score - 1]?.click()
  await ended.updateComplete
}

describe('chat-ended', () => {
  it('is accessible before and after choosing', async () => {
    const { ended } = await arrange()
    await expect(ended).to.be.accessible()
    await choose(ended, 5)
    await expect(ended).to.be.accessible()
  })

  it('names its faces in words, from very bad to very good', async () => {
    const { ended } = await arrange()
    const names = faces(ended).map(({ labels }) => labels?.[0]?.querySelector('.sr:not(input)')?.textContent)
    expect(names).to.deep.equal(['Very bad', 'Bad', 'All right', 'Good', 'Very good'])
  })

  it('is heard to thank, and goes on from the button that has gone', async () => {
    const { ended } = await arrange()
    if (ended.shadowRoot === null) throw new Error('There is no shadow.')
    const announced = recordAnnouncements(ended.shadowRoot)
    await choose(ended, 4)
    inside(ended, '.main').focus()
    inside(ended, '.main').click()
    await settled()
    expect(announced).to.deep.equal([visitorEn.thanks])
    expect(ended.shadowRoot.activeElement).to.equal(inside(ended, '.second'))
  })

  it('sends what was chosen, with what was added, and thanks', async () => {
    const { ended, asked } = await arrange()
    await choose(ended, 4)
    const comment = inside(ended, '.input', HTMLInputElement)
    comment.value = ' Quick and patient. '
    comment.dispatchEvent(new Event('input'))
    inside(ended, '.main').click()
    await settled()
    expect(asked).to.deep.equal([
      [
        'PUT /v2/chats/:chatId/rating',
        { params: { chatId: CHAT_ID }, body: { score: 4, comment: 'Quick and patient.' } },
      ],
    ])
    expect(inside(ended, '.thanks').innerText).to.equal(visitorEn.thanks)
    expect(faces(ended)).to.have.lengthOf(0)
  })

  it('sends nothing before something is chosen', async () => {
    const { ended, asked } = await arrange()
    inside(ended, '.main').click()
    await settled()
    expect(asked).to.deep.equal([])
  })

  it('keeps the choice when it could not be sent', async () => {
    const { ended, answers } = await arrange()
    answers['PUT /v2/chats/:chatId/rating'] = new Error('Offline')
    await choose(ended, 2)
    inside(ended, '.main').click()
    await settled()
    expect(inside(ended, '.error').innerText).to.contain(visitorEn.notDone)
    expect(faces(ended)[1]?.checked).to.equal(true)
  })

  it('asks nobody twice, and nobody where the site does not ask', async () => {
    expect(
      faces((await arrange({ rating: { score: 3, ratedAt: '2026-03-12T11:22:00.000Z' } })).ended),
    ).to.have.lengthOf(0)
    expect(faces((await arrange({}, false)).ended)).to.have.lengthOf(0)
  })

  it('leads back into the chat', async () => {
    const { ended } = await arrange()
    setTimeout(() => inside(ended, '.second').click())
    await oneEvent(ended, 'chat-resume')
  })
})
