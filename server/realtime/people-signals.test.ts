import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeCommercial } from '../domain/manage-people.ts'
import {
  ask,
  disconnected,
  once,
  openTestGateway,
  record,
  refusalOf,
  settled,
  type TestGateway,
} from './gateway.fixture.ts'

let gateway: TestGateway
beforeEach(async () => {
  gateway = await openTestGateway()
})
afterEach(() => gateway.close())

describe('a change of what somebody may', () => {
  it('A07: reaches their open consoles at once: they come back to what is theirs now', async () => {
    const ana = await gateway.commercial('ana')
    const berta = await gateway.as(await gateway.commercial('berta'))
    const visitor = await gateway.visitor()
    const chatId = await gateway.openedChat(visitor)
    const client = await gateway.as(ana)
    expect(await ask(client, 'chat:join', { chatId })).toMatchObject({ success: true })
    const heard = record(client)
    const gone = disconnected(client)
    await changeCommercial(gateway, ana.identity.userId, { siteIds: [] })
    await gateway.write(visitor, chatId, { content: 'ya no es tuyo' })
    expect(await gone).toBe('transport close')
    await settled(berta)
    expect(heard).toEqual([])
    const back = await gateway.as(ana)
    expect(await ask(back, 'chat:join', { chatId })).toMatchObject({ code: 'chat_not_found' })
    await changeCommercial(gateway, ana.identity.userId, { siteIds: [gateway.site.siteId] })
    const again = await gateway.as(ana)
    expect(await ask(again, 'chat:join', { chatId })).toMatchObject({ success: true })
  })

  it('that comes in the middle of a handshake is not missed by it', async () => {
    const ana = await gateway.commercial('ana')
    let isFirst = true
    async function changeFirst(next: () => void): Promise<void> {
      if (isFirst) await changeCommercial(gateway, ana.identity.userId, { siteIds: [] })
      isFirst = false
      next()
    }
    gateway.gateway.io.use((_, next) => void changeFirst(next))
    const client = gateway.dial({ auth: { token: ana.accessToken } })
    expect(await disconnected(client)).toBe('transport close')
    await expect(gateway.as(ana)).resolves.toBeDefined()
  })

  it('C06, C12: that sends somebody away ends every session of theirs', async () => {
    const ana = await gateway.commercial('ana')
    await gateway.admin('root')
    const client = await gateway.as(ana)
    const farewell = Promise.all([once(client, 'session:expired'), disconnected(client)])
    await changeCommercial(gateway, ana.identity.userId, { isDisabled: true })
    expect((await farewell)[0]).toEqual({ code: 'invalid_token' })
    expect(await refusalOf(gateway.dial({ auth: { token: ana.accessToken } }))).toBe('invalid_token')
  })
})
