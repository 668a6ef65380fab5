import { expect } from '@open-wc/testing'
import { bringSecret } from './bring-secret.ts'
import { createTokenStore } from './kept-token.ts'

const NAME = 'sobremesa:secret-test@https://chat.example'

afterEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

function arrange() {
  const tokens = createTokenStore(NAME)
  bringSecret(tokens, NAME)
  const first = async () => tokens.alone?.(async () => undefined)
  return { tokens, first }
}

describe('the secret of somebody who has only looked', () => {
  it('opens their session once they write, and is no visitor’s before', async () => {
    sessionStorage.setItem(`${NAME}:looking`, 'secret')
    const { tokens, first } = arrange()
    expect(tokens.get()).to.equal(null)
    await first()
    expect(tokens.get()).to.equal('secret')
  })

  it('gives way to a session that there is', async () => {
    sessionStorage.setItem(`${NAME}:looking`, 'secret')
    const { tokens, first } = arrange()
    localStorage.setItem(NAME, 'token')
    await first()
    expect(tokens.get()).to.equal('token')
  })

  it('is missed by nobody where there is none', async () => {
    const { tokens, first } = arrange()
    await first()
    expect(tokens.get()).to.equal(null)
  })
})
