import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../core/api-error.ts'
import { chat, commercial, fakeClient, joan, marta, visitor } from '../console.fixture.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatHandOver } from './hand-over-dialog.ts'
import './hand-over-dialog.ts'

const lucia = commercial('lucia', { name: 'Lucía Pons', status: 'online' })
const one = chat('1', { assignee: marta, visitor: visitor('v1', { name: 'Núria Ferrer' }) })

async function arrange(team = [marta, joan, lucia]) {
  const fake = fakeClient()
  const dialog = await themed<ChatHandOver>(
    html`<chat-hand-over
      .client=${fake.client}
      .chat=${one}
      .team=${team}
      .viewerId=${marta.commercialId}
      .l10n=${spanish}
    ></chat-hand-over>`,
  )
  return { fake, dialog }
}

describe('chat-hand-over', () => {
  it('is accessible', async () => {
    await expect((await arrange()).dialog).to.be.accessible()
  })

  it('offers colleagues, whoever is there first, and gives the chat with the reason', async () => {
    const { fake, dialog } = await arrange()
    const people = allInside(dialog, 'option').map(textOf)
    expect(people).to.deep.equal(['Lucía Pons · En línea', 'Joan Olmo · Ausente'])
    inside(dialog, 'select').value = joan.commercialId
    inside(dialog, '#reason', HTMLInputElement).value = ' Sabe de entregas '
    setTimeout(() => inside(dialog, '.primary').click())
    await heard(dialog, 'close')
    expect(fake.asked).to.deep.include(['assign', '1', joan.commercialId, { reason: 'Sabe de entregas' }])
  })

  it('stays, with what was written, when it could not be given', async () => {
    const { fake, dialog } = await arrange()
    fake.refuse('assign', new ApiError(404, 'assignee_unknown', { message: 'Ya no está.' }))
    inside(dialog, '#reason', HTMLInputElement).value = 'Sabe de entregas'
    inside(dialog, '.primary').click()
    await waitUntil(() => textOf(inside(dialog, '.problem')) === 'Ya no está.')
    expect(inside(dialog, '#reason', HTMLInputElement).value).to.equal('Sabe de entregas')
  })

  it('says that there is nobody else', async () => {
    const { dialog } = await arrange([marta])
    expect(textOf(inside(dialog, '.problem'))).to.equal('Nadie más contesta en esta web.')
    expect(inside(dialog, '.primary', HTMLButtonElement).disabled).to.equal(true)
  })
})
