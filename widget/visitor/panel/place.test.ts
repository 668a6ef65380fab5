import { expect } from '@open-wc/testing'
import { emptyState } from '../../core/state.ts'
import type { ClientState } from '../../core/state.ts'
import { sent } from '../../parts/message-list/thread.fixture.ts'
import { chatView, only, site } from '../fake-client.fixture.ts'
import { placeOf } from './place.ts'

const preChat = { fields: [{ key: 'name', isRequired: true }], consent: null } as const
const asking = { ...site, preChat: { ...preChat, fields: [...preChat.fields] } }
const closed = { ...site, online: false, nextOpening: '2026-03-13T08:00:00.000Z' }
const somebody = { state: 'visitor', visitor: {} as never } as const
const place = (state: Partial<ClientState>, isPast = false) =>
  placeOf({ ...emptyState('visitor'), site, ...state }, isPast)

describe('where one would write', () => {
  it('is the composer, where the site asks for nothing', () => {
    expect(placeOf(undefined, false)).to.equal('composer')
    expect(place({ site: null })).to.equal('composer')
    expect(place({})).to.equal('composer')
  })

  it('is a form first where the site asks, until the visitor is known', () => {
    expect(place({ site: asking })).to.equal('form')
    expect(place({ site: asking, session: somebody })).to.equal('composer')
    expect(place({ site: asking, chats: only(chatView({ thread: [sent(1, 'v')] })) })).to.equal('composer')
  })

  it('is a form while the site is closed, and the composer while merely nobody looks', () => {
    expect(place({ site: closed })).to.equal('form')
    expect(place({ site: closed, session: somebody })).to.equal('form')
    expect(place({ site: { ...site, online: false } })).to.equal('composer')
  })

  it('is the end of a chat that was closed, until it is resumed', () => {
    const ended = { chats: only(chatView({ thread: [sent(1, 'v')] }, { status: 'CLOSED' })) }
    expect(place(ended)).to.equal('end')
    expect(place(ended, true)).to.equal('composer')
  })
})
