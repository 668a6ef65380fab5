import { expect } from '@open-wc/testing'
import { visitorEn as words } from '../../../i18n/visitor.en.ts'
import { checkField } from './check-field.ts'

const email = (value: string) => checkField({ key: 'email', isRequired: true }, value, words)
const phone = (value: string) => checkField({ key: 'phone', isRequired: false }, value, words)

describe('a field', () => {
  it('may stay empty unless it is required', () => {
    expect(checkField({ key: 'name', isRequired: false }, '  ', words)).to.equal(undefined)
    expect(checkField({ key: 'name', isRequired: true }, '  ', words)).to.equal(words.required)
  })

  for (const good of ['a@b.co', 'nuria+chat@mail.ferrer.example', ' Nuria.Ferrer@Example.ORG ']) {
    it(`takes ${good} for an address`, () => expect(email(good)).to.equal(undefined))
  }
  it('says what an address lacks', () => {
    expect(email('nuria')).to.equal(words.emailWithoutAt)
    expect(email('nuria@ferrer')).to.equal(words.emailWithoutDomain)
    expect(email('nuria@ferrer.')).to.equal(words.emailWithoutDomain)
    expect(email('nu ria@ferrer.es')).to.equal(words.emailWrong)
    expect(email('a@b@c.es')).not.to.equal(undefined)
  })

  for (const good of ['600123456', '+34 600 12 34 56', '(93) 123-45-67']) {
    it(`takes ${good} for a telephone number`, () => expect(phone(good)).to.equal(undefined))
  }
  for (const bad of ['12345', 'call me', '1234567890123456']) {
    it(`does not take ${bad} for one`, () => expect(phone(bad)).to.equal(words.phoneWrong))
  }
})
