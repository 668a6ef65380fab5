import { expect } from '@open-wc/testing'
import { issueOf, toFormFailure } from './form-failure.ts'

const unreachable = 'No answer'

describe('why a form was refused', () => {
  it('is the server’s sentence, with one for each field to blame', () => {
    const error = Object.assign(new Error('Not valid'), {
      code: 'invalid',
      body: { issues: [{ path: 'email', message: 'An e-mail address' }] },
    })
    const failure = toFormFailure(error, unreachable)
    expect(failure.message).to.equal('Not valid')
    expect(issueOf(failure, 'email')).to.equal('An e-mail address')
    expect(issueOf(failure, 'password')).to.equal(undefined)
  })

  it('is that nobody answered when no answer came', () => {
    expect(toFormFailure({ code: 'network', message: '' }, unreachable).message).to.equal(unreachable)
    expect(toFormFailure(new TypeError('Failed to fetch'), unreachable).message).to.equal(unreachable)
  })

  it('does not trip over an answer of another shape', () => {
    const failure = toFormFailure(
      { code: 'invalid', message: 'No', body: { issues: [null, 'x', { path: 1 }] } },
      unreachable,
    )
    expect(failure.issues).to.deep.equal([])
    expect(issueOf(null, 'email')).to.equal(undefined)
  })
})
