import { expect } from '@open-wc/testing'
import type { Thread } from '../../core/state.ts'
import { layOutThread, reusePages } from './lay-out-thread.ts'
import type { Viewer } from './lay-out-thread.ts'
import { at, draft, history, sent } from './thread.fixture.ts'

const VISITOR: Viewer = { userType: 'visitor', userId: 'v' }
const MARTA: Viewer = { userType: 'commercial', userId: 'Marta' }

/** `in[1 2]`, `out[3]`, `day`, … */
function rows(thread: Thread, viewer = VISITOR, dividerSeq: number | null = null): string[] {
  return layOutThread(thread, { viewer, dividerSeq }).flatMap((page) =>
    page.rows.map((row) => {
      if (row.kind !== 'group') return row.kind
      return `${row.side}[${row.messages.map((m) => (m.delivery === 'sent' ? m.seq : m.clientMessageId)).join(' ')}]`
    }),
  )
}

describe('layOutThread', () => {
  it('groups what one author writes in a row', () => {
    const thread = [sent(1, 'Marta'), sent(2, 'v'), sent(3, 'v'), sent(4, 'Marta'), sent(5, 'Joan')]
    expect(rows(thread)).to.deep.equal(['day', 'in[1]', 'out[2 3]', 'in[4]', 'in[5]'])
  })

  it('begins a new group after a pause of three minutes', () => {
    const thread = [
      sent(1, 'v', { sentAt: at(0) }),
      sent(2, 'v', { sentAt: at(3) }),
      sent(3, 'v', { sentAt: at(7) }),
    ]
    expect(rows(thread)).to.deep.equal(['day', 'out[1 2]', 'out[3]'])
  })

  it('divides days', () => {
    const thread = [sent(1, 'v', { sentAt: at(0) }), sent(2, 'v', { sentAt: at(24 * 60) })]
    expect(rows(thread)).to.deep.equal(['day', 'out[1]', 'day', 'out[2]'])
  })

  it('puts the divider before the first message of somebody else that is new', () => {
    const thread = [sent(1, 'Marta'), sent(2, 'v'), sent(3, 'Marta'), sent(4, 'Marta')]
    expect(rows(thread, VISITOR, 1)).to.deep.equal(['day', 'in[1]', 'out[2]', 'unread', 'in[3 4]'])
  })

  it('gives a failed message a line of its own', () => {
    const thread = [draft('a'), draft('b', { delivery: 'failed' }), draft('c')]
    expect(rows(thread)).to.deep.equal(['day', 'out[a]', 'out[b]', 'out[c]'])
  })

  it('puts a sent message and the draft after it in one group', () => {
    expect(rows([sent(1, 'v', { sentAt: at(59) }), draft('a')])).to.deep.equal(['day', 'out[1 a]'])
  })

  it('ends a group with its page, so that no page grows without end', () => {
    const pages = layOutThread(history(1, 200), { viewer: VISITOR, dividerSeq: null })
    expect(pages.map(({ key }) => key)).to.deep.equal([0, 1, 2, 3, 4])
    expect(rows(history(48, 51))).to.deep.equal(['day', 'in[48 49]', 'in[50 51]'])
  })

  it('puts the whole team on one side for a commercial, each with a group of their own', () => {
    const thread = [sent(1, 'v'), sent(2, 'Joan'), sent(3, 'Marta')]
    expect(rows(thread, MARTA)).to.deep.equal(['day', 'in[1]', 'out[2]', 'out[3]'])
  })

  it('keeps notes out of groups', () => {
    const thread = [sent(1, 'Marta'), sent(2, 'Marta', { isInternal: true }), sent(3, 'Marta')]
    expect(rows(thread, MARTA)).to.deep.equal(['day', 'out[1]', 'note', 'out[3]'])
  })

  it('leaves the pages that are there as they are when older ones come before them', () => {
    const senders = (thread: Thread) => thread.map((m, i) => ({ ...m, senderId: `${Math.floor(i / 2)}` }))
    const all = senders(history(1, 200))
    const before = layOutThread(all.slice(100), { viewer: VISITOR, dividerSeq: null })
    const after = layOutThread(all, { viewer: VISITOR, dividerSeq: null })
    expect(after.slice(-before.length + 1)).to.deep.equal(before.slice(1))
  })
})

describe('reusePages', () => {
  it('keeps the very pages in which nothing has changed', () => {
    const lay = (thread: Thread) => layOutThread(thread, { viewer: VISITOR, dividerSeq: null })
    const thread = history(1, 120).map((m, i) => ({ ...m, senderId: `${i}` }))
    const before = lay(thread)
    const after = reusePages(before, lay([...thread, sent(121, 'v')]))
    expect(after.slice(0, -1).every((page, i) => page === before[i])).to.equal(true)
    expect(after.at(-1)).not.to.equal(before.at(-1))
  })

  it('does not keep a page in which a message was edited', () => {
    const lay = (thread: Thread) => layOutThread(thread, { viewer: VISITOR, dividerSeq: null })
    const edited = [sent(1, 'v', { content: 'other' })]
    expect(reusePages(lay([sent(1, 'v')]), lay(edited))[0]?.rows[1]).to.deep.include({ messages: edited })
  })
})
