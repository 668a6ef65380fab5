import { expect, nextFrame } from '@open-wc/testing'
import { tell } from '../widget-events.ts'
import { bindLauncher } from './bind-launcher.ts'
import { ownLauncher } from './own-launcher.ts'

function arrange() {
  const button = document.createElement('button')
  button.className = 'help'
  const widget = Object.assign(document.createElement('div'), {
    open: false,
    openWith() {
      tell(widget, 'chat-open', { trigger: 'user' })
      widget.open = true
    },
    close() {
      tell(widget, 'chat-close', { trigger: 'api' })
      widget.open = false
    },
  })
  document.body.append(button, widget)
  return { button, widget, letGo: bindLauncher(widget, button) }
}

afterEach(() => document.querySelectorAll('.help').forEach((button) => button.remove()))

describe('a button of the page', () => {
  it('opens and closes the chat, and says which', async () => {
    const { button, widget } = arrange()
    expect(button.ariaExpanded).to.equal('false')
    button.click()
    await nextFrame()
    expect([widget.open, button.ariaExpanded]).to.deep.equal([true, 'true'])
    button.click()
    await nextFrame()
    expect([widget.open, button.ariaExpanded]).to.deep.equal([false, 'false'])
  })

  it('is the page’s alone again when it is let go of', async () => {
    const { button, widget, letGo } = arrange()
    letGo()
    button.click()
    expect([widget.open, button.getAttribute('aria-expanded')]).to.deep.equal([false, null])
  })

  it('is let go of by a chat that was removed', () => {
    const { button, widget } = arrange()
    widget.remove()
    button.click()
    expect([widget.open, button.getAttribute('aria-expanded')]).to.deep.equal([false, null])
  })

  it('is found by its selector, and only by one', () => {
    const { button } = arrange()
    expect(ownLauncher('.help')).to.equal(button)
    expect(['corner', 'none', '.nothing', '???'].map(ownLauncher)).to.deep.equal([null, null, null, null])
  })
})
