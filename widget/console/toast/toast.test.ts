import { expect } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import { reset } from '../../styles/reset.styles.ts'
import { element } from '../../parts/element.ts'
import { allInside, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import { ToastController } from './toast.ts'
import { toastStyles } from './toast.styles.ts'

@element('toast-host')
class ToastHost extends LitElement {
  static override styles = [reset, toastStyles]
  readonly toast = new ToastController(this)

  override render() {
    return this.toast.render(spanish)
  }
}

async function say(words: string, undo?: () => void) {
  const host = await themed<ToastHost>(html`<toast-host></toast-host>`)
  host.toast.say(words, undo)
  await host.updateComplete
  await Promise.all(document.getAnimations().map(({ finished }) => finished))
  return host
}

describe('what the console says it has done', () => {
  it('is accessible, and announced', async () => {
    const host = await say('3 conversaciones cerradas', () => {})
    await expect(host).to.be.accessible()
    expect(textOf(inside(host, '[role="status"]'))).to.equal('3 conversaciones cerradas Deshacer')
  })

  it('can be taken back once, where there is a way back', async () => {
    let undone = 0
    const host = await say('Cerrada', () => (undone += 1))
    inside(host, 'button').click()
    await host.updateComplete
    expect(undone).to.equal(1)
    expect(allInside(host, '.toast')).to.deep.equal([])
    expect(allInside(await say('Enlace copiado'), 'button')).to.deep.equal([])
  })
})
