import { describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import { createLifetime } from './lifetime.ts'
import { createTestEnvironment } from './model/test-environment.ts'
import type { Typist } from './state.ts'
import { createOwnTyping, createTypists } from './typing.ts'

const chatId = 'chat' as ChatId

function arrangeOwn() {
  const environment = createTestEnvironment()
  const told: string[] = []
  const typing = createOwnTyping(createLifetime(environment), environment, (event, { isInternal }) => {
    told.push(isInternal ? `${event} note` : event)
  })
  return { environment, told, key: (isInternal = false) => typing.set(chatId, true, isInternal), typing }
}

describe('one’s own typing', () => {
  it('is told once a second while keys are struck', async () => {
    const { environment, told, key } = arrangeOwn()
    for (let struck = 0; struck < 25; struck += 1) {
      key()
      await environment.advance(100)
    }
    expect(told).toEqual(['typing:start', 'typing:start', 'typing:start'])
  })

  it('ends three seconds after the last key, or with the message', async () => {
    const { environment, told, key, typing } = arrangeOwn()
    key()
    await environment.advance(2_900)
    expect(told).toEqual(['typing:start'])
    await environment.advance(100)
    expect(told).toEqual(['typing:start', 'typing:stop'])
    key()
    typing.set(chatId, false, false)
    await environment.advance(10_000)
    expect(told.slice(2)).toEqual(['typing:start', 'typing:stop'])
  })

  it('says nothing of an end when nothing had begun', () => {
    const { told, typing } = arrangeOwn()
    typing.set(chatId, false, false)
    expect(told).toEqual([])
  })

  it('ends the message before it begins the note', () => {
    const { told, key } = arrangeOwn()
    key()
    key(true)
    expect(told).toEqual(['typing:start', 'typing:stop', 'typing:start note'])
  })
})

function arrangeOthers() {
  const environment = createTestEnvironment()
  let shown: readonly Typist[] = []
  const typists = createTypists(createLifetime(environment), (_, change) => void (shown = change(shown)))
  const start = (userId: string) => typists.start({ chatId, userId, userType: 'visitor', userName: userId })
  return { environment, typists, start, names: () => shown.map(({ userName }) => userName) }
}

describe('others’ typing', () => {
  it('is shown once each, until they stop', () => {
    const { typists, start, names } = arrangeOthers()
    start('vera')
    start('vera')
    start('marta')
    expect(names()).toEqual(['vera', 'marta'])
    typists.stop(chatId, 'vera')
    expect(names()).toEqual(['marta'])
  })

  it('ends by itself five seconds after it was last heard of', async () => {
    const { environment, start, names } = arrangeOthers()
    start('vera')
    await environment.advance(4_000)
    start('vera')
    await environment.advance(4_000)
    expect(names()).toEqual(['vera'])
    await environment.advance(1_000)
    expect(names()).toEqual([])
  })
})
