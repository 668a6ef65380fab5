import { expect } from '@open-wc/testing'
import type { ChatId } from '#shared/ids.ts'
import { parseRoute, toHash } from './route.ts'

const at = (hash: string, pathname = '/console') => parseRoute({ hash, pathname })

describe('the console’s address', () => {
  it('names a chat, or none', () => {
    expect(at('#chat=0199').chatId).to.equal('0199')
    expect(at('').chatId).to.equal(null)
    expect(at('#chat=').chatId).to.equal(null)
    expect(at('#anything else').chatId).to.equal(null)
  })

  it('names one message of a chat, or none', () => {
    const one = '0199' as ChatId
    expect(at(toHash(one, null, 7))).to.deep.include({ chatId: one, seq: 7 })
    for (const odd of ['0', '-1', '1.5', 'x']) expect(at(`#chat=0199&seq=${odd}`).seq).to.equal(null)
  })

  it('comes back the same whatever is in an id', () => {
    const odd = 'a&b=c#d é' as ChatId
    expect(at(toHash(odd)).chatId).to.equal(odd)
    expect(toHash(null)).to.equal('')
  })

  it('carries the first account’s token after #setup=, and on /setup as the whole fragment', () => {
    expect(at('#setup=k7Qm-2Xvd').setupToken).to.equal('k7Qm-2Xvd')
    expect(at('#k7Qm-2Xvd', '/console/setup').setupToken).to.equal('k7Qm-2Xvd')
    expect(at('#chat=0199').setupToken).to.equal(null)
    expect(at('', '/console/setup').setupToken).to.equal(null)
  })

  it('names a list and its filter, with a chat or without', () => {
    const filter = { tag: 'a&b é', order: 'waiting', assignee: 'none', status: 'PENDING' } as const
    const place = { list: 'all', filter } as const
    expect(at(toHash(null, place)).place).to.deep.equal(place)
    expect(at(toHash('0199' as ChatId, place))).to.deep.include({ chatId: '0199', place })
    expect(at('#list=nonsense&order=sideways&status=CLOSED').place).to.equal(null)
    expect(toHash(null, { list: 'mine', filter: {} })).to.equal('')
  })

  it('carries the token of an invitation', () => {
    expect(at('#invitation=k7Qm-2Xvd').invitationToken).to.equal('k7Qm-2Xvd')
    expect(at('#chat=0199').invitationToken).to.equal(null)
  })

  it('names a section with its page and its choices, and then no chat', () => {
    expect(at('#/stats?days=14&siteId=1')).to.deep.equal({
      chatId: null,
      seq: null,
      place: null,
      section: 'stats?days=14&siteId=1',
      setupToken: null,
      invitationToken: null,
    })
    expect(at('#/settings/people').section).to.equal('settings/people')
    expect(at('#/nonsense').section).to.equal('')
    expect(at('#chat=0199').section).to.equal('')
    expect(at('#/stats', '/console/setup')).to.deep.include({ section: '', setupToken: '/stats' })
  })
})
