import { describe, expect, it, vi } from 'vitest'
import { createStore } from './store.ts'

describe('a store', () => {
  it('tells every change to whoever listens, and not the value it has already', () => {
    const store = createStore(1)
    const heard: number[] = []
    store.subscribe((value) => heard.push(value))
    store.update((value) => value + 1)
    store.update((value) => value)
    expect(heard).toEqual([2])
  })

  it('stops telling whoever has left', () => {
    const store = createStore(1)
    const heard: number[] = []
    store.subscribe((value) => heard.push(value))()
    store.update(() => 2)
    expect(heard).toEqual([])
    expect(store.get()).toBe(2)
  })

  it('lets no listener that throws keep the others from hearing, and does not hide the error', () => {
    const thrown: unknown[] = []
    const queue = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation((run) => {
      try {
        run()
      } catch (cause) {
        thrown.push(cause)
      }
    })
    const store = createStore(1)
    const heard: number[] = []
    const fault = new Error('of the page')
    store.subscribe(() => {
      throw fault
    })
    store.subscribe((value) => heard.push(value))
    store.update(() => 2)
    queue.mockRestore()
    expect(heard).toEqual([2])
    expect(thrown).toEqual([fault])
  })
})
