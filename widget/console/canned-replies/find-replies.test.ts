import { expect } from '@open-wc/testing'
import { cannedReply } from '../console.fixture.ts'
import { findReplies } from './find-replies.ts'

const replies = [
  cannedReply('horario', { title: 'Cuándo abrimos', content: 'De 9 a 19, también los envíos.' }),
  cannedReply('piso', { title: 'Envío sin ascensor', content: 'Son 60 €.' }),
  cannedReply('envio', { title: 'Plazos', content: 'De tres a cuatro semanas.' }),
]
const found = (query: string) => findReplies(replies, query).map(({ shortcut }) => shortcut)

describe('saved replies', () => {
  it('are found by shortcut first, then by title, then by text', () => {
    expect(found('envi')).to.deep.equal(['envio', 'piso', 'horario'])
  })

  it('are found whatever the case and the accents', () => {
    expect(found('ENVÍO')).to.deep.equal(['envio', 'piso', 'horario'])
    expect(found('cuando')).to.deep.equal(['horario'])
  })

  it('are all there for an empty query, and none for what is nowhere', () => {
    expect(found('')).to.deep.equal(['horario', 'piso', 'envio'])
    expect(found('xyz')).to.deep.equal([])
  })
})
