import { expect } from '@open-wc/testing'
import { isAccepted } from './is-accepted.ts'

const takes = (accept: string) => (name: string, type: string) => isAccepted({ name, type }, accept)

describe('files of the kinds that a page takes', () => {
  it('are told by their type, its first half, or the end of their name, whatever the case', () => {
    const isTaken = takes('image/*, application/pdf,.CSV')
    expect(isTaken('a.png', 'image/png')).to.equal(true)
    expect(isTaken('a', 'application/pdf')).to.equal(true)
    expect(isTaken('A.csv', '')).to.equal(true)
    expect(isTaken('a.txt', 'text/plain')).to.equal(false)
    expect(isTaken('image.png.exe', 'application/octet-stream')).to.equal(false)
  })

  it('are all, where nothing is named', () => {
    expect(takes(' , ')('a.txt', 'text/plain')).to.equal(true)
  })
})
