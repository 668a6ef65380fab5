import { describe, expect, it } from 'vitest'
import { createEventBus, type DomainEvents } from './events.ts'

const ended: DomainEvents['SessionEnded'] = { sessionId: 'x', code: 'invalid_token' }

describe('the event bus', () => {
  it('tells everybody, and goes on when one of them throws', () => {
    const reported: unknown[] = []
    const heard: string[] = []
    const bus = createEventBus((cause) => reported.push(cause))
    const failure = new Error('deaf')
    bus.onAny(() => {
      throw failure
    })
    bus.onAny((name) => heard.push(name))
    bus.emit('SessionEnded', ended)
    expect(heard).toEqual(['SessionEnded'])
    expect(reported).toEqual([failure])
  })

  it('stops telling whoever has stopped listening', () => {
    const heard: string[] = []
    const bus = createEventBus(() => {})
    const stop = bus.onAny((name) => heard.push(name))
    stop()
    bus.emit('SessionEnded', ended)
    expect(heard).toEqual([])
  })
})
