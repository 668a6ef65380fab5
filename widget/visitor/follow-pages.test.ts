import { expect, waitUntil } from '@open-wc/testing'
import { followPages } from './follow-pages.ts'

/** The element, as far as its page is concerned: what it was told to tell. */
function arrange() {
  const told: string[] = []
  const widget = {
    async page() {
      told.push(location.pathname + location.hash)
    },
  }
  return { told, stop: followPages(widget) }
}

const here = location.pathname
const start = location.href

describe('the pages of a visitor', () => {
  afterEach(() => history.replaceState(null, '', start))

  it('are told as a router shows them, each once, and none after the end', async () => {
    const { told, stop } = arrange()
    expect(told).to.deep.equal([here])
    history.pushState(null, '', '/mesas')
    history.replaceState(null, '', '/mesas/albufera')
    await waitUntil(() => told.length === 2)
    history.pushState({ open: true }, '', '/mesas/albufera')
    history.pushState(null, '', '/sillas')
    await waitUntil(() => told.length === 3)
    expect(told).to.deep.equal([here, '/mesas/albufera', '/sillas'])
    stop()
    history.pushState(null, '', '/lejos')
    const other = arrange()
    history.pushState(null, '', '/cerca')
    await waitUntil(() => other.told.includes('/cerca'))
    expect(told).to.have.lengthOf(3)
    other.stop()
  })

  it('do no harm when they cannot be told', async () => {
    let asked = 0
    const stop = followPages({
      page() {
        asked += 1
        return Promise.reject(new Error('Offline'))
      },
    })
    expect(asked).to.equal(1)
    stop()
  })
})
