import { expect } from '@open-wc/testing'
import { createTokenStore, readToken, tokenKey } from './kept-token.ts'

const OLMO = tokenKey('olmo', 'https://chat.example')
const OTHER = tokenKey('olmo', 'https://other.example')

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

  it('is kept for its site and server alone', () => {
    createTokenStore(OLMO).set('t1')
    expect([readToken(OLMO), readToken(OTHER)]).to.deep.equal(['t1', null])
    expect(Object.keys(localStorage)).to.deep.equal([OLMO])
  })

  it('is not written before there is one', () => {
    expect(createTokenStore(OLMO).get()).to.equal(null)
    expect(localStorage).to.have.length(0)
  })

  it('is that of another tab, as soon as that has one', () => {
    const tokens = createTokenStore(OLMO)
    localStorage.setItem(OLMO, 't2')
    expect(tokens.get()).to.equal('t2')
  })

  it('is none where something was written, and no token was given yet', () => {
    localStorage.setItem(OLMO, '')
    expect([createTokenStore(OLMO).get(), readToken(OLMO)]).to.deep.equal([null, ''])
  })

  it('is asked for by one page at a time', async () => {
    const order: string[] = []
    const first = createTokenStore(OLMO).alone?.(async () => {
      order.push('first begins')
      await new Promise(requestAnimationFrame)
      order.push('first ends')
    })
    const second = createTokenStore(OLMO).alone?.(async () => void order.push('second'))
    await Promise.all([first, second])
    expect(order).to.deep.equal(['first begins', 'first ends', 'second'])
  })

  it('is forgotten', () => {
    const tokens = createTokenStore(OLMO)
    tokens.set('t1')
    tokens.set(null)
    expect([tokens.get(), readToken(OLMO)]).to.deep.equal([null, null])
  })

  it('lasts for the page where storage is blocked', () => {
    withStorage(refuse, () => {
      const tokens = createTokenStore(OLMO)
      tokens.set('t1')
      expect(tokens.get()).to.equal('t1')
    })
  })

  it('lasts for the page where storage is full', () => {
    withStorage(
      () => ({ getItem: () => null, setItem: refuse }),
      () => {
        const tokens = createTokenStore(OLMO)
        tokens.set('t1')
        expect(tokens.get()).to.equal('t1')
      },
    )
  })
})
