import { expect } from '@open-wc/testing'
import { Attendance } from './attendance.ts'
import { joan, marta } from './console.fixture.ts'

const signedIn = (commercial = marta) => ({ state: 'commercial', commercial }) as const
const signedOut = (reason?: string) =>
  ({ state: 'signed-out', ...(reason === undefined ? {} : { reason }) }) as const

describe('whose work is on the desk', () => {
  it('is nobody’s before somebody signs in, and their arrival is told once', () => {
    const attendance = new Attendance()
    expect(attendance.follow({ state: 'unknown' })).to.equal(null)
    expect(attendance.follow(signedOut())).to.equal(null)
    expect(attendance.follow(signedIn())).to.deep.equal({
      kind: 'arrived',
      commercial: marta,
      isOther: false,
    })
    expect(attendance.follow(signedIn())).to.equal(null)
  })

  it('stays theirs when their session ends, and is still theirs when they are back', () => {
    const attendance = new Attendance()
    attendance.follow(signedIn())
    expect(attendance.follow(signedOut('token_expired'))).to.deep.equal({
      kind: 'expired',
      reason: 'token_expired',
    })
    expect(attendance.follow(signedOut('token_expired'))).to.equal(null)
    expect(attendance.owner).to.equal(marta)
    expect(attendance.follow(signedIn())).to.deep.equal({
      kind: 'arrived',
      commercial: marta,
      isOther: false,
    })
  })

  it('tells when somebody else signs in over it', () => {
    const attendance = new Attendance()
    attendance.follow(signedIn())
    attendance.follow(signedOut('token_expired'))
    expect(attendance.follow(signedIn(joan))).to.deep.equal({
      kind: 'arrived',
      commercial: joan,
      isOther: true,
    })
  })

  it('is nobody’s once its owner has signed out', () => {
    const attendance = new Attendance()
    attendance.follow(signedIn())
    expect(attendance.follow(signedOut())).to.deep.equal({ kind: 'left' })
    expect(attendance.owner).to.equal(null)
  })
})
