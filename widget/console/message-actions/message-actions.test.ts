import { expect } from '@open-wc/testing'
import { EDIT_WINDOW_MS } from '#shared/limits.ts'
import { joan, marta, sent } from '../console.fixture.ts'
import { lastEditable, mayDo } from './message-actions.ts'

const at = '2026-11-25T09:00:00.000Z'
const soon = Date.parse(at) + 60_000
const own = sent('own', { senderId: marta.commercialId, senderType: 'commercial', sentAt: at })
const admin = { commercialId: joan.commercialId, role: 'admin' } as const

describe('what may be done with a message', () => {
  it('is to change and delete one’s own, to change it only for a while', () => {
    expect(mayDo(own, marta, soon)).to.deep.equal({ edit: true, remove: true })
    expect(mayDo(own, marta, Date.parse(at) + EDIT_WINDOW_MS)).to.deep.equal({ edit: false, remove: true })
  })

  it('is nothing with others’, save that an admin deletes', () => {
    expect(mayDo(own, joan, soon)).to.deep.equal({ edit: false, remove: false })
    expect(mayDo(own, admin, soon)).to.deep.equal({ edit: false, remove: true })
    expect(mayDo(own, null, soon)).to.deep.equal({ edit: false, remove: false })
  })

  it('is nothing with what is deleted already', () => {
    expect(mayDo({ ...own, deletedAt: at }, admin, soon)).to.deep.equal({ edit: false, remove: false })
  })

  it('finds the last one that can be changed', () => {
    const thread = [own, sent('visitor', { sentAt: at })]
    expect(lastEditable(thread, marta, soon)).to.equal(own)
    expect(lastEditable(thread, joan, soon)).to.equal(undefined)
  })
})
