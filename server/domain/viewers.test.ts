import { describe, expect, it } from 'vitest'
import { createViewers } from './viewers.ts'

const chat = { chatId: 'c', siteId: 's' } as never as { chatId: never; siteId: never }
const ana = { commercialId: 'ana' as never, name: 'Ana' }
const ben = { commercialId: 'ben' as never, name: 'Ben' }

describe('who looks at a chat', () => {
  it('is news when somebody comes and when they are gone, not for each of their windows', () => {
    const viewers = createViewers()
    expect([viewers.enter(chat, ana), viewers.enter(chat, ana), viewers.enter(chat, ben)]).toEqual([
      true,
      false,
      true,
    ])
    expect(viewers.of(chat.chatId)).toEqual([ana, ben])
    expect([
      viewers.leave(chat.chatId, ana.commercialId),
      viewers.leave(chat.chatId, ana.commercialId),
    ]).toEqual([false, true])
    expect(viewers.of(chat.chatId)).toEqual([ben])
    expect(viewers.leave(chat.chatId, ana.commercialId)).toBe(false)
  })

  it('is told of the sites that are asked about, and forgotten when nobody does', () => {
    const viewers = createViewers()
    viewers.enter(chat, ana)
    expect(viewers.chatsOf(['s' as never])).toEqual([{ chatId: 'c', viewers: [ana] }])
    expect(viewers.chatsOf(['other' as never])).toEqual([])
    viewers.leave(chat.chatId, ana.commercialId)
    expect(viewers.chatsOf(['s' as never])).toEqual([])
  })
})
