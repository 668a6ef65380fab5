import { expect } from '@open-wc/testing'
import { FaviconBadge } from './favicon-badge.ts'

describe('the badge on the icon', () => {
  it('is there while something waits, and leaves the page its own icon', () => {
    const link = document.createElement('link')
    link.rel = 'icon'
    link.href = 'about:blank#own'
    document.head.append(link)
    const badge = new FaviconBadge()
    badge.show(2)
    badge.show(3)
    expect(link.href).to.match(/^data:image\/svg\+xml,/)
    badge.show(0)
    expect(link.href).to.equal('about:blank#own')
    link.remove()
    badge.show(1)
  })
})
