import { expect, waitUntil } from '@open-wc/testing'
import { html } from 'lit'
import type { ViewId } from '#shared/ids.ts'
import type { View } from '#shared/view.ts'
import { commercial, fakeClient, joan, marta } from '../console.fixture.ts'
import { allInside, heard, inside, spanish, textOf, themed } from '../themed.fixture.ts'
import type { ChatViewDialog } from './view-dialog.ts'
import './view-dialog.ts'
import { Views } from './views.ts'

const admin = commercial('admin', { role: 'admin' })
const own: View = {
  viewId: 'v1' as ViewId,
  name: 'Mesas',
  filter: { tag: 'mesas' },
  isShared: false,
  ownerId: marta.commercialId,
  updatedAt: '',
}
const shared: View = { ...own, viewId: 'v2' as ViewId, name: 'Urgentes', isShared: true }

async function arrange(person = joan) {
  const fake = fakeClient()
  fake.answer('GET /v2/views', { views: [own, shared] })
  const views = new Views({
    addController() {},
    removeController() {},
    requestUpdate() {},
    updateComplete: Promise.resolve(true),
  })
  views.of(fake.client)
  const dialog = await themed<ChatViewDialog>(
    html`<chat-view-dialog
      .views=${views}
      .list=${[own, shared]}
      .place=${{ list: 'all', filter: { tag: 'sillas' } }}
      .commercial=${person}
      .l10n=${spanish}
    ></chat-view-dialog>`,
  )
  return { fake, dialog }
}

describe('chat-view-dialog', () => {
  it('is accessible', async () => {
    await expect((await arrange()).dialog).to.be.accessible()
  })

  it('keeps what is on screen under a name, shared where an admin says so, and is done', async () => {
    const { fake, dialog } = await arrange(admin)
    fake.answer('POST /v2/views', shared)
    inside(dialog, '#name', HTMLInputElement).value = ' Sillas '
    inside(dialog, '#sharing').click()
    setTimeout(() => inside(dialog, '.primary').click())
    await heard(dialog, 'close')
    const filter = { status: 'PENDING,IN_PROGRESS', tag: 'sillas' }
    expect(fake.asked).to.deep.include([
      'POST /v2/views',
      { body: { name: 'Sillas', filter, isShared: true } },
    ])
  })

  it('stays, and says why, when it was not kept', async () => {
    const { dialog } = await arrange()
    inside(dialog, '#name', HTMLInputElement).value = 'Sillas'
    inside(dialog, '.primary').click()
    await waitUntil(() => textOf(inside(dialog, '.problem')) !== '')
    expect(inside(dialog, 'dialog').open).to.equal(true)
  })

  it('renames and deletes one’s own, and lets only admins touch what everybody has', async () => {
    const { fake, dialog } = await arrange()
    fake.answer('PATCH /v2/views/:viewId', own)
    const fields = allInside<HTMLInputElement>(dialog, 'li input')
    expect(fields.map(({ value }) => value)).to.deep.equal(['Mesas'])
    const [field] = fields
    if (field === undefined) throw new Error('No field')
    field.value = 'Mesas y sillas'
    field.dispatchEvent(new Event('change'))
    inside(dialog, 'li .icon-button').click()
    const params = { viewId: 'v1' }
    expect(fake.asked).to.deep.include([
      'PATCH /v2/views/:viewId',
      { params, body: { name: 'Mesas y sillas' } },
    ])
    expect(fake.asked).to.deep.include(['DELETE /v2/views/:viewId', { params }])
    expect(allInside((await arrange(admin)).dialog, 'li input').length).to.equal(2)
  })
})
