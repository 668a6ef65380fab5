import { expect } from '@open-wc/testing'
import { html, type LitElement, type TemplateResult } from 'lit'
import './bulk/tag-dialog.ts'
import { chat, fakeClient, inboxOf, joan, marta, sent, visitor } from './console.fixture.ts'
import './hand-over/hand-over-dialog.ts'
import './mentions/mentions-dialog.ts'
import './message-actions/message-dialog.ts'
import './palette/palette.ts'
import './personal-sheet/personal-sheet.ts'
import './stats/stats-chats.ts'
import { inside, press, spanish, themed } from './themed.fixture.ts'
import './views/view-dialog.ts'
import './visitor-card/visitor-dialog.ts'
import './visitors/start-dialog.ts'

const one = chat('1', { assignee: marta, visitor: visitor('v1', { name: 'Núria Ferrer' }) })
const message = sent('m1', { senderId: marta.commercialId, content: 'Sí, los juebes' })

function clientOf() {
  const fake = fakeClient()
  fake.answer('GET /v2/tags', { tags: [] })
  fake.answer('GET /v2/macros', { macros: [] })
  fake.answer('GET /v2/mentions', { mentions: [], nextCursor: null, unseenCount: 0 })
  fake.answer('GET /v2/stats/chats', { chats: [], nextCursor: null })
  return fake.client
}

const context = {
  chat: one,
  team: [marta],
  viewerId: marta.commercialId,
  counts: inboxOf([]).counts,
  hasSingleKeys: true,
  l10n: spanish,
}
const asked = { from: '2026-11-02', to: '2026-11-15', timeZone: 'Europe/Madrid' }

/** Every dialog of the console, and what it tells when it is left. A new one has its line here. */
const DIALOGS: readonly [name: string, told: string, template: () => TemplateResult][] = [
  [
    'handing over',
    'close',
    () =>
      html`<chat-hand-over
        .client=${clientOf()}
        .chat=${one}
        .team=${[marta, joan]}
        .l10n=${spanish}
      ></chat-hand-over>`,
  ],
  ['views', 'close', () => html`<chat-view-dialog .l10n=${spanish}></chat-view-dialog>`],
  ['mentions', 'close', () => html`<chat-mentions .client=${clientOf()} .l10n=${spanish}></chat-mentions>`],
  ['a tag', 'close', () => html`<chat-tag-dialog .client=${clientOf()} .l10n=${spanish}></chat-tag-dialog>`],
  [
    'a message',
    'close',
    () => html`<chat-message-dialog .message=${message} .l10n=${spanish}></chat-message-dialog>`,
  ],
  [
    'a visitor',
    'close',
    () => html`<chat-visitor-dialog .visitor=${one.visitor} .l10n=${spanish}></chat-visitor-dialog>`,
  ],
  [
    'a first word',
    'close',
    () => html`<chat-start-dialog .visitor=${one.visitor} .l10n=${spanish}></chat-start-dialog>`,
  ],
  [
    'the chats of a figure',
    'close',
    () => html`<chat-stats-chats .client=${clientOf()} .asked=${asked} .l10n=${spanish}></chat-stats-chats>`,
  ],
  [
    'a sheet',
    'chat-sheet-close',
    () => html`<chat-personal-sheet heading="Avisos" close-label="Cerrar"></chat-personal-sheet>`,
  ],
  [
    'the palette',
    'chat-palette-close',
    () => html`<chat-palette .client=${clientOf()} .context=${context}></chat-palette>`,
  ],
]

/** The dialog over a field that had the focus. */
async function arrange(template: TemplateResult, told: string) {
  const field = document.createElement('input')
  document.body.append(field)
  field.focus()
  const host = await themed<LitElement>(template)
  const dialog = inside(host, 'dialog')
  const heard: string[] = []
  host.addEventListener(told, () =>
    heard.push(`${told} with the focus on ${document.activeElement?.localName}`),
  )
  return { field, host, dialog, heard, expected: [`${told} with the focus on input`] }
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve))

for (const [name, told, template] of DIALOGS) {
  describe(`the dialog of ${name}`, () => {
    it('is left by Escape at once: it says so once, and the next key goes where the focus was', async () => {
      const { field, host, dialog, heard, expected } = await arrange(template(), told)
      expect(dialog.matches(':modal')).to.equal(true)
      const keysBehind: string[] = []
      host.parentElement?.addEventListener('keydown', ({ key }) => keysBehind.push(key))
      field.addEventListener('keydown', ({ key }) => keysBehind.push(`${key} in the field`))
      press(host.shadowRoot?.activeElement ?? dialog, 'Escape')
      expect(heard).to.deep.equal(expected)
      expect(document.activeElement).to.equal(field)
      press(document.activeElement ?? document.body, 'z')
      expect(keysBehind).to.deep.equal(['z in the field'])
      await nextTask()
      expect(heard).to.deep.equal(expected)
      field.remove()
    })

    it('stays while an input method is at work, and where a press lands on its edge', async () => {
      const { field, host, dialog, heard, expected } = await arrange(template(), told)
      press(host.shadowRoot?.activeElement ?? dialog, 'Escape', { isComposing: true })
      const { left, top } = dialog.getBoundingClientRect()
      dialog.dispatchEvent(new MouseEvent('click', { clientX: left + 2, clientY: top + 2, bubbles: true }))
      expect(dialog.open).to.equal(true)
      expect(heard).to.deep.equal([])
      dialog.dispatchEvent(new MouseEvent('click', { clientX: left - 2, clientY: top - 2, bubbles: true }))
      expect(heard).to.deep.equal(expected)
      field.remove()
    })
  })
}

describe('every dialog of the console', () => {
  it('is left by the way back of a telephone as by Escape', async () => {
    const { field, dialog, heard, expected } = await arrange(
      html`<chat-view-dialog .l10n=${spanish}></chat-view-dialog>`,
      'close',
    )
    expect(dialog.dispatchEvent(new Event('cancel', { cancelable: true }))).to.equal(false)
    expect(heard).to.deep.equal(expected)
    field.remove()
  })
})
