import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../core/api-error.ts'
import { fakeClient, marta, sent } from '../console.fixture.ts'
import { heard, inside, press, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatMessageDialog } from './message-dialog.ts'
import './message-dialog.ts'

const own = sent('m1', { senderId: marta.commercialId, content: 'Sí, los juebes' })

async function arrange(what: 'edit' | 'delete') {
  const fake = fakeClient()
  const dialog = await themed<ChatMessageDialog>(
    html`<chat-message-dialog
      .client=${fake.client}
      .message=${own}
      .what=${what}
      .l10n=${spanish}
    ></chat-message-dialog>`,
  )
  return { fake, dialog }
}

describe('chat-message-dialog', () => {
  it('is accessible both ways', async () => {
    await expect((await arrange('edit')).dialog).to.be.accessible()
    await expect((await arrange('delete')).dialog).to.be.accessible()
  })

  it('changes the message with Enter, and does nothing where nothing changed', async () => {
    const { fake, dialog } = await arrange('edit')
    const field = inside(dialog, 'textarea')
    field.value = 'Sí, los jueves'
    setTimeout(() => press(field, 'Enter'))
    await heard(dialog, 'close')
    expect(fake.asked).to.deep.equal([['edit', 'm1', 'Sí, los jueves']])
    const same = await arrange('edit')
    setTimeout(() => inside(same.dialog, '.primary').click())
    await heard(same.dialog, 'close')
    expect(same.fake.asked).to.deep.equal([])
  })

  it('takes the Enter that confirms a word for no more than that, also in Safari', async () => {
    const { fake, dialog } = await arrange('edit')
    const field = inside(dialog, 'textarea')
    field.value = '木曜日'
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) press(field, 'Enter', init)
    expect(fake.asked).to.deep.equal([])
  })

  it('deletes once it was asked, and says why it could not', async () => {
    const { fake, dialog } = await arrange('delete')
    fake.refuse('remove', new ApiError(403, 'forbidden', { message: 'No es tuyo.' }))
    inside(dialog, '.danger').click()
    await waitUntil(() => textOf(inside(dialog, '.problem')) === 'No es tuyo.')
    setTimeout(() => inside(dialog, '.danger').click())
    await heard(dialog, 'close')
    expect(fake.asked.filter(([method]) => method === 'remove').length).to.equal(2)
  })
})
