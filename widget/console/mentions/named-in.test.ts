import { expect } from '@open-wc/testing'
import { commercial } from '../console.fixture.ts'
import { namedIn, noteInPieces } from './named-in.ts'

const joan = commercial('joan', { name: 'Joan' })
const joanOlmo = commercial('joan-olmo', { name: 'Joan Olmo' })
const team = [joan, joanOlmo, commercial('nameless', { name: '' })]

describe('whom a note names', () => {
  it('is whoever stands after an at sign, in whatever case, each once', () => {
    expect(namedIn('@joan y @JOAN: mirad', team)).to.deep.equal(['joan'])
    expect(namedIn('lo lleva @Joan.', team)).to.deep.equal(['joan'])
  })

  it('is the longer of two names that begin alike', () => {
    expect(namedIn('@Joan Olmo, ¿puedes?', team)).to.deep.equal(['joan-olmo'])
  })

  it('is nobody within a word or an address', () => {
    expect(namedIn('@Joana, a@Joan.es y Joan', team)).to.deep.equal([])
  })

  it('leaves the whole text, in pieces', () => {
    const text = 'Hola @Joan Olmo y @Joan!'
    const pieces = noteInPieces(text, team)
    expect(pieces.map((piece) => piece.text).join('')).to.equal(text)
    expect(pieces.map(({ person }) => person?.commercialId ?? null)).to.deep.equal([
      null,
      'joan-olmo',
      null,
      'joan',
      null,
    ])
  })
})
