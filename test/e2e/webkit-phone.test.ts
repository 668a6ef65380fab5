import { describe, expect, it } from 'vitest'
import { hasWebKit } from './webkit-driver.ts'
import { PANEL, useWebKit, WIDGET } from './webkit-stage.ts'

const OPEN = `${WIDGET}.open`
/** Address, the page's own state, what it heard. */
const PLACE = `[location.pathname, history.state.view, heard.join(' ')].join(' · ')`
const IS_OURS = `'sobremesa' in history.state`

describe.skipIf(!hasWebKit)('in WebKit, as narrow as a phone', () => {
  const stage = useWebKit({ width: 390, height: 760 })

  /** On its second view, listening before the chat is. */
  async function come(): Promise<void> {
    await stage.come()
    await stage.webkit.run(
      `window.heard = []
       window.moves = 0
       addEventListener('popstate', () => (moves += 1), true)
       addEventListener('popstate', () => heard.push(location.pathname))
       history.replaceState({ view: 'home' }, '', '/')
       history.pushState({ view: 'mesas' }, '', '/mesas')`,
    )
    await open()
  }

  async function open(): Promise<void> {
    await stage.open()
    await stage.eventually(IS_OURS).toBe(true)
  }

  it('a step back closes the chat, and the page hears nothing of it', async () => {
    const { webkit, eventually } = stage
    await come()
    await webkit.run('history.back()')
    await eventually(OPEN).toBe(false)
    expect(await webkit.run(`return ${PLACE}`)).toBe('/mesas · mesas · ')
    await open()
    await webkit.run('history.back()')
    await eventually(OPEN).toBe(false)
    await webkit.run('history.back()')
    await eventually(PLACE).toBe('/ · home · /')
  })

  it('closed by its button, the chat leaves the way back as it was', async () => {
    const { webkit, eventually } = stage
    await come()
    await webkit.press(`${PANEL}.querySelector('.minimize')`)
    await eventually(IS_OURS).toBe(false)
    expect(await webkit.run(`return ${PLACE}`)).toBe('/mesas · mesas · ')
    await webkit.run('history.back()')
    await eventually(PLACE).toBe('/ · home · /')
  })

  it('a page that goes on while the chat is closing gets where it goes', async () => {
    const { webkit, eventually } = stage
    await come()
    await webkit.run(
      `const widget = ${WIDGET}
       widget.close()
       // The step back is asked for after the next drawing, and taken later.
       return widget.updateComplete
         .then(() => undefined)
         .then(() => history.pushState({ view: 'caja' }, '', '/caja'))`,
    )
    // To and fro; unheard but by who listens before the chat, and captures.
    await eventually('moves').toBe(2)
    expect(await webkit.run(`return ${PLACE}`)).toBe('/caja · caja · ')
    expect(await webkit.run(`return ${OPEN}`)).toBe(false)
  })
})
