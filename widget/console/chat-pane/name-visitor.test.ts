import { expect } from '@open-wc/testing'
import { sent } from '../console.fixture.ts'
import { createVisitorNamer } from './name-visitor.ts'

const nameless = sent('m1')
const named = sent('m2', { senderName: 'Núria' })
const system = sent('m3', { senderType: 'system' })

describe('the name of a nameless visitor', () => {
  it('is the console’s, on messages and on who is writing; nobody else is renamed', () => {
    const name = createVisitorNamer()
    const thread = name([nameless, named, system], 'Visitante 3F2A')
    expect(thread.map(({ senderName }) => senderName)).to.deep.equal(['Visitante 3F2A', 'Núria', ''])
    const typists = name([{ userId: 'v', userType: 'visitor', userName: '' }], 'Visitante 3F2A')
    expect(typists[0]?.userName).to.equal('Visitante 3F2A')
  })

  it('gives back the very same list for the same list, and the list itself where there is nothing to name', () => {
    const name = createVisitorNamer()
    const thread = [nameless]
    expect(name(thread, 'V')).to.equal(name(thread, 'V'))
    expect(name(thread, 'W')[0]?.senderName).to.equal('W')
    const other = [named]
    expect(name(other, 'V')).to.equal(other)
  })
})
