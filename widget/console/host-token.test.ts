import { expect } from '@open-wc/testing'
import { tokenFrom } from './host-token.ts'

const page = globalThis as Record<string, unknown>

describe('tokens of the page that holds the console', () => {
  afterEach(() => delete page['giveToken'])

  it('come from the function that the attribute names, whenever it is there', async () => {
    const give = tokenFrom('giveToken')
    page['giveToken'] = () => 'one'
    expect(await give?.()).to.equal('one')
    page['giveToken'] = async () => 'two'
    expect(await give?.()).to.equal('two')
    page['giveToken'] = () => null
    expect(await give?.()).to.equal(null)
  })

  it('are an error, and no sign-out, while there is no such function', async () => {
    const failed = await tokenFrom('giveToken')?.().then(
      () => false,
      () => true,
    )
    expect(failed).to.equal(true)
  })

  it('are none without a name', () => {
    expect([tokenFrom(null), tokenFrom('')]).to.deep.equal([undefined, undefined])
  })
})
