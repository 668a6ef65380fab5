import { expect } from '@open-wc/testing'
import { atWord } from './at-word.ts'

const at = (text: string) => atWord(text, text.length)?.query ?? null

describe('an at sign', () => {
  it('calls for a name, at the beginning, after a space or a bracket', () => {
    expect(at('@')).to.equal('')
    expect(at('hola @jo')).to.equal('jo')
    expect(at('(@Lucía')).to.equal('Lucía')
    expect(at('línea\n@Joan Ol')).to.equal('Joan Ol')
  })

  it('calls nobody within an address, nor once the name is long past', () => {
    expect(at('nuria@ferrer')).to.equal(null)
    expect(at('@Joan Olmo mira')).to.equal(null)
    expect(at('hola')).to.equal(null)
  })
})
