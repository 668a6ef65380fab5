import { expect, waitUntil } from '@open-wc/testing'
import type { Look, Looked } from '#shared/looking.ts'
import { tell as tellPresence } from './presence.ts'

const SOON = { timeout: 6_000 }
const { fetch } = window
const start = location.href
const pages: HTMLElement[] = []
let count = 0

before(() => {
  // Pages that have had their test may still take leave.
  window.fetch = async () => new Response('{}', { status: 403 })
})
after(() => {
  window.fetch = fetch
})
afterEach(() => {
  for (const page of pages.splice(0)) page.remove()
  history.replaceState(null, '', start)
  localStorage.clear()
  sessionStorage.clear()
})

/** One page with a widget that is not defined yet, and a server that answers as it is told. */
function arrange({ isTold = true } = {}) {
  const site = `site-${(count += 1)}`
  const key = `sobremesa:${site}@${location.origin}`
  const answer: { status: number; body: Looked } = {
    status: 200,
    body: { token: 'secret', nextInMs: 60_000, isVisitor: false },
  }
  const told: Look[] = []
  const others = window.fetch
  window.fetch = async (address, init) => {
    const look = JSON.parse(init?.body as string) as Look
    if (look.siteKey !== site) return others(address, init)
    told.push(look)
    return new Response(JSON.stringify(answer.body), { status: answer.status })
  }
  const widget = document.createElement('div')
  widget.setAttribute('site-id', site)
  document.body.append(widget)
  pages.push(widget)
  const brought: string[] = []
  const tell = () => tellPresence(widget, async () => void brought.push(localStorage.getItem(key) ?? ''))
  if (isTold) tell()
  const secret = () => sessionStorage.getItem(`${key}:looking`)
  return { answer, brought, key, secret, tell, told, widget }
}

/** As long as a page takes to be told of. */
async function whilePageIsTold(): Promise<void> {
  const other = arrange()
  await waitUntil(() => other.told.length > 0, undefined, SOON)
}

function say(of: object, name: string, value: unknown): () => void {
  Object.defineProperty(of, name, { configurable: true, value })
  return () => delete (of as Record<string, unknown>)[name]
}

describe('somebody who looks at a page', () => {
  it('is told of once it is seen, with a secret for this tab alone', async () => {
    const { told, secret, tell } = arrange()
    tell()
    await waitUntil(() => secret() === 'secret', undefined, SOON)
    expect(told).to.have.lengthOf(1)
    expect(told[0]?.page).to.include({ url: location.href, title: document.title })
    expect(told[0]?.timeZone).to.equal(Intl.DateTimeFormat().resolvedOptions().timeZone)
    expect(localStorage.length).to.equal(0)
    expect(document.cookie).to.equal('')
  })

  it('stays the same one on the pages that a router shows, and on the next that is loaded', async () => {
    const { told, secret } = arrange()
    await waitUntil(() => secret() !== null, undefined, SOON)
    history.pushState(null, '', '/mesas')
    await waitUntil(() => told.length === 2, undefined, SOON)
    expect(told[1]).to.include({ token: 'secret' })
    expect(told[1]?.page.url).to.contain('/mesas')
  })

  it('is told of again when the server wants to know', async () => {
    const { answer, told } = arrange()
    answer.body = { ...answer.body, nextInMs: 1 }
    await waitUntil(() => told.length === 3, undefined, SOON)
    expect(told.map(({ token }) => token)).to.deep.equal([undefined, 'secret', 'secret'])
  })

  it('is not told of while nobody sees the page', async () => {
    const show = say(document, 'visibilityState', 'hidden')
    const { told } = arrange()
    show()
    await whilePageIsTold()
    expect(told).to.deep.equal([])
    document.dispatchEvent(new Event('visibilitychange'))
    await waitUntil(() => told.length === 1, undefined, SOON)
  })

  it('is one with another tab of theirs', async () => {
    const { key, told, tell } = arrange({ isTold: false })
    const other = new BroadcastChannel(`${key}:looking`)
    other.addEventListener('message', ({ data }) => data === null && other.postMessage('theirs'))
    tell()
    await waitUntil(() => told.length === 1, undefined, SOON)
    expect(told[0]?.token).to.equal('theirs')
    other.close()
  })

  it('leaves with the page, and with the widget, and then nothing is kept', async () => {
    const { told, secret, widget } = arrange()
    await waitUntil(() => secret() !== null, undefined, SOON)
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(told.map(({ isLeaving }) => isLeaving === true)).to.deep.equal([false, true])
    await waitUntil(() => told.length === 3, undefined, SOON)
    widget.remove()
    await waitUntil(() => secret() === null, undefined, SOON)
    expect(told.at(-1)).to.include({ isLeaving: true, token: 'secret' })
  })
})

describe('nobody is told of', () => {
  it('who has asked not to be followed', async () => {
    const allow = say(navigator, 'globalPrivacyControl', true)
    const asked = arrange()
    allow()
    const track = say(navigator, 'doNotTrack', '1')
    const silent = arrange()
    track()
    const read = say(navigator, 'userAgent', 'Mozilla/5.0 (compatible; Googlebot/2.1)')
    const crawler = arrange()
    read()
    await whilePageIsTold()
    expect([...asked.told, ...silent.told, ...crawler.told]).to.deep.equal([])
  })

  it('on a site that does not want to know, after it has said so', async () => {
    const { answer, told } = arrange()
    answer.status = 403
    await waitUntil(() => told.length === 1, undefined, SOON)
    history.pushState(null, '', '/mesas')
    await whilePageIsTold()
    expect(told).to.have.lengthOf(1)
  })

  it('who has written: the chat tells of them', async () => {
    const { key, told, brought, tell } = arrange({ isTold: false })
    localStorage.setItem(key, 'token')
    tell()
    await waitUntil(() => brought.length === 1, undefined, SOON)
    expect(told).to.deep.equal([])
  })
})

describe('the team speaks first', () => {
  it('and the page brings the chat, with what had been its secret', async () => {
    const { answer, brought, secret, told } = arrange()
    await waitUntil(() => secret() !== null, undefined, SOON)
    answer.body = { nextInMs: 1, isVisitor: true }
    history.pushState(null, '', '/mesas')
    await waitUntil(() => brought.length === 1, undefined, SOON)
    expect(brought).to.deep.equal(['secret'])
    expect(secret()).to.equal(null)
    await whilePageIsTold()
    expect(told).to.have.lengthOf(2)
  })

  it('and a chat that could not be brought is brought later; the visitor loses nothing', async () => {
    const { answer, key, secret, widget } = arrange({ isTold: false })
    let asked = 0
    tellPresence(widget, async () => {
      asked += 1
      throw new Error('Offline')
    })
    await waitUntil(() => secret() !== null, undefined, SOON)
    answer.body = { nextInMs: 1, isVisitor: true }
    history.pushState(null, '', '/mesas')
    await waitUntil(() => asked === 1, undefined, SOON)
    expect(localStorage.getItem(key)).to.equal('secret')
  })
})
