import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatFirstRun } from './first-run.ts'
import './first-run.ts'

const arrange = () =>
  themed<ChatFirstRun>(
    html`<chat-first-run .l10n=${spanish} .apiUrl=${'https://chat.olmo.example'}></chat-first-run>`,
  )

/** The clipboard is the browser's to give; here it takes, or refuses, at once. */
function clipboard(write: (text: string) => Promise<void>): () => void {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: write }, configurable: true })
  return () => void Reflect.deleteProperty(navigator, 'clipboard')
}

async function copy(guide: ChatFirstRun): Promise<void> {
  inside(guide, 'button').click()
  await new Promise((resolve) => setTimeout(resolve))
  await guide.updateComplete
}

describe('chat-first-run', () => {
  it('is accessible', async () => {
    await expect(await arrange()).to.be.accessible()
  })

  it('shows the line to paste, for this server, and copies it whole', async () => {
    const guide = await arrange()
    let copied = ''
    const restore = clipboard(async (text) => void (copied = text))
    await copy(guide)
    restore()
    expect(copied).to.equal(
      '<script src="https://chat.olmo.example/widget.js" data-site="default" async></script>',
    )
    expect(inside(guide, 'pre').textContent?.replaceAll(/\s+/g, ' ')).to.equal(copied)
    expect(textOf(inside(guide, 'button'))).to.equal('Copiada')
  })

  it('says so when the browser lets nobody copy', async () => {
    const guide = await arrange()
    const restore = clipboard(() => Promise.reject(new DOMException('No', 'NotAllowedError')))
    await copy(guide)
    restore()
    expect(textOf(inside(guide, '[role="status"]'))).to.contain('Cópiala a mano')
  })

  it('leads to a page where it is already in', async () => {
    expect(inside(await arrange(), 'a').href).to.equal('https://chat.olmo.example/demo')
  })
})
