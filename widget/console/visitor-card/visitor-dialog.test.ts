import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { fakeClient, visitor } from '../console.fixture.ts'
import { heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatVisitorDialog } from './visitor-dialog.ts'
import './visitor-dialog.ts'

const nuria = visitor('v1', { name: 'Núria', phone: '+34 600' })

async function arrange(mode: 'edit' | 'erase') {
  const fake = fakeClient()
  const dialog = await themed<ChatVisitorDialog>(
    html`<chat-visitor-dialog
      .client=${fake.client}
      .visitor=${nuria}
      .mode=${mode}
      .l10n=${spanish}
    ></chat-visitor-dialog>`,
  )
  return { fake, dialog }
}

describe('chat-visitor-dialog', () => {
  it('is accessible both ways', async () => {
    await expect((await arrange('edit')).dialog).to.be.accessible()
    await expect((await arrange('erase')).dialog).to.be.accessible()
  })

  it('changes what is known, and forgets what is emptied', async () => {
    const { fake, dialog } = await arrange('edit')
    fake.answer('PATCH /v2/visitors/:visitorId', nuria)
    inside(dialog, '#name', HTMLInputElement).value = ' Núria Ferrer '
    inside(dialog, '#phone', HTMLInputElement).value = ''
    setTimeout(() => inside(dialog, '.primary').click())
    await heard(dialog, 'close')
    const body = { name: 'Núria Ferrer', email: null, phone: null }
    expect(fake.asked).to.deep.include([
      'PATCH /v2/visitors/:visitorId',
      { params: { visitorId: 'v1' }, body },
    ])
  })

  it('erases only after it has asked, and stands on “cancel”', async () => {
    const { fake, dialog } = await arrange('erase')
    expect(textOf(inside(dialog, 'h2'))).to.equal('¿Borrar a \u2068Núria\u2069 para siempre?')
    expect(textOf(dialog.shadowRoot?.activeElement ?? dialog)).to.equal('Cancelar')
    fake.answer('DELETE /v2/visitors/:visitorId', undefined)
    setTimeout(() => inside(dialog, '.danger').click())
    await heard(dialog, 'close')
    expect(fake.asked).to.deep.equal([['DELETE /v2/visitors/:visitorId', { params: { visitorId: 'v1' } }]])
  })

  it('stays, and says why, when nothing came of it', async () => {
    const { dialog } = await arrange('erase')
    inside(dialog, '.danger').click()
    await waitUntil(() => textOf(inside(dialog, '.problem')) !== '')
    expect(inside(dialog, 'dialog').open).to.equal(true)
  })
})
