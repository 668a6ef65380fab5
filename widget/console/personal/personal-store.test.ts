import { expect } from '@open-wc/testing'
import { INITIAL_NOTIFYING } from '#shared/notifying.ts'
import type { PersonalSettings } from '#shared/personal-settings.ts'
import { fakeClient } from '../console.fixture.ts'
import { createPersonalStore } from './personal-store.ts'

const chosen = (volume: number): PersonalSettings => ({
  notifying: { ...INITIAL_NOTIFYING, volume },
  shortcuts: {},
})

function arrange(ownId: string = crypto.randomUUID()) {
  const fake = fakeClient()
  const store = createPersonalStore(fake.client, ownId)
  return { ...fake, store, ownId, volume: () => store.settings.get().notifying.volume }
}

describe('personal settings', () => {
  it('are the server’s, and remembered for the next opening', async () => {
    const { answer, store, ownId, volume } = arrange()
    answer('GET /v2/commercials/me/settings', chosen(20))
    await store.read()
    expect(volume()).to.equal(20)
    expect(arrange(ownId).volume()).to.equal(20)
    expect(arrange().volume()).to.equal(INITIAL_NOTIFYING.volume)
  })

  it('change at once, and back when the server refuses', async () => {
    const { store, volume, asked } = arrange()
    const changing = store.change({ notifying: chosen(5).notifying })
    expect(volume()).to.equal(5)
    const refusal = await changing.then(
      () => null,
      (cause: unknown) => cause,
    )
    expect(refusal).to.be.instanceOf(Error)
    expect(volume()).to.equal(INITIAL_NOTIFYING.volume)
    expect(asked.map(([name]) => name)).to.deep.equal(['PATCH /v2/commercials/me/settings'])
  })

  it('are the same in every tab', async () => {
    const [one, other] = [arrange('same'), arrange('same')]
    one.answer('PATCH /v2/commercials/me/settings', chosen(7))
    other.answer('GET /v2/commercials/me/settings', chosen(7))
    const heard = new Promise<void>((resolve) => other.store.settings.subscribe(() => resolve()))
    await one.store.change(chosen(7))
    await heard
    expect(other.volume()).to.equal(7)
    one.store.close()
    other.store.close()
  })

  it('are the usual where what was kept is nothing of ours', () => {
    localStorage.setItem('sobremesa:personal:odd', '{"notifying":{"kinds":{}}}')
    expect(arrange('odd').volume()).to.equal(INITIAL_NOTIFYING.volume)
  })
})
