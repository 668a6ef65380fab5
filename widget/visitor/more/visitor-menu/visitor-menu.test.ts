import { expect, html } from '@open-wc/testing'
import type { Message } from '#shared/message.ts'
import type { ClientState } from '../../../core/state.ts'
import { visitorEn } from '../../../i18n/visitor.en.ts'
import { sent } from '../../../parts/message-list/thread.fixture.ts'
import { english, inside, part, settled } from '../../../parts/part.fixture.ts'
import { CHAT_ID, chatView, createFakeClient, only, site } from '../../fake-client.fixture.ts'
import { wants } from '../../attention/preferences.ts'
import type { ChatVisitorMenu } from './visitor-menu.ts'
import { writeTranscript } from './write-transcript.ts'
import './visitor-menu.ts'

const SITE_ID = 'menu-test'
const known: Partial<ClientState> = {
  session: { state: 'visitor', visitor: { visitorId: 'v' } as never },
  chats: only(chatView()),
}

async function arrange(state: Partial<ClientState> = {}) {
  localStorage.clear()
  const fake = createFakeClient(state)
  const menu = await part<ChatVisitorMenu>(
    html`<chat-visitor-menu
      .client=${fake.client}
      .state=${fake.client.state.get()}
      .siteId=${SITE_ID}
      .l10n=${english}
      .words=${visitorEn}
    ></chat-visitor-menu>`,
  )
  await settled()
  return { menu, ...fake }
}

const items = (menu: ChatVisitorMenu) => [
  ...(inside(menu, 'chat-menu').shadowRoot?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? []),
]
const item = (menu: ChatVisitorMenu, label: string) =>
  items(menu).find((one) => one.dataset['label'] === label)

async function choose(menu: ChatVisitorMenu, label: string): Promise<void> {
  item(menu, label)?.click()
  await settled()
}

describe('chat-visitor-menu', () => {
  it('opens as it comes, and is accessible', async () => {
    const { menu } = await arrange(known)
    expect(items(menu).length).to.be.greaterThan(2)
    await expect(menu).to.be.accessible()
  })

  it('offers nothing that is not there to a visitor who has said nothing', async () => {
    const { menu } = await arrange()
    const disabled = items(menu).filter((one) => one.ariaDisabled === 'true')
    expect(disabled.map((one) => one.dataset['label'])).to.include.members([
      visitorEn.transcript,
      visitorEn.exportData,
      visitorEn.deleteData,
    ])
    await choose(menu, visitorEn.deleteData)
    expect(inside(menu, 'dialog', HTMLDialogElement).open).to.equal(false)
  })

  it('leaves out what the site has turned off', async () => {
    const features = { ...site.features, sound: false, transcript: false }
    const { menu } = await arrange({ ...known, site: { ...site, features } })
    expect(item(menu, visitorEn.sound)).to.equal(undefined)
    expect(item(menu, visitorEn.transcript)).to.equal(undefined)
  })

  it('keeps the sound off until it is asked for, and remembers', async () => {
    const { menu } = await arrange(known)
    expect(item(menu, visitorEn.sound)?.ariaChecked).to.equal('false')
    expect(localStorage).to.have.lengthOf(0)
    await choose(menu, visitorEn.sound)
    expect(wants(SITE_ID, 'sound')).to.equal(true)
    inside(menu, 'chat-menu').shadowRoot?.querySelector('button')?.click()
    await settled()
    expect(item(menu, visitorEn.sound)?.ariaChecked).to.equal('true')
    await choose(menu, visitorEn.sound)
    expect(wants(SITE_ID, 'sound')).to.equal(false)
  })

  it('erases only after asking, and then forgets who this was', async () => {
    const { menu, asked } = await arrange(known)
    await choose(menu, visitorEn.deleteData)
    const dialog = inside(menu, 'dialog', HTMLDialogElement)
    expect(dialog.open).to.equal(true)
    await expect(menu).to.be.accessible()
    expect(asked).to.deep.equal([])
    inside(menu, '.danger').click()
    await settled()
    expect(asked).to.deep.equal([['DELETE /v2/visitors/me'], ['forget']])
    expect(dialog.open).to.equal(false)
    expect(inside(menu, '.trouble').innerText).to.equal(visitorEn.deleted)
  })

  it('erases nothing when the visitor thinks again, by button or Escape', async () => {
    const { menu, asked } = await arrange(known)
    await choose(menu, visitorEn.deleteData)
    inside(menu, 'dialog .second').click()
    expect(inside(menu, 'dialog', HTMLDialogElement).open).to.equal(false)
    expect(asked).to.deep.equal([])
  })

  it('says so when something did not work, and forgets nothing', async () => {
    const { menu, asked, answers } = await arrange(known)
    answers['DELETE /v2/visitors/me'] = new Error('Offline')
    await choose(menu, visitorEn.deleteData)
    inside(menu, '.danger').click()
    await settled()
    expect(asked).to.deep.equal([['DELETE /v2/visitors/me']])
    expect(inside(menu, '.trouble').innerText).to.equal(visitorEn.notDone)
  })
})

describe('the transcript', () => {
  it('has every message once, in order, over as many pages as there are', async () => {
    const { client, asked } = createFakeClient()
    const pages = [
      { messages: [message(1, 'Marta'), message(2, 'v')], hasMore: true },
      { messages: [message(3, 'Marta')], hasMore: false },
    ]
    const call = async (...args: unknown[]) => {
      asked.push(args)
      return pages.shift()
    }
    const text = await writeTranscript(
      { ...client, call: call as typeof client.call },
      { chatId: CHAT_ID, title: 'Olmo', l10n: english },
    )
    const spoken = text.split('\n').filter((line) => line.includes(': '))
    expect(
      spoken.map((line) => line.replaceAll(/[\u2068\u2069]/g, '').replace(/^.*?M {2}/, '')),
    ).to.deep.equal([
      `Marta: ${message(1, 'Marta').content}`,
      `You: ${message(2, 'v').content}`,
      `Marta: ${message(3, 'Marta').content}`,
    ])
    expect(asked.map(([, call]) => (call as { query: { after: string } }).query.after)).to.deep.equal([
      '0',
      '2',
    ])
  })
})

function message(seq: number, by: string): Message {
  const { delivery: _, ...rest } = sent(seq, by) as Message & { delivery: string }
  return rest
}
