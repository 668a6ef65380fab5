import { expect } from '@open-wc/testing'
import { TitleBadge } from './title-badge.ts'

describe('the number in the title', () => {
  it('stands before the title, changes, and goes', () => {
    document.title = 'Sobremesa'
    const badge = new TitleBadge()
    badge.show('es', 3)
    expect(document.title).to.equal('(3) Sobremesa')
    badge.show('es', 120)
    expect(document.title).to.equal('(99+) Sobremesa')
    badge.show('ar-EG', 4)
    expect(document.title).to.equal('(٤) Sobremesa')
    badge.show('ar-EG', 0)
    expect(document.title).to.equal('Sobremesa')
  })
})
