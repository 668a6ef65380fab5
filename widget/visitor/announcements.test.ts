import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../chat-widget.ts'
import type { ChatWidget } from '../chat-widget.ts'
import type { ClientState, Thread } from '../core/state.ts'
import { recordAnnouncements } from '../parts/announcements.fixture.ts'
import { draft, history, sent } from '../parts/message-list/thread.fixture.ts'
import { settled } from '../parts/part.fixture.ts'
import { chatView, createFakeClient, only, site } from './fake-client.fixture.ts'

async function arrange({
  open = true,
  thread = [] as Thread,
  ...state
}: Partial<ClientState> & { open?: boolean; thread?: Thread } = {}) {
  const fake = createFakeClient({
    chats: only(chatView({ thread })),
    connection: { state: 'online' },
    ...state,
  })
  const widget = await fixture<ChatWidget>(
    html`<chat-widget locale="en-GB" inline .client=${fake.client}></chat-widget>`,
  )
  widget.inline = open
  widget.open = open
  widget.style.blockSize = '600px'
  await widget.updateComplete
  await settled()
  if (widget.shadowRoot === null) throw new Error('The widget has no shadow.')
  const announced = recordAnnouncements(widget.shadowRoot)
  /** What was read out of this, once everything has been drawn. */
  const said = async (change: Partial<ClientState>) => {
    const from = announced.length
    fake.set(change)
    await widget.updateComplete
    await settled()
    return announced.slice(from)
  }
  const talk = (next: Thread, counts: { unreadCount?: number; otherReadSeq?: number } = {}) =>
    said({ chats: only(chatView({ thread: next }, counts)) })
  return { widget, announced, said, talk }
}

const talked = [sent(1, 'Marta'), sent(2, 'v')]
const reconnecting = { connection: { state: 'reconnecting', retryAt: null } } as const
const online = { connection: { state: 'online' } } as const

describe('what a screen reader reads out', () => {
  it('is nothing of history, neither when it loads nor when older messages come', async () => {
    const { talk } = await arrange()
    expect(await talk(history(51, 100))).to.deep.equal([])
    expect(await talk(history(1, 100))).to.deep.equal([])
  })

  it('is what others write now, once, with its author', async () => {
    const { talk } = await arrange({ thread: talked })
    const next = [...talked, sent(3, 'Marta', { content: 'Buenos días' })]
    const [words, ...more] = await talk(next)
    expect(words).to.equal('Marta, 10:00 Buenos días')
    expect(more).to.deep.equal([])
    expect(await talk(next)).to.deep.equal([])
  })

  it('is only what is new when somebody goes on writing', async () => {
    const { talk } = await arrange({ thread: talked })
    const first = [...talked, sent(3, 'Marta', { content: 'Buenos días' })]
    await talk(first)
    expect(await talk([...first, sent(4, 'Marta', { content: '¿Qué tal?' })])).to.deep.equal(['¿Qué tal?'])
  })

  it('is nothing of one’s own words, of how far they have come, and of who is typing', async () => {
    const { talk, said } = await arrange({ thread: talked })
    expect(await talk([...talked, draft('hola')])).to.deep.equal([])
    const delivered = [...talked, sent(3, 'v', { clientMessageId: 'hola', content: 'hola' })]
    expect(await talk(delivered)).to.deep.equal([])
    expect(await talk(delivered, { otherReadSeq: 3 })).to.deep.equal([])
    const typists = [{ userId: 'Marta', userType: 'commercial', userName: 'Marta' }] as const
    expect(await said({ chats: only(chatView({ thread: delivered, typists })) })).to.deep.equal([])
  })

  it('is that a message was not sent, once', async () => {
    const { talk } = await arrange({ thread: talked })
    await talk([...talked, draft('hola')])
    const failed = [...talked, draft('hola', { delivery: 'failed' })]
    expect(await talk(failed)).to.deep.equal(['Not sent'])
    expect(await talk([...failed])).to.deep.equal([])
  })

  it('is that the connection was lost, once, and nothing of its return nor of what was missed before it', async () => {
    const { said } = await arrange({ thread: talked })
    expect(await said(reconnecting)).to.deep.equal(['No connection.'])
    expect(await said({ connection: { state: 'reconnecting', retryAt: Date.now() + 9_000 } })).to.deep.equal(
      [],
    )
    expect(await said(online)).to.deep.equal([])
  })

  it('is that the chat has ended, once', async () => {
    const { said } = await arrange({ thread: talked })
    const ended = (thread: Thread) => ({ chats: only(chatView({ thread }, { status: 'CLOSED' })) })
    expect(await said(ended(talked))).to.deep.equal(['This chat has ended. Write to resume it.'])
    expect(await said(ended([...talked]))).to.deep.equal([])
  })

  it('is what the site says first, once, though it comes into the page only then', async () => {
    localStorage.clear()
    sessionStorage.clear()
    const speaks = { delaySeconds: 0, scrollPercent: 0, exitIntent: false, once: true }
    const { widget, announced } = await arrange({
      open: false,
      chats: new Map(),
      site: { ...site, teasers: [{ ...speaks, text: '¿Dudas con las medidas?' }] },
    })
    widget.teaser = true
    await waitUntil(() => announced.length > 0, 'the teaser', { timeout: 4_000 })
    expect(announced).to.deep.equal(['Olmo & Hijas ¿Dudas con las medidas?'])
    sessionStorage.clear()
  })

  it('is one number, when messages have stopped coming, while the panel is closed', async () => {
    const { announced, talk } = await arrange({ open: false, thread: talked })
    const thread = [...talked]
    for (const seq of [3, 4, 5]) {
      thread.push(sent(seq, 'Marta'))
      expect(await talk([...thread], { unreadCount: seq - 2 })).to.deep.equal([])
    }
    await waitUntil(() => announced.length > 0, 'a number', { timeout: 4_000 })
    expect(announced).to.deep.equal(['3 unread messages'])
  })
})
