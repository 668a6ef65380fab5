import { expect } from '@open-wc/testing'
import { createTokenStore, readToken, tokenKey } from './kept-token.ts'

/** Runs with a storage that answers like this, as browsers that block it do. */
function withStorage(storage: () => Partial<Storage>, run: () => void): void {
  const own = Object.getOwnPropertyDescriptor(window, 'localStorage')
  Object.defineProperty(window, 'localStorage', { get: storage, configurable: true })
  try {
    run()
  } finally {
    if (own !== undefined) Object.defineProperty(window, 'localStorage', own)
  }
}

const refuse = (): never => {
  throw new DOMException('no', 'SecurityError')
}

describe('the kept token', () => {
  afterEach(() => localStorage.clear())

  it('is kept for its site alone', () => {
    createTokenStore('olmo').set('t1')
    expect([readToken('olmo'), readToken('other')]).to.deep.equal(['t1', null])
    expect(Object.keys(localStorage)).to.deep.equal([tokenKey('olmo')])
  })

  it('is not written before there is one', () => {
    expect(createTokenStore('olmo').get()).to.equal(null)
    expect(localStorage).to.have.length(0)
  })

  it('is forgotten', () => {
    const tokens = createTokenStore('olmo')
    tokens.set('t1')
    tokens.set(null)
    expect([tokens.get(), readToken('olmo')]).to.deep.equal([null, null])
  })

  it('lasts for the page where storage is blocked', () => {
    withStorage(refuse, () => {
      const tokens = createTokenStore('olmo')
      tokens.set('t1')
      expect(tokens.get()).to.equal('t1')
    })
  })

  it('lasts for the page where storage is full', () => {
    withStorage(
      () => ({ getItem: () => null, setItem: refuse }),
      () => {
        const tokens = createTokenStore('olmo')
        tokens.set('t1')
        expect(tokens.get()).to.equal('t1')
      },
    )
  })
})
