import { expect } from '@open-wc/testing'
import { personalEn } from '../../i18n/personal.en.ts'
import { chat, message, visitor } from '../console.fixture.ts'
import { callWords } from './call-words.ts'
import { oneLine } from './notice.ts'

const words = { personal: personalEn, visitor: 'Visitor' }
const nuria = chat('1', { visitor: visitor('v', { name: 'Núria' }) })

describe('what a notification says', () => {
  it('is who, and what they said', () => {
    const said = message('m', { content: 'Hola' })
    expect(callWords({ kind: 'newChat', chat: nuria, message: said }, words)).to.deep.equal({
      title: 'New chat · Núria',
      body: 'Hola',
    })
    const note = message('n', { content: '@Marta?', senderName: 'Joan', isInternal: true })
    expect(callWords({ kind: 'mention', chat: nuria, message: note }, words).title).to.equal(
      'Joan mentions you · Núria',
    )
  })

  it('is the name of a file that came without words', () => {
    const attachment = { fileId: 'f' as never, url: '', fileName: 'plano.pdf', fileSize: 1, mimeType: '' }
    const sent = message('m', { content: '', attachment })
    expect(callWords({ kind: 'message', chat: nuria, message: sent }, words).body).to.equal('plano.pdf')
  })

  it('is one line of text, whatever was written', () => {
    expect(oneLine('Your bank\n\u202Eevil\u0000 <b>x</b>', 80)).to.equal('Your bank evil  <b>x</b>')
  })

  it('is cut between characters', () => {
    const family = '👨‍👩‍👧'
    expect(oneLine(family.repeat(5), 3)).to.equal(`${family.repeat(2)}…`)
    expect(oneLine('abc', 3)).to.equal('abc')
  })
})
