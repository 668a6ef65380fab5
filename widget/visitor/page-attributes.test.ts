import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { inside } from '../parts/part.fixture.ts'
import { createFakeClient, site } from './fake-client.fixture.ts'
import { createTokenStore, tokenKey } from './kept-token.ts'
import '../chat-widget.ts'
import type { ChatWidget } from '../chat-widget.ts'

/** A page with a way of its own to ask the server, which knows nobody by the token that is kept. */
async function arrange({ autostart, returns }: { autostart: 'true' | 'false'; returns: boolean }) {
  if (returns) createTokenStore(tokenKey('default', location.origin)).set('old')
  const asked: string[] = []
  const ask: typeof fetch = async (url, { method = 'GET' } = {}) => {
    const { pathname } = new URL(url instanceof Request ? url.url : url)
    asked.push(`${method} ${pathname}`)
    return pathname.endsWith('/public')
      ? Response.json(site)
      : Response.json({ code: 'invalid_token' }, { status: 401 })
  }
  const widget = await fixture<ChatWidget>(
    html`<chat-widget locale="en" autostart=${autostart} .fetch=${ask}></chat-widget>`,
  )
  // Whatever begins by itself does so when the page has nothing else to do.
  await new Promise((resolve) => requestIdleCallback(resolve))
  return { widget, asked }
}

const LOOKS = ['POST /v2/visitors/session', 'GET /v2/sites/default/public']

describe('what a page decides by attributes and properties', () => {
  afterEach(() => localStorage.clear())

  it('fetch: every request of the chat goes the page’s way', async () => {
    const { widget, asked } = await arrange({ autostart: 'true', returns: true })
    await waitUntil(() => asked.length === 2)
    expect(asked).to.deep.equal(LOOKS)
    widget.stop()
  })

  it('autostart: with `false` nothing begins before `start()`, not even for who has written before', async () => {
    const { widget, asked } = await arrange({ autostart: 'false', returns: true })
    expect(asked).to.deep.equal([])
    widget.start()
    await waitUntil(() => asked.length === 2)
    expect(asked).to.deep.equal(LOOKS)
    widget.stop()
  })

  it('autostart: with `false` it begins when somebody opens the chat', async () => {
    const { widget, asked } = await arrange({ autostart: 'false', returns: false })
    expect(asked).to.deep.equal([])
    await widget.openWith()
    await waitUntil(() => asked.length > 0)
    expect(asked).to.deep.equal(['GET /v2/sites/default/public'])
    widget.stop()
  })

  for (const [noSound, offered] of [
    [false, true],
    [true, false],
  ] as const) {
    it(`no-sound: the visitor’s menu ${offered ? 'has' : 'is without'} a switch for it where it is ${noSound}`, async () => {
      const { client } = createFakeClient()
      const widget = await fixture<ChatWidget>(
        html`<chat-widget locale="en" inline ?no-sound=${noSound} .client=${client}></chat-widget>`,
      )
      const panel = inside(widget, 'chat-panel')
      await waitUntil(() => panel.shadowRoot?.querySelector('.options'))
      inside(panel, '.options').click()
      const labels = () =>
        [
          ...(panel.shadowRoot
            ?.querySelector('chat-visitor-menu')
            ?.shadowRoot?.querySelector('chat-menu')
            ?.shadowRoot?.querySelectorAll('.label') ?? []),
        ].map(({ textContent }) => textContent.trim())
      await waitUntil(() => labels().includes('Delete my data'))
      expect(labels().includes('Sound')).to.equal(offered)
    })
  }
})
