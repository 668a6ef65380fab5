import { expect } from '@open-wc/testing'
import { slashWord } from './slash-word.ts'

const wordAt = (text: string) => slashWord(text.replace('|', ''), text.indexOf('|'))

describe('a slash', () => {
  it('calls at the beginning, after a space and after a line', () => {
    expect(wordAt('/|')).to.deep.equal({ start: 0, end: 1, query: '' })
    expect(wordAt('Hola /entr| más')).to.deep.equal({ start: 5, end: 10, query: 'entr' })
    expect(wordAt('Hola\n/envío-piso|')?.query).to.equal('envío-piso')
  })

  it('calls for nothing in fractions, addresses and words that are done', () => {
    expect(wordAt('1/2|')).to.equal(null)
    expect(wordAt('https://olmo.es/mesas|')).to.equal(null)
    expect(wordAt('/entrega |')).to.equal(null)
    expect(wordAt('/entrega hoy|')).to.equal(null)
  })
})
