import { expect } from '@open-wc/testing'
import type { ClientState } from '../core/state.ts'
import { draft, sent } from '../parts/message-list/thread.fixture.ts'
import { chatView, createFakeClient, only } from './fake-client.fixture.ts'
import { createHostCalls } from './host-calls.ts'

const somebody: Partial<ClientState> = {
  session: { state: 'visitor', visitor: { visitorId: 'v' } as never },
}

function arrange(state: Partial<ClientState> = {}) {
  const fake = createFakeClient(state)
  let isStarted = false
  const visitor = {
    get client() {
      return isStarted ? fake.client : undefined
    },
    start: () => void (isStarted = true),
  }
  const widget = Object.assign(document.createElement('div'), { start: visitor.start })
  return { ...fake, calls: createHostCalls(widget, visitor), start: visitor.start }
}

describe('the page’s calls', () => {
  it('are kept, and nothing is asked, while nobody chats', async () => {
    const { calls, asked } = arrange()
    await calls.identify({ token: 'jwt', name: 'Núria', id: '7' })
    await calls.setAttributes({ plan: 'pro' })
    await calls.track('basket', { items: 2 })
    expect(asked).to.deep.equal([])
  })

  it('are told together once there is somebody to tell, and once', async () => {
    const { calls, asked, start } = arrange()
    await calls.identify({ token: 'jwt', name: 'Núria', id: '7' })
    await calls.setAttributes({ plan: 'pro' })
    start()
    calls.flush()
    calls.flush()
    expect(asked).to.deep.equal([
      ['identify', 'jwt'],
      ['describe', { name: 'Núria', attributes: { id: '7', plan: 'pro' } }],
    ])
  })

  it('tell the way through the site only of a visitor who exists', async () => {
    const { calls, asked, start, set } = arrange()
    start()
    await calls.track('basket', { items: 2 })
    await calls.page({ url: 'https://shop.example/mesas', title: 'Mesas' })
    // Where they will be writing from; it is not sent by itself.
    const whereabouts = ['setPage', { url: 'https://shop.example/mesas', title: 'Mesas' }]
    expect(asked).to.deep.equal([whereabouts])
    set(somebody)
    expect(asked).to.deep.equal([
      whereabouts,
      ['POST /v2/visitors/me/events', { body: { name: 'basket', props: { items: 2 } } }],
      ['POST /v2/visitors/me/pages', { body: { url: 'https://shop.example/mesas', title: 'Mesas' } }],
    ])
  })

  it('tell a page without the number that calls its visitor back, and as much as the server takes', async () => {
    const { calls, asked, start } = arrange(somebody)
    start()
    const title = document.title
    document.title = `(2) ${'Mesas '.repeat(100)}`
    await calls.page({ url: `https://shop.example/?${'utm=x&'.repeat(600)}` })
    document.title = title
    const [, { body }] = asked.at(-1) as [string, { body: { url: string; title: string } }]
    expect([body.url.length, body.title.length, body.title.slice(0, 5)]).to.deep.equal([2_000, 300, 'Mesas'])
  })

  it('refuse what no visitor can have at once, and keep nothing of it', async () => {
    const { calls, asked, start } = arrange()
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`key ${index}`, index]))
    const wrong = [many, { '': 1 }, { plan: { name: 'pro' } }, { plan: 'x'.repeat(501) }, { seats: NaN }]
    for (const attributes of wrong as never[]) {
      const refusals = await Promise.allSettled([
        calls.setAttributes(attributes),
        calls.track('x', attributes),
      ])
      expect(refusals.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected'])
    }
    start()
    calls.flush()
    expect(asked).to.deep.equal([])
  })

  it('keep the newest steps, as many as are worth telling', async () => {
    const { calls, asked, start, set } = arrange()
    start()
    for (let index = 0; index < 30; index += 1) await calls.track(`step ${index}`)
    set(somebody)
    expect(asked).to.have.lengthOf(20)
    expect(JSON.stringify(asked.at(-1))).to.contain('step 29')
  })

  it('send a message, and know its id once it is stored', async () => {
    const { calls, set, asked } = arrange()
    const sending = calls.send('hola')
    set({ chats: only(chatView({ thread: [draft('k1')] })) })
    set({ chats: only(chatView({ thread: [sent(1, 'v', { clientMessageId: 'k1' })] })) })
    expect(await sending).to.equal('m1')
    expect(asked).to.deep.equal([['send', { content: 'hola' }]])
  })

  it('say so when a message was refused', async () => {
    const { calls, set } = arrange()
    const sending = calls.send('hola')
    const failure = { code: 'rate_limited', message: 'Too many' }
    set({ chats: only(chatView({ thread: [draft('k1', { delivery: 'failed', failure })] })) })
    const cause = await sending.catch((error: unknown) => error)
    expect(String(cause)).to.contain('Too many')
  })

  it('end a session here, and forget what was said of its visitor', async () => {
    const { calls, asked, start } = arrange(somebody)
    start()
    await calls.logout()
    expect(asked).to.deep.equal([['DELETE /v2/visitors/session'], ['forget']])
  })

  it('have nothing to export or erase of nobody', async () => {
    const { calls, asked, start } = arrange()
    start()
    for (const call of [() => calls.exportData(), () => calls.deleteData()]) {
      expect(String(await call().catch((error: unknown) => error))).to.contain('no visitor yet')
    }
    await calls.logout()
    expect(asked).to.deep.equal([])
  })

  it('erase, and forget', async () => {
    const { calls, asked, start } = arrange(somebody)
    start()
    await calls.deleteData()
    expect(asked).to.deep.equal([['DELETE /v2/visitors/me'], ['forget']])
  })
})
