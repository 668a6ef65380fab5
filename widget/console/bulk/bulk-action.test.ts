import { expect } from '@open-wc/testing'
import { ApiError } from '../../core/api-error.ts'
import { chat, fakeClient, joan, marta } from '../console.fixture.ts'
import { performOnAll, undoOnAll, type BulkAction } from './bulk-action.ts'

const open = chat('open', { tags: ['mesas'], assignee: joan })
const nobodys = chat('nobodys')
const closed = chat('closed', { status: 'CLOSED' })
const asleep = chat('asleep', { snoozedUntil: '2026-12-01T09:00:00.000Z' })
const all = [open, nobodys, closed, asleep]

async function act(action: BulkAction) {
  const fake = fakeClient()
  const { done, failed } = await performOnAll(fake.client, all, action)
  const asked = fake.asked.splice(0)
  await undoOnAll(fake.client, done, action)
  return { done: done.map(({ chatId }) => chatId), failed, asked, undone: fake.asked }
}

describe('one thing done with many chats', () => {
  it('is done with those that are not so yet, and can be undone as each was', async () => {
    const { done, asked, undone } = await act({ kind: 'assign', to: joan.commercialId })
    expect(done).to.deep.equal(['nobodys', 'asleep'])
    expect(asked).to.deep.equal([
      ['assign', 'nobodys', 'joan'],
      ['assign', 'asleep', 'joan'],
    ])
    expect(undone).to.deep.equal([
      ['assign', 'nobodys', 'none'],
      ['assign', 'asleep', 'none'],
    ])
  })

  it('closes what is open, and opens that again', async () => {
    const { asked, undone } = await act({ kind: 'close' })
    expect(asked.map(([, chatId]) => chatId)).to.deep.equal(['open', 'nobodys', 'asleep'])
    expect(undone.map(([method]) => method)).to.deep.equal(['reopenChat', 'reopenChat', 'reopenChat'])
    expect((await act({ kind: 'reopen' })).asked).to.deep.equal([['reopenChat', 'closed']])
  })

  it('adds a tag to those without it, closed ones too, and keeps their others', async () => {
    const { asked, undone } = await act({ kind: 'add-tag', tag: 'mesas' })
    expect(asked.map(([, chatId]) => chatId)).to.deep.equal(['nobodys', 'closed', 'asleep'])
    expect(undone[0]).to.deep.equal(['setTags', 'nobodys', []])
    const other = await act({ kind: 'add-tag', tag: 'sillas' })
    expect(other.asked).to.deep.include(['setTags', 'open', ['mesas', 'sillas']])
    expect(other.undone).to.deep.include(['setTags', 'open', ['mesas']])
  })

  it('brings put-off chats back to when they were to come back', async () => {
    const { undone } = await act({ kind: 'snooze', until: null })
    expect(undone).to.deep.include(['snooze', 'asleep', '2026-12-01T09:00:00.000Z'])
    expect(undone).to.deep.include(['snooze', 'open', null])
  })

  it('goes on when one is refused, and counts it', async () => {
    const fake = fakeClient()
    fake.refuse('closeChat', new ApiError(404, 'chat_not_found'))
    const { done, failed } = await performOnAll(
      fake.client,
      [open, nobodys, chat('3', { assignee: marta })],
      {
        kind: 'close',
      },
    )
    expect([done.length, failed]).to.deep.equal([2, 1])
  })
})
